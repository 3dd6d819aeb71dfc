// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sidebarmodelprivate.h"

#include "models/icons.h"
#include "models/plaintip.h"
#include "models/texts.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

/// The internal id of a top row; its children have that of their section plus one.
constexpr quintptr topId = 0;

struct StatusRow
{
    item::Status status;
    qint64 engine::Counts::*count;
};

using item::Status;

constexpr std::array statusRows{
    StatusRow{Status::Running, &engine::Counts::running},
    StatusRow{Status::Queued, &engine::Counts::queued},
    StatusRow{Status::Paused, &engine::Counts::paused},
    StatusRow{Status::Done, &engine::Counts::done},
    StatusRow{Status::Failed, &engine::Counts::failed},
    StatusRow{Status::Skipped, &engine::Counts::skipped},
};

qint64 ended(const engine::Counts &counts)
{
    return counts.done + counts.failed + counts.skipped;
}

bool isFinished(const engine::JobState &job)
{
    return !job.importing && job.counts.total() > 0 && ended(job.counts) == job.counts.total();
}

QIcon jobIcon(const engine::JobState &job)
{
    if (isFinished(job))
        return statusIcon(job.counts.failed > 0 ? Status::Failed : Status::Done);
    if (job.paused)
        return statusIcon(Status::Paused);
    return icon(u"job");
}

QString jobToolTip(const engine::JobState &job)
{
    auto text = job.directory;
    if (job.counts.total() > 0) {
        text += u'\n' % SidebarModel::tr("%1 of %2 have ended, %3 of them failed")
                            .arg(Texts::count(ended(job.counts)), Texts::count(job.counts.total()),
                                 Texts::count(job.counts.failed));
    }
    if (job.paused)
        text += u'\n' % Texts::status(Status::Paused);
    return text;
}

} // namespace

SidebarModel::Private::Section SidebarModel::Private::sectionOf(const QModelIndex &index)
{
    return Section(index.internalId() == topId ? quintptr(index.row()) : index.internalId() - 1);
}

bool SidebarModel::Private::isTop(const QModelIndex &index)
{
    return index.internalId() == topId;
}

int SidebarModel::Private::rowsOf(Section section) const
{
    switch (section) {
    case Section::All:
        return 0;
    case Section::Jobs:
        return int(jobs.size());
    case Section::Status:
        return int(statusRows.size());
    case Section::Hosts:
        return hostsShown() + (m_more > 0 ? 1 : 0);
    }
    return 0;
}

bool SidebarModel::Private::isMore(const QModelIndex &index) const
{
    return !isTop(index) && sectionOf(index) == Section::Hosts && index.row() >= hostsShown();
}

QString SidebarModel::Private::name(const QModelIndex &index) const
{
    const auto section = sectionOf(index);
    if (isTop(index)) {
        static constexpr std::array titles{QT_TR_NOOP("All"), QT_TR_NOOP("Jobs"),
                                           QT_TR_NOOP("Status"), QT_TR_NOOP("Hosts")};
        return tr(titles[std::size_t(section)]);
    }
    if (isMore(index))
        return tr("%Ln more…", nullptr, int(m_more));
    switch (section) {
    case Section::Jobs:
        return jobs[index.row()].name;
    case Section::Hosts:
        return m_hosts.name(m_hosts.at(index.row()));
    default:
        return Texts::status(statusRows[std::size_t(index.row())].status);
    }
}

std::optional<qint64> SidebarModel::Private::count(const QModelIndex &index) const
{
    const auto section = sectionOf(index);
    if (isTop(index))
        return section == Section::All ? std::optional(counts.total()) : std::nullopt;
    if (isMore(index))
        return std::nullopt;
    switch (section) {
    case Section::Jobs:
        return jobs[index.row()].counts.total();
    case Section::Hosts:
        return m_hosts.at(index.row()).counts.total();
    default:
        return counts.*statusRows[std::size_t(index.row())].count;
    }
}

QString SidebarModel::Private::accessibleText(const QModelIndex &index) const
{
    const auto number = count(index);
    auto text = number ? QString(name(index) % u", " % Texts::count(*number)) : name(index);
    if (const auto permille = progress(index); permille >= 0)
        text += u", " % Texts::percent(permille / 10);
    return text;
}

QString SidebarModel::Private::toolTip(const QModelIndex &index) const
{
    if (isTop(index))
        return {};
    if (isMore(index))
        return tr("Shows more hosts");
    switch (sectionOf(index)) {
    case Section::Jobs:
        return jobToolTip(jobs[index.row()]);
    case Section::Hosts:
        return QString::fromUtf8(m_hosts.at(index.row()).origin);
    default:
        return {};
    }
}

QIcon SidebarModel::Private::decoration(const QModelIndex &index) const
{
    const auto section = sectionOf(index);
    if (isTop(index))
        return section == Section::All ? icon(u"all") : QIcon();
    switch (section) {
    case Section::Jobs:
        return jobIcon(jobs[index.row()]);
    case Section::Hosts:
        return isMore(index) ? QIcon() : icon(u"host");
    default:
        return statusIcon(statusRows[std::size_t(index.row())].status);
    }
}

int SidebarModel::Private::progress(const QModelIndex &index) const
{
    if (isTop(index) || sectionOf(index) != Section::Jobs)
        return -1;
    const auto &job = jobs[index.row()];
    const auto total = job.counts.total();
    return total == 0 || isFinished(job) ? -1 : int(1000 * ended(job.counts) / total);
}

QVariant SidebarModel::Private::nameData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return name(index);
    case Qt::DecorationRole:
        return decoration(index);
    case Qt::ToolTipRole:
        return plainTip(toolTip(index));
    default:
        return {};
    }
}

QVariant SidebarModel::Private::countData(const QModelIndex &index, int role) const
{
    const auto number = count(index);
    switch (role) {
    case Qt::DisplayRole:
        return number ? Texts::count(*number) : QString();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(this))
{
}

SidebarModel::~SidebarModel() = default;

void SidebarModel::apply(const engine::ChangeSet &changes)
{
    d->applyJobs(changes.jobs);
    d->applyCounts(changes.counts);
    d->applyHosts(changes.hosts);
}

void SidebarModel::sortHosts(const QSet<QByteArray> &kept)
{
    d->showHosts(d->hosts().best(d->mostHosts, kept));
}

void SidebarModel::showMoreHosts(const QSet<QByteArray> &kept)
{
    d->mostHosts *= 10;
    sortHosts(kept);
}

ItemFilter SidebarModel::filterFor(const QModelIndexList &indexes) const
{
    ItemFilter filter;
    for (const auto &index : indexes) {
        if (!index.isValid() || index.column() > 0 || Private::isTop(index) || d->isMore(index))
            continue;
        switch (Private::sectionOf(index)) {
        case Private::Section::Jobs:
            filter.jobs.append(d->jobs[index.row()].id);
            break;
        case Private::Section::Hosts:
            filter.hosts.append(d->hosts().at(index.row()).origin);
            break;
        default:
            filter.statuses.append(statusRows[std::size_t(index.row())].status);
        }
    }
    return filter;
}

QModelIndex SidebarModel::indexOf(item::JobId job) const
{
    const auto at = std::ranges::find(d->jobs, job, &engine::JobState::id);
    return at == d->jobs.end()
               ? QModelIndex()
               : index(int(at - d->jobs.begin()), 0, index(int(Private::Section::Jobs), 0));
}

QModelIndex SidebarModel::indexOf(const QByteArray &origin) const
{
    for (int row = 0; row < d->hostsShown(); ++row) {
        if (d->hosts().at(row).origin == origin)
            return index(row, 0, index(int(Private::Section::Hosts), 0));
    }
    return {};
}

QModelIndex SidebarModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : topId);
}

QModelIndex SidebarModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || Private::isTop(index))
        return {};
    return createIndex(int(Private::sectionOf(index)), 0, topId);
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return Private::sections;
    if (!Private::isTop(parent) || parent.column() > 0)
        return 0;
    return d->rowsOf(Private::Section(parent.row()));
}

int SidebarModel::columnCount(const QModelIndex &) const
{
    return Private::columns;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto section = Private::sectionOf(index);
    const bool child = !Private::isTop(index);
    switch (role) {
    case CountRole: {
        const auto number = d->count(index);
        return number ? QVariant(*number) : QVariant();
    }
    case JobRole:
        return child && section == Private::Section::Jobs ? QVariant(int(d->jobs[index.row()].id))
                                                          : QVariant();
    case HostRole:
        return child && section == Private::Section::Hosts && !d->isMore(index)
                   ? QVariant(d->hosts().at(index.row()).origin)
                   : QVariant();
    case MoreRole:
        return d->isMore(index);
    case ProgressRole:
        return d->progress(index);
    case Qt::AccessibleTextRole:
        return d->accessibleText(index);
    default:
        return index.column() == int(Private::Column::Name) ? d->nameData(index, role)
                                                            : d->countData(index, role);
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const bool heading =
        Private::isTop(index) && Private::sectionOf(index) != Private::Section::All;
    return heading || d->isMore(index) ? Qt::ItemIsEnabled
                                       : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace trawl::models

#include "moc_sidebarmodel.cpp"

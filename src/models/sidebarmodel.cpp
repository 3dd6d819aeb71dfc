// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sidebarmodel.h"

#include "models/icons.h"
#include "models/texts.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

enum class Section { All, Jobs, Status };
constexpr int sectionCount = 3;

enum class Column { Name, Count };
constexpr int columnCountOf = 2;

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

constexpr quintptr childIdOf(Section section)
{
    return quintptr(section) + 1;
}

Section sectionOf(const QModelIndex &index)
{
    return Section(index.internalId() == topId ? quintptr(index.row()) : index.internalId() - 1);
}

bool isTop(const QModelIndex &index)
{
    return index.internalId() == topId;
}

} // namespace

class SidebarModel::Private
{
public:
    explicit Private(SidebarModel *model)
        : q(model)
    {
    }

    void applyJobs(const QList<engine::JobState> &next);
    void applyCounts(const engine::Counts &next);
    [[nodiscard]] QString name(const QModelIndex &index) const;
    [[nodiscard]] std::optional<qint64> count(const QModelIndex &index) const;
    [[nodiscard]] QString countText(const QModelIndex &index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    [[nodiscard]] QIcon decoration(const QModelIndex &index) const;
    [[nodiscard]] QVariant nameData(const QModelIndex &index, int role) const;
    [[nodiscard]] QVariant countData(const QModelIndex &index, int role) const;

    QList<engine::JobState> jobs; ///< in order of their first appearance
    engine::Counts counts;

private:
    void removeGoneJobs(const QList<engine::JobState> &next);
    void changed(Section section, int first, int last);

    SidebarModel *q;
};

void SidebarModel::Private::changed(Section section, int first, int last)
{
    if (last < first)
        return;
    const auto parent = q->index(int(section), 0);
    Q_EMIT q->dataChanged(q->index(first, 0, parent), q->index(last, int(Column::Count), parent));
}

void SidebarModel::Private::removeGoneJobs(const QList<engine::JobState> &next)
{
    for (qsizetype row = jobs.size() - 1; row >= 0; --row) {
        if (std::ranges::find(next, jobs[row].id, &engine::JobState::id) != next.end())
            continue;
        q->beginRemoveRows(q->index(int(Section::Jobs), 0), int(row), int(row));
        jobs.removeAt(row);
        q->endRemoveRows();
    }
}

void SidebarModel::Private::applyJobs(const QList<engine::JobState> &next)
{
    removeGoneJobs(next);
    const auto known = jobs.size();
    QList<engine::JobState> added;
    for (const auto &job : next) {
        const auto found = std::ranges::find(jobs, job.id, &engine::JobState::id);
        if (found == jobs.end())
            added.append(job);
        else
            *found = job;
    }
    changed(Section::Jobs, 0, int(known) - 1);
    if (added.isEmpty())
        return;
    q->beginInsertRows(q->index(int(Section::Jobs), 0), int(known), int(known + added.size()) - 1);
    jobs += added;
    q->endInsertRows();
}

void SidebarModel::Private::applyCounts(const engine::Counts &next)
{
    if (next == counts)
        return;
    counts = next;
    Q_EMIT q->dataChanged(q->index(0, 0), q->index(0, int(Column::Count)));
    changed(Section::Status, 0, int(statusRows.size()) - 1);
}

QString SidebarModel::Private::name(const QModelIndex &index) const
{
    const auto section = sectionOf(index);
    if (isTop(index)) {
        static constexpr std::array titles{QT_TR_NOOP("All"), QT_TR_NOOP("Jobs"),
                                           QT_TR_NOOP("Status")};
        return tr(titles[std::size_t(section)]);
    }
    return section == Section::Jobs ? jobs[index.row()].name
                                    : Texts::status(statusRows[std::size_t(index.row())].status);
}

std::optional<qint64> SidebarModel::Private::count(const QModelIndex &index) const
{
    const auto section = sectionOf(index);
    if (isTop(index))
        return section == Section::All ? std::optional(counts.total()) : std::nullopt;
    return section == Section::Jobs ? jobs[index.row()].counts.total()
                                    : counts.*statusRows[std::size_t(index.row())].count;
}

QString SidebarModel::Private::countText(const QModelIndex &index) const
{
    const auto number = count(index);
    return number ? Texts::count(*number) : QString();
}

QString SidebarModel::Private::accessibleText(const QModelIndex &index) const
{
    const auto number = countText(index);
    return number.isEmpty() ? name(index) : QString(name(index) % u", " % number);
}

QIcon SidebarModel::Private::decoration(const QModelIndex &index) const
{
    const auto section = sectionOf(index);
    if (isTop(index))
        return section == Section::All ? icon(u"all") : QIcon();
    if (section == Section::Status)
        return statusIcon(statusRows[std::size_t(index.row())].status);
    return jobs[index.row()].paused ? statusIcon(Status::Paused) : icon(u"job");
}

QVariant SidebarModel::Private::nameData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return name(index);
    case Qt::DecorationRole:
        return decoration(index);
    case Qt::ToolTipRole:
        return !isTop(index) && sectionOf(index) == Section::Jobs
                   ? QVariant(u"<qt>" % jobs[index.row()].directory.toHtmlEscaped() % u"</qt>")
                   : QVariant();
    default:
        return {};
    }
}

QVariant SidebarModel::Private::countData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return countText(index);
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
}

ItemFilter SidebarModel::filterFor(const QModelIndex &index) const
{
    if (!index.isValid() || isTop(index))
        return {};
    if (sectionOf(index) == Section::Jobs)
        return {.jobs = {d->jobs[index.row()].id}};
    return {.statuses = {statusRows[std::size_t(index.row())].status}};
}

QModelIndex SidebarModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? childIdOf(Section(parent.row())) : topId);
}

QModelIndex SidebarModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || isTop(index))
        return {};
    return createIndex(int(sectionOf(index)), 0, topId);
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return sectionCount;
    if (!isTop(parent) || parent.column() > 0)
        return 0;
    switch (Section(parent.row())) {
    case Section::Jobs:
        return int(d->jobs.size());
    case Section::Status:
        return int(statusRows.size());
    default:
        return 0;
    }
}

int SidebarModel::columnCount(const QModelIndex &) const
{
    return columnCountOf;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == CountRole) {
        const auto number = d->count(index);
        return number ? QVariant(*number) : QVariant();
    }
    if (role == Qt::AccessibleTextRole)
        return d->accessibleText(index);
    return Column(index.column()) == Column::Name ? d->nameData(index, role)
                                                  : d->countData(index, role);
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const bool heading = isTop(index) && sectionOf(index) != Section::All;
    return heading ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace trawl::models

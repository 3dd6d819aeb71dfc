// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sampletable.h"

#include "charts/scale.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace trawl::charts {

namespace {

using rates::Sample;

const CurveInfo &curveOf(ChartView view, int column)
{
    return Curves::of(view)[std::size_t(column) - 1];
}

} // namespace

SampleModel::SampleModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SampleModel::setView(ChartView view)
{
    if (view == m_view)
        return;
    beginResetModel();
    m_view = view;
    endResetModel();
}

void SampleModel::drop(int first, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, first, first + count - 1);
    m_samples.erase(m_samples.begin() + first, m_samples.begin() + first + count);
    endRemoveRows();
}

void SampleModel::setSamples(const std::vector<Sample> &oldestFirst)
{
    const auto newer = [](const Sample &a, const Sample &b) { return a.atMs > b.atMs; };
    std::vector<Sample> next(oldestFirst.rbegin(), oldestFirst.rend());
    const auto tooOld =
        next.empty() ? m_samples.begin() : std::ranges::upper_bound(m_samples, next.back(), newer);
    drop(int(tooOld - m_samples.begin()), int(m_samples.end() - tooOld));
    const auto fresh =
        m_samples.empty() ? next.end() : std::ranges::lower_bound(next, m_samples.front(), newer);
    // Others than before: another span, or the clock was set back.
    if (!std::ranges::equal(m_samples, std::span(fresh, next.end()), {}, &Sample::atMs,
                            &Sample::atMs))
        drop(0, int(m_samples.size()));
    const auto count = next.size() - m_samples.size();
    if (count == 0)
        return;
    beginInsertRows({}, 0, int(count) - 1);
    m_samples.insert(m_samples.begin(), next.begin(), next.begin() + qsizetype(count));
    endInsertRows();
}

double SampleModel::value(const Sample &sample, int column) const
{
    return column == 0 ? double(sample.atMs) : curveOf(m_view, column).value(sample);
}

QString SampleModel::text(const Sample &sample, int column) const
{
    if (column == 0)
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(sample.atMs).time(),
                                  QStringLiteral("HH:mm:ss"));
    const auto &curve = curveOf(m_view, column);
    return Curves::text(curve, curve.value(sample));
}

QString SampleModel::toTsv(const QList<int> &rows) const
{
    auto locale = QLocale();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const auto cell = [&](int row, int column) {
        const auto &sample = m_samples[std::size_t(row)];
        if (column == 0)
            return QDateTime::fromMSecsSinceEpoch(sample.atMs)
                .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        const auto number = value(sample, column);
        return number < 0 ? QString()
                          : locale.toString(number, 'f', QLocale::FloatingPointShortest);
    };
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells.append(headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    for (const auto row : rows) {
        cells.clear();
        for (int column = 0; column < columnCount(); ++column)
            cells.append(cell(row, column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

int SampleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int SampleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Curves::of(m_view).size()) + 1;
}

QVariant SampleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &sample = m_samples[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(sample, index.column());
    case ValueRole:
        return value(sample, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Time") : Curves::title(curveOf(m_view, section));
}

SampleTable::SampleTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new SampleModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Points of the chart"));
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setMinimumSectionSize(horizontalHeader()->fontMetrics().height() * 4);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyRows = new QAction(tr("&Copy rows"), this);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, [this] { copy(false); });
    auto *copyAll = new QAction(tr("Copy &table as TSV"), this);
    connect(copyAll, &QAction::triggered, this, [this] { copy(true); });
    addActions({copyRows, copyAll});
    // What comes on top must not push away what is being read.
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                auto *bar = verticalScrollBar();
                if (const auto at = bar->value(); at > 0) {
                    updateGeometries();
                    bar->setValue(at + last - first + 1);
                }
            });
}

void SampleTable::setView(ChartView view)
{
    m_model->setView(view);
}

void SampleTable::setSamples(const std::vector<rates::Sample> &oldestFirst)
{
    m_model->setSamples(oldestFirst);
}

void SampleTable::copy(bool all) const
{
    QList<int> rows;
    for (const auto &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    if (all || rows.isEmpty()) {
        rows.resize(m_model->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QGuiApplication::clipboard()->setText(m_model->toTsv(rows));
}

} // namespace trawl::charts

#include "moc_sampletable.cpp"

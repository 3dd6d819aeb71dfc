// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sampletable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>

#include <numeric>

namespace trawl::charts {

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

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/samplemodel.h"

#include <QTableView>

namespace trawl::charts {

/// A chart's points as a table. Ctrl+C copies the selected rows, or all when none is selected.
class SampleTable : public QTableView
{
    Q_OBJECT

public:
    explicit SampleTable(QWidget *parent = nullptr);

    void setView(ChartView view);
    void setSamples(const std::vector<rates::Sample> &oldestFirst);

private:
    void copy(bool all) const;

    SampleModel *m_model;
};

} // namespace trawl::charts

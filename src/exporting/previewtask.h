// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/background.h"
#include "exporting/exportrows.h"

#include <QObject>

namespace trawl::exporting {

/// The first rows of an export as they will be written.
struct ExportPreview
{
    QString text;       ///< of a format that is text
    QStringList header; ///< of one that is a table
    QList<QStringList> cells;
};

/// Makes a preview of a plan on a thread of its own, then counts all its rows. The destructor does
/// not wait for the end of that.
class PreviewTask : public QObject
{
    Q_OBJECT

public:
    static constexpr int rows = 20;

    explicit PreviewTask(ExportPlan plan, QObject *parent = nullptr);
    ~PreviewTask() override;
    void start();

Q_SIGNALS:
    void ready(const trawl::exporting::ExportPreview &preview);
    void counted(qint64 rows);
    void failed(const trawl::item::Failure &failure);

private:
    void run(const std::atomic_bool &cancelled);
    void count(const exchange::RowSource &rest, qint64 wanted);

    ExportPlan m_plan;
    desktop::Background m_background;
};

} // namespace trawl::exporting

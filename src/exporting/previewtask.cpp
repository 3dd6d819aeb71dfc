// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/previewtask.h"

#include "exchange/exporttable.h"

#include <QBuffer>

namespace trawl::exporting {

namespace {

using Preview = tl::expected<ExportPreview, item::Failure>;

/// So much of a row that a screen has room for it.
constexpr qsizetype mostBytes = 64 * 1024;

Preview asTable(const QList<item::Result> &rows, const exchange::ExportOptions &options)
{
    const auto table = exchange::ExportTable::make(options);
    if (!table)
        return tl::unexpected(table.error());
    ExportPreview preview;
    for (qsizetype column = 0; column < table->size(); ++column)
        preview.header.append(QString::fromUtf8(table->name(column)));
    for (const auto &row : rows) {
        QStringList cells;
        for (qsizetype column = 0; column < table->size(); ++column)
            cells.append(QString::fromUtf8(table->cell(row, column).text.left(mostBytes)));
        preview.cells.append(cells);
    }
    return preview;
}

Preview asText(const QList<item::Result> &rows, const exchange::ExportOptions &options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    qsizetype next = 0;
    const auto source = [&]() -> exchange::RowSource::result_type {
        if (next == rows.size())
            return std::nullopt;
        return rows[next++];
    };
    const auto written = exchange::exportRows(buffer, source, options);
    if (!written)
        return tl::unexpected(written.error());
    return ExportPreview{QString::fromUtf8(bytes.left(4 * mostBytes)), {}, {}};
}

Preview previewOf(const QList<item::Result> &rows, const exchange::ExportOptions &options)
{
    return exchange::infoOf(options.format).needsFile() ? asTable(rows, options)
                                                        : asText(rows, options);
}

} // namespace

PreviewTask::PreviewTask(ExportPlan plan, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
{
    qRegisterMetaType<ExportPreview>();
    qRegisterMetaType<item::Failure>();
}

PreviewTask::~PreviewTask()
{
    m_background.stop();
}

void PreviewTask::start()
{
    m_background.start([this](const std::atomic_bool &cancelled) { run(cancelled); });
}

void PreviewTask::run(const std::atomic_bool &cancelled)
{
    const auto source = openRows(m_plan, cancelled);
    if (!source) {
        Q_EMIT failed(source.error());
        return;
    }
    QList<item::Result> first;
    auto row = (*source)();
    for (; row && *row; row = (*source)()) {
        if (m_plan.options.where.matches(**row))
            first.append(**row);
        if (first.size() == rows)
            break;
    }
    if (!row && cancelled)
        return;
    const auto preview = row ? previewOf(first, m_plan.options) : tl::unexpected(row.error());
    if (!preview) {
        Q_EMIT failed(preview.error());
        return;
    }
    Q_EMIT ready(*preview);
    count(*source, first.size());
}

void PreviewTask::count(const exchange::RowSource &rest, qint64 wanted)
{
    auto row = rest();
    for (; row && *row; row = rest())
        wanted += m_plan.options.where.matches(**row) ? 1 : 0;
    if (row)
        Q_EMIT counted(wanted);
}

} // namespace trawl::exporting

#include "moc_previewtask.cpp"

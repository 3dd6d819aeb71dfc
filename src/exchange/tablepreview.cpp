// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablepreview.h"

#include "exchange/bytes.h"
#include "exchange/jsonsource.h"
#include "exchange/tablesource.h"

#include <QBuffer>

namespace trawl::exchange {

namespace {

constexpr qint64 sampleBytes = 1024 * 1024;
constexpr qsizetype shownCell = 200;
constexpr qsizetype shownColumns = 200;

QString cellText(QByteArrayView value)
{
    auto text = QString::fromUtf8(value.first(qMin(value.size(), shownCell * 4))).left(shownCell);
    for (auto &c : text) {
        if (c < u' ')
            c = u' ';
    }
    return text;
}

QStringList cellsOf(const TableRecord &record)
{
    QStringList cells;
    for (qsizetype i = 0; i < qMin(record.size(), shownColumns); ++i)
        cells.append(cellText(trimmed(record.field(i))));
    return cells;
}

QStringList cellsOf(const JsonRecord &record, const TableLayout &layout)
{
    QStringList cells;
    for (const auto &column : layout.columns) {
        const auto *member = record.find(column.name);
        cells.append(member ? cellText(trimmed(QByteArrayView(member->value))) : QString());
    }
    return cells;
}

/// Rows are as wide as the widest: those without a header may be of any length.
TablePreview previewOfTable(QByteArray &sample, bool tabs, const ReadOptions &options,
                            qsizetype rows)
{
    TablePreview preview;
    QBuffer first(&sample);
    first.open(QIODevice::ReadOnly);
    InputBuffer input(first, options.charset);
    TableSource source(input, tabs, options.layout);
    QList<item::Link> links;
    while (links.isEmpty() && source.read(links, true)) {
    }
    preview.layout = source.layout();
    QBuffer second(&sample);
    second.open(QIODevice::ReadOnly);
    InputBuffer again(second, options.charset);
    TableReader reader(again, preview.layout.separator);
    while (preview.rows.size() < rows && reader.next(true)) {
        const auto cells = cellsOf(reader.record());
        const bool isBlank = cells.size() == 1 && cells.first().isEmpty();
        if (!isBlank && reader.record().line() > source.lastLineBeforeRows())
            preview.rows.append(cells);
    }
    return preview;
}

TablePreview previewOfObjects(QByteArray &sample, bool lines, const ReadOptions &options,
                              qsizetype rows)
{
    TablePreview preview;
    QBuffer buffer(&sample);
    buffer.open(QIODevice::ReadOnly);
    InputBuffer input(buffer, options.charset);
    JsonSource source(input, lines, options.layout);
    QList<JsonRecord> records;
    while (records.size() < rows && source.nextRecord())
        records.append(source.record());
    preview.layout = source.layout();
    for (const auto &record : std::as_const(records))
        preview.rows.append(cellsOf(record, preview.layout));
    return preview;
}

} // namespace

TablePreview previewTable(QIODevice &device, ListFormat format, const ReadOptions &options,
                          qsizetype rows)
{
    auto sample = device.peek(sampleBytes);
    if (format == ListFormat::Csv || format == ListFormat::Tsv)
        return previewOfTable(sample, format == ListFormat::Tsv, options, rows);
    return previewOfObjects(sample, format == ListFormat::JsonLines, options, rows);
}

} // namespace trawl::exchange

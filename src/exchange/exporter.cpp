// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporter.h"
#include "exchange/atomicfile.h"
#include "exchange/columns.h"
#include "exchange/filefailure.h"
#include "exchange/textwriter.h"

#include <QFileDevice>

#include <memory>

namespace trawl::exchange {

namespace {

constexpr qsizetype bufferBytes = 64 * 1024;

item::Failure writeFailure(const QIODevice &device)
{
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    const bool full = file && file->error() == QFileDevice::ResourceError;
    return {full ? item::Reason::DiskFull : item::Reason::FileError, 0, full, device.errorString()};
}

/// On a full disk a first write may come back short without an error; the next one says why.
tl::expected<void, item::Failure> writeAll(QIODevice &device, QByteArray &buffer)
{
    for (QByteArrayView rest(buffer); !rest.isEmpty();) {
        const auto written = device.write(rest.data(), rest.size());
        if (written <= 0)
            return tl::unexpected(writeFailure(device));
        rest = rest.sliced(written);
    }
    buffer.resize(0);
    return {};
}

/// Leaves out the rows that are not wanted.
RowSource wanted(const RowSource &rows, const Where &where)
{
    return [&rows, where]() -> RowSource::result_type {
        auto row = rows();
        while (row && *row && !where.matches(**row))
            row = rows();
        return row;
    };
}

tl::expected<qint64, item::Failure> writeInto(AtomicFile &file, const RowSource &rows,
                                              const ExportTable &table,
                                              const ExportOptions &options)
{
    if (const auto write = infoOf(options.format).writeFile)
        return write(file.temporaryName(), wanted(rows, options.where), table);
    return exportRows(file.device(), rows, options);
}

} // namespace

QStringList resultColumns()
{
    QStringList names;
    for (const auto &column : columns())
        names.append(QString::fromLatin1(column.name));
    return names;
}

tl::expected<qint64, item::Failure> exportRows(QIODevice &device, const RowSource &rows,
                                               const ExportOptions &options)
{
    const auto table = ExportTable::make(options);
    if (!table)
        return tl::unexpected(table.error());
    const auto &format = infoOf(options.format);
    if (format.needsFile())
        return tl::unexpected(fileFailure(QStringLiteral("this format needs a file of its own")));
    const auto writer = format.makeText(*table, options);
    QByteArray buffer;
    buffer.reserve(2 * bufferBytes);
    qint64 count = 0;
    writer->begin(buffer);
    const auto next = wanted(rows, options.where);
    auto row = next();
    for (; row && *row; row = next()) {
        writer->row(buffer, **row);
        ++count;
        if (buffer.size() < bufferBytes)
            continue;
        if (auto done = writeAll(device, buffer); !done)
            return tl::unexpected(done.error());
    }
    if (!row)
        return tl::unexpected(row.error());
    writer->end(buffer);
    if (auto done = writeAll(device, buffer); !done)
        return tl::unexpected(done.error());
    auto *file = qobject_cast<QFileDevice *>(&device);
    if (file && !file->flush())
        return tl::unexpected(writeFailure(device));
    return count;
}

tl::expected<qint64, item::Failure> exportFile(const QString &path, const RowSource &rows,
                                               const ExportOptions &options)
{
    const auto table = ExportTable::make(options);
    if (!table)
        return tl::unexpected(table.error());
    AtomicFile file(path);
    if (auto opened = file.open(); !opened)
        return tl::unexpected(opened.error());
    const auto count = writeInto(file, rows, *table, options);
    if (!count)
        return count;
    if (auto committed = file.commit(); !committed)
        return tl::unexpected(committed.error());
    return count;
}

} // namespace trawl::exchange

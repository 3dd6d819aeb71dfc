// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporter.h"
#include "exchange/atomicfile.h"
#include "exchange/columns.h"

#include <QFileDevice>
#include <QStringList>

#include <algorithm>
#include <memory>

namespace trawl::exchange {

namespace {

constexpr qsizetype bufferBytes = 64 * 1024;

bool isValidText(QByteArrayView text)
{
    return text.isValidUtf8() && !text.contains('\0');
}

/// What no reader takes (broken UTF-8, NUL) becomes U+FFFD.
QByteArray cleanText(QByteArray text)
{
    if (isValidText(text))
        return text;
    return QString::fromUtf8(text).replace(QChar(u'\0'), QChar::ReplacementCharacter).toUtf8();
}

void appendJsonString(QByteArray &out, QByteArrayView text)
{
    out += '"';
    qsizetype copied = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c != '"' && c != '\\' && quint8(c) >= 0x20)
            continue;
        out.append(text.data() + copied, i - copied);
        copied = i + 1;
        if (quint8(c) < 0x20)
            out += "\\u00" + QByteArray::number(quint8(c) | 0x100, 16).right(2);
        else
            (out += '\\') += c;
    }
    out.append(text.data() + copied, text.size() - copied);
    out += '"';
}

/// Turns rows into one format's text.
class Writer
{
public:
    virtual ~Writer() = default;
    virtual void begin(QByteArray &) {}
    virtual void row(QByteArray &out, const item::Result &result) = 0;
    virtual void end(QByteArray &) {}
};

/// RFC 4180: CSV lines end with CRLF. TSV is quoted the same way, its lines end with LF.
class TableWriter : public Writer
{
public:
    explicit TableWriter(const ExportOptions &options)
        : m_separator(options.format == ExportFormat::Tsv ? '\t' : ',')
        , m_lineEnd(options.format == ExportFormat::Tsv ? "\n" : "\r\n")
        , m_defuse(options.defuseFormulas)
    {
    }
    void begin(QByteArray &out) override
    {
        writeLine(out, [](const Column &column) { return QByteArray(column.name); });
    }
    void row(QByteArray &out, const item::Result &result) override
    {
        writeLine(out, [this, &result](const Column &column) {
            const auto cell = column.cell(result);
            return column.kind == CellKind::Text ? defused(cleanText(cell)) : cell;
        });
    }

private:
    template <typename CellOf> void writeLine(QByteArray &out, CellOf cellOf)
    {
        for (const auto &column : columns()) {
            appendCell(out, cellOf(column));
            out += m_separator;
        }
        out.chop(1);
        out += m_lineEnd;
    }
    /// A spreadsheet would run such a cell as a formula.
    [[nodiscard]] QByteArray defused(QByteArray text) const
    {
        constexpr QByteArrayView starters("=+-@\t\r");
        if (m_defuse && !text.isEmpty() && starters.contains(text.front()))
            text.prepend('\'');
        return text;
    }
    void appendCell(QByteArray &out, const QByteArray &text) const
    {
        const auto special = [this](char c) {
            return c == m_separator || c == '"' || c == '\n' || c == '\r';
        };
        if (std::none_of(text.begin(), text.end(), special)) {
            out += text;
            return;
        }
        out += '"';
        for (const char c : text)
            out += c == '"' ? QByteArray("\"\"") : QByteArray(1, c);
        out += '"';
    }

    char m_separator;
    const char *m_lineEnd;
    bool m_defuse;
};

/// RFC 8259, one object a row: an array of them, or one a line (JSON Lines).
class JsonWriter : public Writer
{
public:
    explicit JsonWriter(bool lines)
        : m_lines(lines)
    {
    }
    void begin(QByteArray &out) override { out += m_lines ? "" : "["; }
    void row(QByteArray &out, const item::Result &result) override
    {
        if (!m_lines)
            out += m_first ? "\n" : ",\n";
        m_first = false;
        char before = '{';
        for (const auto &column : columns()) {
            out += before;
            appendJsonString(out, column.name);
            out += ':';
            appendValue(out, column, column.cell(result));
            before = ',';
        }
        out += m_lines ? "}\n" : "}";
    }
    void end(QByteArray &out) override { out += m_lines ? "" : "\n]\n"; }

private:
    static void appendValue(QByteArray &out, const Column &column, const QByteArray &cell)
    {
        if (cell.isEmpty())
            out += "null";
        else if (column.kind == CellKind::Number)
            out += cell;
        else
            appendJsonString(out, cleanText(cell));
    }

    bool m_lines;
    bool m_first = true;
};

std::unique_ptr<Writer> makeWriter(const ExportOptions &options)
{
    if (options.format == ExportFormat::Json || options.format == ExportFormat::JsonLines)
        return std::make_unique<JsonWriter>(options.format == ExportFormat::JsonLines);
    return std::make_unique<TableWriter>(options);
}

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

} // namespace

std::optional<ExportFormat> exportFormat(const QString &fileName)
{
    struct Suffix
    {
        QLatin1StringView text;
        ExportFormat format;
    };
    static constexpr std::array suffixes{
        Suffix{QLatin1StringView(".csv"), ExportFormat::Csv},
        Suffix{QLatin1StringView(".tsv"), ExportFormat::Tsv},
        Suffix{QLatin1StringView(".json"), ExportFormat::Json},
        Suffix{QLatin1StringView(".jsonl"), ExportFormat::JsonLines},
        Suffix{QLatin1StringView(".ndjson"), ExportFormat::JsonLines},
    };
    for (const auto &suffix : suffixes) {
        if (fileName.endsWith(suffix.text, Qt::CaseInsensitive))
            return suffix.format;
    }
    return std::nullopt;
}

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
    const auto writer = makeWriter(options);
    QByteArray buffer;
    buffer.reserve(2 * bufferBytes);
    qint64 count = 0;
    writer->begin(buffer);
    auto row = rows();
    for (; row && *row; row = rows()) {
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
    AtomicFile file(path);
    if (auto opened = file.open(); !opened)
        return tl::unexpected(opened.error());
    const auto count = exportRows(file.device(), rows, options);
    if (!count)
        return count;
    if (auto committed = file.commit(); !committed)
        return tl::unexpected(committed.error());
    return count;
}

} // namespace trawl::exchange

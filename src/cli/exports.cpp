// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exports.h"
#include "cli/words.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

#include <unistd.h>

namespace trawl::cli {

namespace {

using exchange::ExportFormat;

const auto standardOutput = QStringLiteral("-");

bool isSameFile(const QString &one, const QString &other)
{
    return !other.isEmpty() &&
           (QFileInfo(one).absoluteFilePath() == QFileInfo(other).absoluteFilePath() ||
            (QFileInfo::exists(one) && QFileInfo(one) == QFileInfo(other)));
}

ExportFormat formatOf(const QString &path)
{
    return path == standardOutput ? ExportFormat::JsonLines
                                  : exchange::exportFormat(path).value_or(ExportFormat::Csv);
}

} // namespace

QString Exports::begin(const engine::ResultFilter &filter, const QStringList &fields)
{
    m_filter = filter;
    m_fields = fields;
    const auto known = exchange::resultColumns() + fields;
    for (const auto &column : m_choice.columns) {
        if (!known.contains(column))
            return QStringLiteral("--columns: no column \"%1\"; there are: %2")
                .arg(column, known.join(QStringLiteral(", ")));
    }
    for (const auto &path : m_choice.files) {
        if (isSameFile(path, m_sessionPath))
            return QStringLiteral("-o: %1 is the session itself").arg(path);
    }
    if (m_choice.where.isEmpty())
        return {};
    auto where = exchange::Where::parse(m_choice.where, fields);
    if (!where)
        return QStringLiteral("--where: ") + where.error();
    m_where = *std::move(where);
    return {};
}

// The order that nothing else asks for is that of the list, but a pipe is not kept waiting.
Order Exports::orderOf(const QString &path) const
{
    return m_choice.order.value_or(path == standardOutput ? Order::Arrival : Order::List);
}

bool Exports::growsAs(const QString &path) const
{
    return orderOf(path) == Order::Arrival && exchange::infoOf(formatOf(path)).canGrow();
}

bool Exports::grows() const
{
    return std::any_of(m_choice.files.begin(), m_choice.files.end(),
                       [this](const QString &path) { return growsAs(path); });
}

exchange::ExportOptions Exports::optionsFor(const QString &path) const
{
    exchange::ExportOptions options;
    options.format = formatOf(path);
    options.fields = m_fields;
    options.columns = m_choice.columns;
    options.defuseFormulas = !m_choice.keepFormulas;
    options.bom = m_choice.bom;
    options.where = m_where;
    return options;
}

exchange::RowSource Exports::rows(std::optional<qint64> after) const
{
    auto filter = m_filter;
    filter.after = after;
    const auto opened = engine::openResults(m_sessionPath, filter);
    if (!opened)
        return [failure = opened.error()] { return tl::unexpected(failure); };
    return *opened;
}

void Exports::openSinks(const FindPosition &find)
{
    for (const auto &path : m_choice.files) {
        if (!growsAs(path))
            continue;
        if (path == standardOutput)
            m_sinks.push_back({path, {}, nullptr, false});
        else
            openSink(path, find);
    }
}

void Exports::openSink(const QString &path, const FindPosition &find)
{
    Sink sink{path, {QFileInfo(path).absoluteFilePath(), 0, 0, 0}, nullptr, false};
    const auto options = optionsFor(path);
    if (const auto known = find(sink.position.path); known && stillHolds(*known)) {
        auto opened = exchange::LiveSink::open(path, options, known->mark);
        if (opened) {
            sink.position = *known;
            sink.file = *std::move(opened);
        } else if (opened.error().reason != item::Reason::Changed) {
            return note(path, opened.error());
        }
    }
    if (!sink.file) { // somebody has changed it, or it never was: all of it is in the session
        auto opened = exchange::LiveSink::open(path, options, 0);
        if (!opened)
            return note(path, opened.error());
        sink.file = *std::move(opened);
    }
    m_sinks.push_back(std::move(sink));
}

/// No item that is in it has been taken up again since.
bool Exports::stillHolds(const engine::SinkPosition &position) const
{
    const auto items = engine::countArrivals(m_sessionPath, position.arrival);
    return items && *items == position.items;
}

void Exports::advance(const KeepPosition &keep)
{
    for (auto &sink : m_sinks) {
        if (sink.broken)
            continue;
        if (sink.file)
            advance(sink, keep);
        else
            writeOut(sink);
    }
}

/// In pieces that end with an item: the first one may find all of an earlier run.
void Exports::advance(Sink &sink, const KeepPosition &keep)
{
    constexpr qsizetype most = 2000;
    const auto source = rows(sink.position.arrival);
    QList<item::Result> piece;
    auto row = source();
    for (; row && *row && !sink.broken; row = source()) {
        if (piece.size() >= most && piece.last().arrival != (*row)->arrival)
            append(sink, std::exchange(piece, {}), keep);
        piece.append(**row);
    }
    if (!row) {
        sink.broken = true;
        return note(sink.path, row.error());
    }
    if (!piece.isEmpty() && !sink.broken)
        append(sink, piece, keep);
}

void Exports::append(Sink &sink, const QList<item::Result> &rows, const KeepPosition &keep)
{
    const auto mark = sink.file->append(rows);
    if (!mark) {
        sink.broken = true;
        return note(sink.path, mark.error());
    }
    for (const auto &row : rows) {
        sink.position.items += row.arrival > sink.position.arrival ? 1 : 0;
        sink.position.arrival = row.arrival;
    }
    sink.position.mark = *mark;
    if (keep)
        keep(sink.position);
}

void Exports::writeOut(Sink &sink)
{
    const auto source = rows(sink.position.arrival);
    const auto noting = [&]() -> exchange::RowSource::result_type {
        auto row = source();
        if (row && *row)
            sink.position.arrival = (*row)->arrival;
        return row;
    };
    sink.broken = !write(sink.path, noting);
}

void Exports::write()
{
    advance();
    for (const auto &path : m_choice.files) {
        const auto same = [&path](const Sink &sink) { return sink.path == path; };
        if (std::none_of(m_sinks.begin(), m_sinks.end(), same))
            write(path,
                  rows(orderOf(path) == Order::Arrival ? std::optional<qint64>(0) : std::nullopt));
    }
}

bool Exports::write(const QString &path, const exchange::RowSource &source)
{
    tl::expected<qint64, item::Failure> written;
    if (path == standardOutput) {
        QFile out;
        (void)out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
        written = exchange::exportRows(out, source, optionsFor(path));
    } else {
        written = exchange::exportFile(path, source, optionsFor(path));
    }
    if (!written)
        note(path, written.error());
    return written.has_value();
}

void Exports::note(const QString &path, const item::Failure &failure)
{
    m_trouble.append(QStringLiteral("%1 was not written: %2").arg(path, failureText(failure)));
}

} // namespace trawl::cli

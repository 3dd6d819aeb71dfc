// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/responsehead.h"

#include <algorithm>

namespace trawl::transport {
namespace {

bool isName(const QByteArray &name, QByteArrayView other)
{
    return name.size() == other.size() && name.compare(other, Qt::CaseInsensitive) == 0;
}

// The most common names are shared, so that each response does not allocate them again.
QByteArray nameOf(QByteArrayView raw)
{
    static const QList<QByteArray> common = {
        QByteArrayLiteral("Server"),        QByteArrayLiteral("Date"),
        QByteArrayLiteral("Content-Type"),  QByteArrayLiteral("Content-Length"),
        QByteArrayLiteral("Last-Modified"), QByteArrayLiteral("Connection"),
        QByteArrayLiteral("ETag"),          QByteArrayLiteral("Accept-Ranges"),
        QByteArrayLiteral("server"),        QByteArrayLiteral("date"),
        QByteArrayLiteral("content-type"),  QByteArrayLiteral("content-length"),
        QByteArrayLiteral("last-modified"), QByteArrayLiteral("etag"),
        QByteArrayLiteral("accept-ranges")};
    for (const auto &name : common) {
        if (raw == name)
            return name;
    }
    return raw.toByteArray();
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    return line;
}

void append(QList<ResponseHead::Field> &fields, QByteArrayView rawName, QByteArrayView value)
{
    for (auto &field : fields) {
        if (isName(field.first, rawName)) {
            field.second.append(isName(field.first, "set-cookie") ? "\n" : ", ").append(value);
            return;
        }
    }
    fields.emplaceBack(nameOf(rawName), QByteArray(value.data(), value.size()));
}

// A continuation line (obs-fold) stands for one space: RFC 9112, 5.2.
void parseLine(QList<ResponseHead::Field> &fields, QByteArrayView line)
{
    if (line.startsWith(' ') || line.startsWith('\t')) {
        if (!fields.isEmpty())
            fields.back().second.append(' ').append(line.trimmed());
        return;
    }
    const auto colon = line.indexOf(':');
    if (colon > 0)
        append(fields, line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
}

bool isSecret(QByteArrayView name)
{
    constexpr const char *names[] = {"set-cookie", "set-cookie2", "authorization",
                                     "authentication-info", "proxy-authentication-info"};
    return std::any_of(std::begin(names), std::end(names), [name](const char *secret) {
        return name.compare(secret, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool ResponseHead::addLine(QByteArrayView line)
{
    m_bytes += line.size();
    if (m_bytes > maxBytes || ++m_lines > maxLines)
        return false;
    if (isProvisional() && line.startsWith("HTTP/"))
        m_complete = false;
    if (m_complete)
        return true;
    if (!m_inHead)
        beginHead(line);
    else if (!withoutLineEnd(line).isEmpty())
        return addField(line);
    else {
        m_inHead = false;
        m_complete = m_status >= 200;
    }
    return true;
}

// Of two lengths one is a lie (RFC 9112, 6.3); libcurl believes the last.
bool ResponseHead::addField(QByteArrayView line)
{
    m_block.append(line);
    constexpr QByteArrayView name("content-length:");
    if (line.size() <= name.size() ||
        qstrnicmp(line.data(), name.size(), name.data(), name.size()) != 0)
        return true;
    const auto length = line.sliced(name.size()).trimmed();
    if (!m_length.isEmpty() && m_length != length)
        return false;
    m_length = length.toByteArray();
    return true;
}

bool ResponseHead::isProvisional() const
{
    return m_complete && m_negotiates && (m_status == 401 || m_status == 407);
}

void ResponseHead::beginHead(QByteArrayView statusLine)
{
    m_length.clear();
    m_block.clear();
    m_block.append(statusLine);
    m_inHead = true;
    const auto space = statusLine.indexOf(' ');
    const auto rest = space < 0 ? QByteArrayView() : statusLine.sliced(space + 1).trimmed();
    m_status = rest.first(qMin(rest.size(), 3)).toInt();
}

QByteArrayView ResponseHead::reason() const
{
    const QByteArrayView block(m_block);
    const auto line = withoutLineEnd(block.first(qMax(block.indexOf('\n'), 0)));
    const auto code = line.indexOf(' ');
    const auto space = code < 0 ? -1 : line.indexOf(' ', code + 1);
    return space < 0 ? QByteArrayView() : line.sliced(space + 1).trimmed();
}

bool ResponseHead::isCloseDelimited() const
{
    if (m_status == 204 || m_status == 304 || m_block.startsWith("HTTP/2"))
        return false;
    const auto all = fields();
    return std::none_of(all.begin(), all.end(), [](const Field &field) {
        return isName(field.first, "content-length") || isName(field.first, "transfer-encoding");
    });
}

QByteArray ResponseHead::shown(qsizetype most) const
{
    QByteArray text;
    bool secret = false;
    for (qsizetype start = 0, end = 0; start < m_block.size(); start = end) {
        const auto feed = m_block.indexOf('\n', start);
        end = feed < 0 ? m_block.size() : feed + 1;
        const auto line = QByteArrayView(m_block).sliced(start, end - start);
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        const auto colon = line.indexOf(':');
        if (!folded)
            secret = start > 0 && colon > 0 && isSecret(line.first(colon).trimmed());
        if (secret && folded)
            continue;
        const auto added =
            secret ? line.first(colon).toByteArray() + ": ••••\r\n" : line.toByteArray();
        if (text.size() + added.size() > most)
            break;
        text += added;
    }
    return text;
}

QList<ResponseHead::Field> ResponseHead::fields() const
{
    QList<Field> fields;
    fields.reserve(m_lines);
    const QByteArrayView block(m_block);
    auto start = block.indexOf('\n') + 1;
    while (start > 0 && start < block.size()) {
        const auto end = block.indexOf('\n', start);
        const auto stop = end < 0 ? block.size() : end;
        parseLine(fields, withoutLineEnd(block.sliced(start, stop - start)));
        start = stop + 1;
    }
    return fields;
}

} // namespace trawl::transport

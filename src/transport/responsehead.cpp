// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/responsehead.h"

#include "item/contentlength.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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

enum class Again { Joined, First, Last, Cookies };

// What becomes of a field that stands there again. Content-Length and Content-Range tell what the
// body is: of two that differ one is a lie, and joined they are refused by who reads them.
Again whenAgain(QByteArrayView name)
{
    static constexpr std::array singles{std::pair{"set-cookie", Again::Cookies},
                                        std::pair{"content-type", Again::Last},
                                        std::pair{"location", Again::First},
                                        std::pair{"content-disposition", Again::First},
                                        std::pair{"last-modified", Again::First},
                                        std::pair{"etag", Again::First},
                                        std::pair{"retry-after", Again::First},
                                        std::pair{"date", Again::First},
                                        std::pair{"content-location", Again::First},
                                        std::pair{"expires", Again::First},
                                        std::pair{"age", Again::First},
                                        std::pair{"server", Again::First}};
    for (const auto &[single, again] : singles) {
        if (name.compare(single, Qt::CaseInsensitive) == 0)
            return again;
    }
    return Again::Joined;
}

bool isRange(QByteArrayView name)
{
    return name.compare("content-range", Qt::CaseInsensitive) == 0;
}

void addAgain(QByteArray &field, QByteArrayView name, QByteArrayView value)
{
    switch (whenAgain(name)) {
    case Again::Joined:
        if (!isRange(name) || field != value)
            field.append(", ").append(value);
        break;
    case Again::Cookies:
        field.append('\n').append(value);
        break;
    case Again::First:
        if (field.isEmpty())
            field = value.toByteArray();
        break;
    case Again::Last:
        if (!value.isEmpty())
            field = value.toByteArray();
        break;
    }
}

void append(QList<ResponseHead::Field> &fields, QByteArrayView rawName, QByteArrayView value)
{
    for (auto &field : fields) {
        if (isName(field.first, rawName))
            return addAgain(field.second, rawName, value);
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

std::optional<QByteArrayView> valueOf(QByteArrayView line, QByteArrayView name)
{
    if (line.size() <= name.size() ||
        qstrnicmp(line.data(), name.size(), name.data(), name.size()) != 0)
        return std::nullopt;
    return line.sliced(name.size()).trimmed();
}

/// With a comma ahead, so that an empty value is a member, too.
void addToList(QByteArray &list, QByteArrayView value)
{
    list.append(',').append(value);
}

/// "identity" is of RFC 2616 and stands for none.
void addCodings(QByteArray &list, QByteArrayView value)
{
    const auto words = value.toByteArray().split(',');
    for (const auto &word : words) {
        const auto coding = word.trimmed();
        if (!coding.isEmpty() && !isName(coding, "identity"))
            addToList(list, coding);
    }
}

/// Nobody asked for another transfer coding (RFC 9112, 7.4). Servers behind others say it twice.
bool isChunked(const QByteArray &codings)
{
    const auto words = codings.sliced(1).split(',');
    return std::all_of(words.begin(), words.end(),
                       [](const QByteArray &word) { return isName(word, "chunked"); });
}

QString quoted(const char *name, const QByteArray &value)
{
    return QStringLiteral("%1 \"%2\" is not understood")
        .arg(QLatin1StringView(name), QString::fromLatin1(value.left(60)));
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
        addField(line);
    else {
        m_inHead = false;
        m_complete = m_status >= 200;
    }
    return true;
}

void ResponseHead::addField(QByteArrayView line)
{
    m_block.append(line);
    if (const auto length = valueOf(line, "content-length:"))
        addToList(m_length, *length);
    else if (const auto coding = valueOf(line, "transfer-encoding:"))
        addCodings(m_coding, *coding);
    else if (const auto target = valueOf(line, "location:"); target && m_target.isEmpty())
        m_target = target->toByteArray();
    else if (target && m_target != *target)
        m_targets = true;
}

// Whatever else libcurl 7.88 makes of these fields: it believes a length as far as it is digits,
// the last of several, and takes codings in any order.
QString ResponseHead::fault() const
{
    if (m_targets && m_status / 100 == 3 && m_status != 304)
        return QStringLiteral("Two different Locations");
    if (isBodiless())
        return {};
    if (!m_coding.isEmpty())
        return isChunked(m_coding) ? QString() : quoted("Transfer-Encoding", m_coding.sliced(1));
    if (!m_length.isEmpty() && !item::parseContentLength(m_length.sliced(1)))
        return quoted("Content-Length", m_length.sliced(1));
    return {};
}

bool ResponseHead::isProvisional() const
{
    return m_complete && m_negotiates && (m_status == 401 || m_status == 407);
}

void ResponseHead::beginHead(QByteArrayView statusLine)
{
    m_length.clear();
    m_coding.clear();
    m_target.clear();
    m_targets = false;
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
    return !isBodiless() && !m_block.startsWith("HTTP/2") && m_length.isEmpty() &&
           m_coding.isEmpty();
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

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/aria2source.h"
#include "exchange/bytes.h"
#include "item/ascii.h"

#include <algorithm>
#include <array>

namespace trawl::exchange {

Aria2Source::Aria2Source(InputBuffer &input)
    : m_lines(input, "\r\n")
{
}

bool Aria2Source::isOptionLine(QByteArrayView line)
{
    if (!line.startsWith(' ') && !line.startsWith('\t'))
        return false;
    line = trimmed(line);
    const auto equals = line.indexOf('=');
    const auto key = line.first(qMax<qsizetype>(0, equals));
    return equals > 0 && std::all_of(key.begin(), key.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || item::isDigit(c) || c == '-';
           });
}

bool Aria2Source::isKnownOption(QByteArrayView text)
{
    constexpr std::array known{"all-proxy",    "checksum",   "continue",
                               "dir",          "gid",        "header",
                               "http-passwd",  "http-proxy", "http-user",
                               "https-proxy",  "index-out",  "max-connection-per-server",
                               "out",          "pause",      "referer",
                               "save-session", "split",      "user-agent"};
    const auto key = trimmed(text.first(std::max<qsizetype>(0, text.indexOf('='))));
    return std::any_of(known.begin(), known.end(), [key](const char *one) { return key == one; });
}

bool Aria2Source::read(QList<item::Link> &links, bool mayRead)
{
    const auto piece = m_lines.next(mayRead);
    if (!piece) {
        const bool atEnd = mayRead && m_entry;
        if (atEnd)
            finish(links);
        return atEnd;
    }
    const auto text = trimmed(piece->text);
    if (!isEntry(text))
        return true;
    const bool indented = piece->text.startsWith(' ') || piece->text.startsWith('\t');
    if (!indented || hasHttpScheme(text)) {
        finish(links);
        m_entry.emplace(piece->line);
        takeUrls(text);
    } else if (m_entry) {
        takeOption(text);
    }
    if (piece->cut && m_entry)
        m_entry->refuse(QStringLiteral("line %1 is too long").arg(piece->line));
    return true;
}

void Aria2Source::takeUrls(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const auto tab = text.indexOf('\t');
        const auto url = trimmed(tab < 0 ? text : text.first(tab));
        if (!url.isEmpty())
            m_entry->addUrl(url);
        text = tab < 0 ? QByteArrayView() : text.sliced(tab + 1);
    }
}

void Aria2Source::takeOption(QByteArrayView text)
{
    const auto equals = text.indexOf('=');
    if (equals < 0)
        return;
    const auto key = trimmed(text.first(equals));
    const auto value = trimmed(text.sliced(equals + 1));
    if (value.isEmpty())
        return;
    if (key == "out")
        m_entry->setPath(value);
    else if (key == "dir")
        m_entry->setFolder(value);
    else if (key == "header")
        m_entry->addHeader(value);
    else if (key == "referer")
        m_entry->addHeader("Referer", value == "*" ? QByteArrayView(m_entry->link().url) : value);
    else if (key == "checksum")
        m_entry->setChecksum(value);
    else if (key == "user-agent")
        m_entry->addHeader("User-Agent", value);
    else if (key == "http-user")
        m_entry->setUser(value);
    else if (key == "http-passwd")
        m_entry->setPassword(value);
    else if (key == "all-proxy" || key == "http-proxy" || key == "https-proxy")
        m_entry->refuse(QStringLiteral("a proxy is set for the whole job, not for a link"));
}

void Aria2Source::finish(QList<item::Link> &links)
{
    if (m_entry)
        links.append(m_entry->link());
    m_entry.reset();
}

} // namespace trawl::exchange

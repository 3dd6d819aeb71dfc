// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/harsource.h"

#include "exchange/bytes.h"
#include "exchange/entry.h"

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

/// What a browser says of itself and of the moment, and pseudo fields of HTTP/2.
bool isMoot(QByteArrayView name)
{
    constexpr std::array moot{"cache-control", "dnt",      "host",
                              "pragma",        "priority", "upgrade-insecure-requests"};
    const auto lower = name.toByteArray().toLower();
    return lower.startsWith(':') || lower.startsWith("sec-") ||
           std::any_of(moot.begin(), moot.end(), [&](const char *m) { return lower == m; });
}

void addHeaders(Entry &entry, const QByteArray &lines)
{
    const auto all = lines.split('\n');
    for (const auto &line : all) {
        const auto colon = line.indexOf(": ");
        if (colon > 0 && !isMoot(QByteArrayView(line).first(colon)))
            entry.addHeader(line.first(colon), QByteArrayView(line).sliced(colon + 2));
    }
}

} // namespace

HarSource::HarSource(InputBuffer &input)
    : m_scanner(input, false)
{
}

bool HarSource::read(QList<item::Link> &links, bool mayRead)
{
    for (;;) {
        const auto token = m_scanner.next(mayRead);
        if (token == JsonToken::More || token == JsonToken::End || token == JsonToken::Broken)
            return false;
        if (m_inRequest) {
            if (!m_request.take(m_scanner, token))
                continue;
            m_inRequest = false;
            links.append(link());
            return true;
        }
        const auto depth = m_scanner.depth();
        if (token == JsonToken::Key && depth < m_path.size())
            m_path[depth] = m_scanner.text().toByteArray();
        if (!isRequest(token))
            continue;
        m_any = m_inRequest = true;
        m_request.begin(m_scanner.line());
    }
}

QString HarSource::error() const
{
    if (!m_scanner.error().isEmpty())
        return m_scanner.error();
    return m_any ? QString() : QStringLiteral("has no requests in log.entries");
}

/// {"log": {"entries": [{"request": {
bool HarSource::isRequest(JsonToken token) const
{
    constexpr std::size_t ofRequest = 5;
    return token == JsonToken::BeginObject && m_scanner.depth() == ofRequest &&
           m_path[1] == "log" && m_path[2] == "entries" && m_path[4] == "request";
}

item::Link HarSource::link() const
{
    Entry entry(m_request.line());
    const auto *url = m_request.find("url");
    const auto *method = m_request.find("method");
    if (url) {
        entry.setShownText(url->value);
        entry.addUrl(url->value);
    }
    if (!url || url->cut)
        entry.refuse(QStringLiteral("the request has no URL that could be read"));
    if (method && method->value != "GET")
        entry.refuse(QStringLiteral("the request is a %1, and only GET can be fetched")
                         .arg(QString::fromUtf8(method->value.left(20))));
    if (const auto *headers = m_request.find("headers"))
        addHeaders(entry, headers->value);
    return entry.link();
}

} // namespace trawl::exchange

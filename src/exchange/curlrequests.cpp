// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/curlrequests.h"
#include "exchange/bytes.h"

namespace trawl::exchange {

void CurlRequests::add(QByteArrayView name, QByteArrayView value, qint64 line)
{
    m_size += name.size() + value.size() + qsizetype(sizeof(Url));
    if (name == "url")
        m_urls.push_back({value.toByteArray(), line});
    else if (name == "output")
        addOutput(value);
    else if (name == "remote-name")
        m_outputs.emplace_back();
    else if (name == "output-dir" && !value.startsWith('/'))
        m_all.setFolder(value);
    else if (name == "globoff")
        m_glob = false;
    else if (!addHeaderOption(name, value))
        refuseUnlessGet(name, value);
}

bool CurlRequests::addHeaderOption(QByteArrayView name, QByteArrayView value)
{
    if (name == "header")
        addHeader(value);
    else if (name == "user-agent")
        m_all.addHeader("User-Agent", value);
    else if (name == "referer")
        m_all.addHeader("Referer", value.endsWith(";auto") ? value.chopped(5) : value);
    else if (name == "cookie" && value.contains('=')) // else it names a file
        m_all.addHeader("Cookie", value);
    else if (name == "oauth2-bearer")
        m_all.addHeader("Authorization", "Bearer " + value.toByteArray());
    else if (name == "user")
        addUser(value);
    else
        return false;
    return true;
}

/// "Name;" sends an empty field, "Name:" leaves out one that curl would send.
void CurlRequests::addHeader(QByteArrayView value)
{
    const auto colon = value.indexOf(':');
    if (value.startsWith('@'))
        refuse(QStringLiteral("headers are not read from a file"));
    else if (colon < 0 && value.endsWith(';'))
        m_all.addHeader(value.chopped(1).toByteArray(), {});
    else if (colon < 0 || !trimmed(value.sliced(colon + 1)).isEmpty())
        m_all.addHeader(value);
}

void CurlRequests::addUser(QByteArrayView value)
{
    const auto colon = value.indexOf(':');
    m_all.setUser(colon < 0 ? value : value.first(colon));
    m_all.setPassword(colon < 0 ? QByteArrayView() : value.sliced(colon + 1));
}

void CurlRequests::addOutput(QByteArrayView path)
{
    const bool noFile = path == "-" || path == "/dev/null" || path == "NUL";
    m_outputs.push_back(noFile ? QByteArray() : path.toByteArray());
}

void CurlRequests::refuseUnlessGet(QByteArrayView name, QByteArrayView value)
{
    const bool sends = name == "data" || name.startsWith("data-") || name == "json" ||
                       name == "form" || name == "form-string" || name == "upload-file";
    const bool proxy = name == "proxy" || name == "preproxy" || name == "proxy1.0" ||
                       name.startsWith("socks4") || name == "socks5" || name == "socks5-hostname";
    if (name == "request" && value != "GET")
        refuse(QStringLiteral("only GET can be fetched, not another method"));
    else if (name == "head")
        refuse(QStringLiteral("only GET can be fetched, not HEAD"));
    else if (sends)
        refuse(QStringLiteral("only GET can be fetched, and this sends data"));
    else if (name == "range")
        refuse(QStringLiteral("only whole files can be fetched, not a range"));
    else if (proxy && !value.isEmpty())
        refuse(QStringLiteral("a proxy is set for the whole job, not for a link"));
}

bool CurlRequests::take(QList<item::Link> &links)
{
    if (m_expansion) {
        if (m_expansion->next(links))
            return true;
        m_expansion.reset();
    }
    if (m_urls.empty())
        return false;
    const auto url = std::move(m_urls.front());
    m_urls.pop_front();
    QByteArray path;
    if (!m_outputs.empty()) {
        path = std::move(m_outputs.front());
        m_outputs.pop_front();
    }
    auto entry = m_all;
    entry.setLine(url.line);
    if (m_glob) {
        m_expansion = expand(url.text, std::move(entry), links, path);
    } else {
        entry.setPath(path);
        links.append(entry.linkOf(url.text));
    }
    return true;
}

} // namespace trawl::exchange

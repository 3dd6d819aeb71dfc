// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/cookiejar.h"

namespace trawl::transport {
namespace {

constexpr qsizetype fieldCount = 7; // domain, subdomains, path, secure, expiry, name, value
constexpr qsizetype expiryField = 4;
constexpr qsizetype nameField = 5;

QByteArray identity(const QByteArray &line)
{
    const auto fields = line.split('\t');
    return fields.value(0) + '\t' + fields.value(2) + '\t' + fields.value(nameField);
}

QByteArray expired(const QByteArray &line)
{
    auto fields = line.split('\t');
    fields[expiryField] = "1";
    return fields.join('\t');
}

} // namespace

CookieJar::CookieJar(CURLSH *share)
    : m_handle(curl_easy_init())
{
    Q_CHECK_PTR(m_handle.get());
    curl_easy_setopt(m_handle.get(), CURLOPT_SHARE, share);
}

// Curl takes other texts for commands or for Set-Cookie fields.
void CookieJar::set(const QList<QByteArray> &lines)
{
    for (const auto &line : lines) {
        if (line.count('\t') == fieldCount - 1)
            curl_easy_setopt(m_handle.get(), CURLOPT_COOKIELIST, line.constData());
    }
    m_known = all();
}

QList<QByteArray> CookieJar::takeNew()
{
    if (!std::exchange(m_changed, false))
        return {};
    const auto now = all();
    QList<QByteArray> lines;
    QSet<QByteArray> identities;
    for (const auto &line : now) {
        identities.insert(identity(line));
        if (!m_known.contains(line))
            lines.append(line);
    }
    for (const auto &line : std::as_const(m_known)) {
        if (!identities.contains(identity(line)))
            lines.append(expired(line));
    }
    m_known = now;
    return lines;
}

QSet<QByteArray> CookieJar::all() const
{
    QSet<QByteArray> lines;
    curl_slist *list = nullptr;
    curl_easy_getinfo(m_handle.get(), CURLINFO_COOKIELIST, &list);
    for (const auto *entry = list; entry; entry = entry->next) {
        const QByteArray line(entry->data);
        if (line.count('\t') == fieldCount - 1)
            lines.insert(line);
    }
    curl_slist_free_all(list);
    return lines;
}

} // namespace trawl::transport

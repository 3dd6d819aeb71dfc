// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/cookielines.h"
#include "item/blanks.h"

#include <algorithm>

namespace trawl::item {

namespace {

constexpr QByteArrayView httpOnly("#HttpOnly_");
constexpr int fieldCount = 7; // domain, subdomains, path, secure, expires, name, value

} // namespace

std::optional<QByteArray> cookieKey(const QByteArray &line)
{
    if (line.startsWith('#') && !line.startsWith(httpOnly))
        return std::nullopt;
    const auto fields = line.split('\t');
    if (fields.size() != fieldCount || fields[0].isEmpty() || fields[5].isEmpty())
        return std::nullopt;
    auto domain = fields[0].toLower();
    if (line.startsWith(httpOnly))
        domain.remove(0, httpOnly.size());
    while (domain.startsWith('.')) // as old files write it; field two tells
        domain.remove(0, 1);
    return domain + '\t' + fields[2] + '\t' + fields[5];
}

QList<QByteArray> CookieLines::merge(const QList<QByteArray> &lines)
{
    QList<QByteArray> changed;
    for (const auto &line : lines) {
        const auto key = cookieKey(line);
        if (!key)
            continue;
        const auto known = m_lines.find(*key);
        if (known != m_lines.end() ? *known == line : m_lines.size() >= most)
            continue;
        m_lines.insert(*key, line);
        changed.append(line);
    }
    return changed;
}

QList<QByteArray> CookieLines::lines() const
{
    auto lines = m_lines.values();
    std::ranges::sort(lines);
    return lines;
}

QByteArray CookieLines::text() const
{
    const auto all = lines();
    return all.isEmpty() ? QByteArray() : all.join('\n') + '\n';
}

QList<QByteArray> CookieLines::split(const QByteArray &text)
{
    auto lines = text.split('\n');
    for (auto &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        const auto shown = withoutBlanks(line);
        const auto behind = QByteArrayView(line).sliced(
            shown.isEmpty() ? line.size() : shown.data() + shown.size() - line.constData());
        const bool isValueEmpty = behind.contains('\t');
        line = shown.toByteArray() + (isValueEmpty ? "\t" : "");
    }
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace trawl::item

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/surveycounter.h"

#include "models/urlparts.h"

#include <QFileInfo>

#include <utility>

namespace trawl::adding {

namespace {

constexpr qsizetype textLimit = 200;
constexpr std::size_t firstSlots = 1024;

/// Never 0.
quint64 wishOf(const item::Link &link)
{
    quint64 hash = qHash(link.url);
    if (link.options)
        hash = qHash(item::toJson(*link.options), std::size_t(hash));
    return hash | 1;
}

} // namespace

void SurveyCounter::add(const item::Link &link, const QString &file)
{
    if (!link.ok()) {
        ++m_survey.invalid;
        note(link, file, link.problem);
    } else if (!isNew(link)) {
        ++m_survey.duplicate;
        note(link, file, item::Reason::Duplicate);
    } else {
        addValid(link);
    }
}

void SurveyCounter::addValid(const item::Link &link)
{
    ++m_survey.valid;
    if (m_session && m_session->contains(link.url))
        ++m_survey.known;
    if (link.options && link.options->size > 0)
        m_survey.bytes += link.options->size;
    if (m_survey.links.size() < Survey::linkLimit)
        m_survey.links.append({link.line, link.url, link.options});
    const auto host = models::hostOf(link.url).toByteArray();
    auto at = m_hosts.constFind(host);
    if (at == m_hosts.constEnd()) {
        if (m_hosts.size() == Survey::hostLimit)
            return;
        at = m_hosts.insert(host, m_survey.hosts.size());
        m_survey.hosts.append({host, 0});
    }
    ++m_survey.hosts[*at].links;
}

bool SurveyCounter::isNew(const item::Link &link)
{
    if (m_used * 2 >= m_seen.size())
        grow();
    const auto wish = wishOf(link);
    const auto mask = m_seen.size() - 1;
    auto at = (wish >> 1) & mask;
    while (m_seen[at] && m_seen[at] != wish)
        at = (at + 1) & mask;
    if (m_seen[at])
        return false;
    m_seen[at] = wish;
    ++m_used;
    return true;
}

void SurveyCounter::grow()
{
    const auto old = std::exchange(
        m_seen, std::vector<quint64>(m_seen.empty() ? firstSlots : m_seen.size() * 2));
    const auto mask = m_seen.size() - 1;
    for (const auto wish : old) {
        auto at = (wish >> 1) & mask;
        while (wish && m_seen[at])
            at = (at + 1) & mask;
        if (wish)
            m_seen[at] = wish;
    }
}

void SurveyCounter::note(const item::Link &link, const QString &file, item::Reason reason)
{
    if (m_survey.problems.size() < Survey::problemLimit) {
        m_survey.problems.append({QFileInfo(file).fileName(), link.line, reason,
                                  models::readable(link.url.left(textLimit)), link.detail});
    }
}

} // namespace trawl::adding

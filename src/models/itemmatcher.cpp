// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmatcher.h"

#include "item/ascii.h"
#include "item/weburl.h"
#include "models/itemcolumns.h"
#include "models/urlparts.h"

#include <algorithm>

namespace trawl::models {

namespace {

QByteArray plainNeedle(const QString &text)
{
    return text.toLower().toUtf8();
}

QByteArray encodedNeedle(const QString &text)
{
    QByteArray needle;
    for (const char c : text.toUtf8()) {
        if (uchar(c) > ' ' && uchar(c) < 0x7f)
            needle += item::toLower(c);
        else
            needle += '%' + QByteArray(1, c).toHex();
    }
    return needle;
}

bool contains(QByteArrayView text, const QByteArray &needle)
{
    const auto found = std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                                   [](char c, char wanted) { return item::toLower(c) == wanted; });
    return found != text.end();
}

constexpr quint64 bit(int number)
{
    return quint64(1) << number;
}
static_assert(int(item::Reason::Last) < 64 && int(item::Status::Last) < 64);

template <typename T> quint64 maskOf(const QList<T> &values)
{
    quint64 mask = 0;
    for (const auto value : values)
        mask |= bit(int(value));
    return mask;
}

QList<item::JobId> jobsNamed(const QString &part, const JobNames &names)
{
    QList<item::JobId> jobs;
    for (auto job = names.begin(); job != names.end(); ++job) {
        if (QString::fromUtf8(*job).contains(part, Qt::CaseInsensitive))
            jobs.append(job.key());
    }
    return jobs;
}

/// Whether the Why column says anything.
bool hasReason(const ItemRow &row)
{
    return row.reason != item::Reason::None && row.status != item::Status::Done &&
           row.status != item::Status::Running;
}

} // namespace

ItemMatcher::ItemMatcher(const ItemFilter &filter, const JobNames &names)
    : m_jobs(filter.jobs)
    , m_hosts(filter.hosts)
    , m_statuses(filter.statuses.isEmpty() ? ~quint64(0) : maskOf(filter.statuses))
    , m_cause(filter.cause)
    , m_endedFromMs(filter.endedFromMs)
    , m_endedToMs(filter.endedToMs)
{
    for (const auto &term : filter.search.terms)
        m_terms.push_back(compiled(term, names));
}

ItemMatcher::Term ItemMatcher::compiled(const SearchTerm &term, const JobNames &names)
{
    using Field = SearchTerm::Field;
    Term made{.field = term.field,
              .negated = term.negated,
              .encoded = encodedNeedle(term.text),
              .plain = plainNeedle(term.text),
              .least = term.least,
              .most = term.most,
              .codes = term.codes};
    if (term.field == Field::Status)
        made.mask = maskOf(term.statuses);
    else if (term.field == Field::Why)
        made.mask = maskOf(term.reasons);
    else if (term.field == Field::Job)
        made.jobs = jobsNamed(term.text, names);
    return made;
}

bool ItemMatcher::matches(const ItemRows &rows, quint32 index) const
{
    const auto &row = rows[index];
    if (row.isGone() || !(m_statuses & bit(int(row.status))))
        return false;
    if (m_cause && (row.status != item::Status::Failed || causeOf(row) != *m_cause))
        return false;
    if (m_endedToMs > 0 && (row.endedMs < m_endedFromMs || row.endedMs >= m_endedToMs))
        return false;
    if (!m_jobs.isEmpty() && !m_jobs.contains(rows.job(index)))
        return false;
    if (!m_hosts.isEmpty()) {
        const auto origin = item::originOf(rows.url(index));
        if (std::ranges::none_of(m_hosts, [&](const QByteArray &host) { return host == origin; }))
            return false;
    }
    return std::ranges::all_of(
        m_terms, [&](const Term &term) { return meets(term, rows, index) != term.negated; });
}

bool ItemMatcher::meets(const Term &term, const ItemRows &rows, quint32 index)
{
    const auto &row = rows[index];
    switch (term.field) {
    case SearchTerm::Field::Text:
        return contains(rows.url(index), term.encoded) || contains(rows.file(index), term.plain);
    case SearchTerm::Field::Host:
        return contains(hostOf(rows.url(index)), term.plain);
    case SearchTerm::Field::Name: {
        const auto name = nameOf(rows, index);
        return contains(name, term.plain) || contains(name, term.encoded);
    }
    case SearchTerm::Field::Job:
        return term.jobs.contains(rows.job(index));
    case SearchTerm::Field::Status:
        return term.mask & bit(int(row.status));
    case SearchTerm::Field::Code:
        return row.code >= term.least && row.code <= term.most;
    case SearchTerm::Field::Size: {
        const auto size = sizeOf(row);
        return size >= 0 && size >= term.least && size <= term.most;
    }
    case SearchTerm::Field::Why:
        return hasReason(row) &&
               ((term.mask & bit(int(row.reason))) != 0 ||
                (row.reason == item::Reason::Http && term.codes.contains(row.code)));
    }
    return false;
}

} // namespace trawl::models

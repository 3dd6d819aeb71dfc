// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonsource.h"

#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"

#include <algorithm>

namespace trawl::exchange {

namespace {

constexpr qsizetype maxKeys = 200;

bool isOpening(JsonToken token)
{
    return token == JsonToken::BeginObject || token == JsonToken::BeginArray;
}

} // namespace

JsonSource::JsonSource(InputBuffer &input, bool lines, std::optional<TableLayout> layout)
    : m_scanner(input, lines)
    , m_lines(lines)
    , m_given(std::move(layout))
{
}

bool JsonSource::read(QList<item::Link> &links, bool mayRead)
{
    for (;;) {
        switch (step(mayRead)) {
        case Found::Over:
            return false;
        case Found::Nothing:
            continue;
        case Found::Link:
            if (m_scanner.cut())
                links.append(
                    unusableLink(m_scanner.text(), m_scanner.line(), item::Reason::InvalidUrl));
            else
                links.append(parseLink(m_scanner.text(), m_scanner.line()));
            ++m_found;
            return true;
        case Found::Record:
            append(links);
            return true;
        case Found::Unusable:
            links.append(unusableLink(m_scanner.text(), m_scanner.line(), item::Reason::InvalidUrl,
                                      m_scanner.error().isEmpty() || !m_lines
                                          ? QStringLiteral("neither a link nor an object with one")
                                          : QStringLiteral("the line is no JSON")));
            return true;
        }
    }
}

bool JsonSource::nextRecord()
{
    for (;;) {
        const auto found = step(true);
        if (found == Found::Record || found == Found::Over)
            return found == Found::Record;
    }
}

QString JsonSource::error() const
{
    if (!m_scanner.error().isEmpty() && !m_lines)
        return m_scanner.error();
    if (m_records > 0 && m_found == 0)
        return QStringLiteral("has no member named url, link or href, and none that holds links");
    return {};
}

TableLayout JsonSource::layout() const
{
    TableLayout layout;
    int best = 0;
    const bool isOfFiles = std::any_of(m_keys.begin(), m_keys.end(), tellsOfFiles);
    for (const auto &key : m_keys) {
        layout.columns.append({key, roleOfKey(key, isOfFiles)});
        const int rank = urlRank(key);
        best = rank > 0 && (best == 0 || rank < best) ? rank : best;
    }
    for (auto &column : layout.columns) {
        const bool isLink = best > 0 ? urlRank(column.name) == best : column.name == m_linkKey;
        if (!m_given && (isLink || column.role == Role::Url))
            column.role = isLink ? Role::Url : Role::None;
    }
    return layout;
}

/// Takes one token.
JsonSource::Found JsonSource::step(bool mayRead)
{
    const auto token = m_scanner.next(mayRead);
    if (token == JsonToken::More || token == JsonToken::End)
        return Found::Over;
    if (token == JsonToken::Broken) {
        m_inRecord = m_inOuter = false;
        m_arrayDepth = m_passed = 0;
        return m_lines ? Found::Unusable : Found::Over;
    }
    if (m_passed > 0) {
        if (m_scanner.depth() < m_passed)
            m_passed = 0;
        return Found::Nothing;
    }
    if (m_inRecord) {
        if (!m_record.take(m_scanner, token))
            return Found::Nothing;
        m_inRecord = false;
        noteKeys();
        return Found::Record;
    }
    return m_arrayDepth > 0 ? takeInArray(token) : takeOutside(token);
}

/// At the top, or in an object that is there.
JsonSource::Found JsonSource::takeOutside(JsonToken token)
{
    if (m_inOuter && !isListHere(token)) {
        if (!m_outer.take(m_scanner, token))
            return Found::Nothing;
        m_inOuter = false;
        m_record = std::move(m_outer);
        const bool any = !m_nested || findLink();
        if (any)
            noteKeys();
        return any ? Found::Record : Found::Nothing;
    }
    if (token == JsonToken::BeginArray) {
        m_nested = m_inOuter;
        m_arrayDepth = m_scanner.depth();
        return Found::Nothing;
    }
    if (token == JsonToken::BeginObject) {
        m_inOuter = true;
        m_nested = false;
        m_outer.begin(m_scanner.line());
        return Found::Nothing;
    }
    return token == JsonToken::Text ? Found::Link : Found::Unusable;
}

/// An array that is a member of an object outside, and no column of that object.
bool JsonSource::isListHere(JsonToken token) const
{
    const auto &members = m_outer.members();
    return token == JsonToken::BeginArray && !m_lines && m_scanner.depth() == 2 &&
           !members.empty() && roleOfKey(members.back().key) == Role::None;
}

JsonSource::Found JsonSource::takeInArray(JsonToken token)
{
    if (m_scanner.depth() < m_arrayDepth) {
        m_arrayDepth = 0;
        return Found::Nothing;
    }
    if (token == JsonToken::BeginObject) {
        beginRecord();
        return Found::Nothing;
    }
    if (isOpening(token))
        m_passed = m_scanner.depth();
    const bool link = token == JsonToken::Text;
    if (m_nested) // {"tags": ["a", "b"]} is none of our business
        return link && hasHttpScheme(trimmed(m_scanner.text())) ? Found::Link : Found::Nothing;
    return link ? Found::Link : Found::Unusable;
}

void JsonSource::beginRecord()
{
    m_inRecord = true;
    m_record.begin(m_scanner.line());
}

void JsonSource::noteKeys()
{
    for (const auto &member : m_record.members()) {
        if (m_keys.size() < maxKeys && !m_keys.contains(member.key))
            m_keys.append(member.key);
    }
    (void)findLink();
}

/// By the layout, by name, else by the first member that held a link in any record.
const JsonRecord::Member *JsonSource::findLink()
{
    const JsonRecord::Member *best = nullptr;
    for (const auto &member : m_record.members()) {
        if (m_given
                ? roleOfKey(member.key) == Role::Url && !best
                : urlRank(member.key) > 0 && (!best || urlRank(member.key) < urlRank(best->key)))
            best = &member;
    }
    if (best || m_given)
        return best;
    if (m_linkKey.isNull()) {
        for (const auto &member : m_record.members()) {
            if (m_linkKey.isNull() && hasHttpScheme(trimmed(member.value)))
                m_linkKey = member.key;
        }
    }
    return m_linkKey.isNull() ? nullptr : m_record.find(m_linkKey);
}

/// Members that the layout does not know are none of the list.
Role JsonSource::roleOfKey(const QByteArray &key, bool isOfFiles) const
{
    if (!m_given)
        return roleOfColumn(key, isOfFiles);
    const auto &columns = m_given->columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto &column) { return column.name == key; });
    return found == columns.end() ? Role::None : found->role;
}

/// A member that is a list of links makes an entry of each.
void JsonSource::append(QList<item::Link> &links)
{
    ++m_records;
    const auto *link = findLink();
    if (!link)
        return;
    const auto values = link->list ? link->value.split('\n') : QList<QByteArray>{link->value};
    for (const auto &value : values) {
        if (const auto url = trimmed(value); !url.isEmpty()) {
            appendEntry(links, url, link->cut);
            ++m_found;
        }
    }
}

void JsonSource::appendEntry(QList<item::Link> &links, QByteArrayView url, bool cut) const
{
    if (cut) {
        links.append(unusableLink(url, m_record.line(), item::Reason::InvalidUrl));
        return;
    }
    Entry entry(m_record.line());
    entry.setShownText(url);
    entry.addUrl(url);
    const auto &members = m_record.members();
    const bool isOfFiles = std::any_of(members.begin(), members.end(),
                                       [](const auto &member) { return tellsOfFiles(member.key); });
    for (const auto &member : members) {
        const auto role = roleOfKey(member.key, isOfFiles);
        if (role == Role::None || role == Role::Url)
            continue;
        if (member.cut)
            entry.refuse(QString::fromUtf8(member.key) + QStringLiteral(" is too long"));
        else
            applyCell(entry, role, member.key, trimmed(member.value));
    }
    links.append(entry.link());
}

} // namespace trawl::exchange

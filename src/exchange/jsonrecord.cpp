// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonrecord.h"

#include "exchange/bytes.h"
#include "exchange/splitter.h"

#include <algorithm>
#include <utility>

namespace trawl::exchange {

namespace {

constexpr std::size_t maxMembers = 4096;
constexpr int outermost = 1;
constexpr int ofMember = 2; ///< the object or array that a member's value is
constexpr int ofPair = 3;   ///< an object in such an array

} // namespace

void JsonRecord::begin(qint64 line)
{
    *this = {};
    m_line = line;
    m_depth = outermost;
}

bool JsonRecord::take(const JsonScanner &scanner, JsonToken token)
{
    switch (token) {
    case JsonToken::BeginObject:
    case JsonToken::BeginArray:
        ++m_depth;
        if (m_depth == ofMember) {
            m_listed = token == JsonToken::BeginArray;
            if (!m_members.empty() && !m_skipped)
                m_members.back().list = m_listed;
        }
        if (m_depth == ofPair && token == JsonToken::BeginObject && m_listed)
            m_pair = Member();
        return false;
    case JsonToken::EndObject:
    case JsonToken::EndArray:
        if (m_depth == ofPair)
            endPair();
        return --m_depth == 0;
    case JsonToken::Key:
        takeKey(scanner);
        return false;
    case JsonToken::Text:
    case JsonToken::Number:
    case JsonToken::Word:
        takeValue(scanner, token);
        return false;
    case JsonToken::More:
    case JsonToken::Broken:
    case JsonToken::End:
        break;
    }
    return false;
}

const JsonRecord::Member *JsonRecord::find(QByteArrayView key) const
{
    const auto found = std::find_if(m_members.begin(), m_members.end(), [key](const Member &m) {
        return key.compare(m.key, Qt::CaseInsensitive) == 0;
    });
    return found == m_members.end() ? nullptr : &*found;
}

void JsonRecord::takeKey(const JsonScanner &scanner)
{
    if (m_depth != outermost) {
        m_key = scanner.text().toByteArray();
        return;
    }
    m_skipped = m_members.size() == maxMembers || m_bytes + scanner.text().size() > maxRecordBytes;
    m_key.clear();
    if (m_skipped)
        return;
    m_bytes += scanner.text().size();
    m_members.push_back({.key = scanner.text().toByteArray()});
}

void JsonRecord::takeValue(const JsonScanner &scanner, JsonToken token)
{
    const auto text = scanner.text();
    if (token == JsonToken::Word && text == "null")
        return;
    if (m_depth == ofPair && m_pair) {
        if (m_key == "name")
            m_pair->key = text.toByteArray();
        else if (m_key == "value")
            m_pair->value = text.toByteArray();
        m_pair->cut = m_pair->cut || scanner.cut();
    } else if (m_depth == ofMember && !m_listed) {
        addLine(m_key + ": " + text.toByteArray(), scanner.cut());
    } else if (m_depth <= ofMember) {
        addLine(text, scanner.cut());
    }
}

void JsonRecord::endPair()
{
    if (const auto pair = std::exchange(m_pair, std::nullopt); pair && !pair->key.isEmpty())
        addLine(pair->key + ": " + pair->value, pair->cut);
}

void JsonRecord::addLine(QByteArrayView text, bool cut)
{
    if (m_skipped || m_members.empty())
        return;
    auto &member = m_members.back();
    const auto room = qMax<qsizetype>(0, maxRecordBytes - m_bytes);
    const auto kept = qMin(text.size(), room);
    member.cut = member.cut || cut || kept < text.size();
    if (!member.value.isEmpty() && kept > 0)
        member.value += '\n';
    member.value += text.first(kept);
    m_bytes += kept + 1;
}

} // namespace trawl::exchange

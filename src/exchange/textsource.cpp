// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textsource.h"

#include "exchange/bytes.h"
#include "exchange/linesource.h"
#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"
#include "item/ascii.h"
#include "item/weburl.h"

#include <algorithm>
#include <utility>

namespace trawl::exchange {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r' || c == '\0';
}

/// "- ", "* ", "1. ", "2) "
QByteArrayView withoutBullet(QByteArrayView line)
{
    auto rest = line;
    auto word = takeWord(rest);
    const bool isMark = word == "-" || word == "*" || word == "+" || word == "\xe2\x80\xa2";
    const bool isNumber = word.size() > 1 && (word.back() == '.' || word.back() == ')') &&
                          std::all_of(word.begin(), word.end() - 1, item::isDigit);
    return isMark || isNumber ? rest : line;
}

/// "example.org/x", but neither "README.md" nor "3.5/5" nor an address of mail. Of other letters
/// than ASCII's nobody knows where a host begins in text without blanks.
bool isHostWithPath(QByteArrayView word, const item::Link &link)
{
    const auto authority = item::authorityAt(word, 0);
    const auto host =
        authority.first(std::find(authority.begin(), authority.end(), ':') - authority.begin());
    return authority.size() < word.size() && !authority.contains('@') && !host.endsWith('.') &&
           host.compare(item::hostOf(link.url), Qt::CaseInsensitive) == 0;
}

/// One that a person means as a link and that needs no more words to be known as one.
bool isLinkAlone(QByteArrayView word)
{
    const auto link = parseLink(word);
    if (link.ok())
        return isHostWithPath(word, link);
    const auto scheme = item::schemeLength(word);
    const auto behind = word.sliced(std::min(word.size(), scheme + 1));
    return link.problem == item::Reason::UnsupportedScheme && scheme > 1 &&
           (behind.startsWith("//") || behind.startsWith('?'));
}

/// A link that begins the line, and at once behind it what more is said of it.
bool hasOptions(QByteArrayView line)
{
    const auto end = lineOptionsStart(line);
    return end < line.size() && hasHttpScheme(line) && !trimmed(line.first(end)).contains(' ');
}

/// Calls `use` with each word of a line.
template <typename Use> void forEachWord(QByteArrayView line, Use use)
{
    const QByteArrayView separators(wordSeparators);
    const auto isSeparator = [&](char c) { return separators.contains(c); };
    for (auto at = line.begin(); at != line.end();) {
        const auto end = std::find_if(at, line.end(), isSeparator);
        use(QByteArrayView(at, end - at));
        at = std::find_if_not(end, line.end(), isSeparator);
    }
}

/// "sha256=…", perhaps in brackets.
bool isChecksum(QByteArrayView word)
{
    const auto isMark = [](char c) { return QByteArrayView("()[]{},.;").contains(c); };
    while (!word.isEmpty() && isMark(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty() && isMark(word.back()))
        word.chop(1);
    return item::parseChecksum(word).has_value();
}

} // namespace

bool TextSource::read(QList<item::Link> &links, bool mayRead)
{
    const auto word = m_words.next(mayRead);
    if (word)
        take(links, *word);
    else if (!mayRead || !m_isOpen)
        return false;
    else
        finishLine(links);
    return true;
}

void TextSource::take(QList<item::Link> &links, const Piece &word)
{
    if (!m_isOpen)
        m_number = word.line;
    m_isOpen = true;
    if (m_isLong || word.cut || m_line.size() + word.text.size() >= maxPieceBytes) {
        takeLong(links, word);
    } else {
        m_line += word.text;
        if (!isLineEnd(word.end))
            m_line += word.end;
    }
    if (isLineEnd(word.end))
        finishLine(links);
}

/// A line that is longer than a list's may be is read as it comes.
void TextSource::takeLong(QList<item::Link> &links, const Piece &word)
{
    const auto before = links.size();
    if (!std::exchange(m_isLong, true))
        readProse(links);
    m_line.clear();
    appendTextLinks(links, word);
    m_hasLink = m_hasLink || links.size() > before;
}

void TextSource::finishLine(QList<item::Link> &links)
{
    const auto before = links.size();
    const bool isText = isEntry(trimmed(m_line)) || m_isLong;
    if (!m_isLong)
        readLine(links);
    if (isText && !m_hasLink && links.size() == before)
        m_leftOut.add(m_number);
    m_line.clear();
    m_isOpen = m_isLong = m_hasLink = false;
}

void TextSource::readLine(QList<item::Link> &links) const
{
    const auto line = withoutBullet(trimmed(m_line));
    const auto isForeign = [](char c) { return QByteArrayView("\"<>`").contains(c); };
    const bool isPlain = std::none_of(line.begin(), line.end(), isForeign);
    const auto word = linkAtStart(line);
    if (isPlain && hasOptions(line))
        appendListLine(links, line, m_number);
    else if (isPlain && !word.contains(' ') && !word.contains('\t') && isLinkAlone(word))
        appendListLine(links, word, m_number);
    else
        readProse(links);
}

void TextSource::readProse(QList<item::Link> &links) const
{
    const auto before = links.size();
    bool hasChecksum = false;
    forEachWord(m_line, [&](QByteArrayView word) {
        appendTextLinks(links, {word, m_number});
        hasChecksum = hasChecksum || isChecksum(word);
    });
    for (auto i = before; hasChecksum && i < links.size(); ++i)
        links[i] = unusableLink(links[i].url, m_number, item::Reason::BadEntry,
                                QStringLiteral("a checksum stands in its line; write it at once "
                                               "behind the link, like sha256=…"));
}

QString TextSource::note() const
{
    return m_leftOut.text(u"link");
}

} // namespace trawl::exchange

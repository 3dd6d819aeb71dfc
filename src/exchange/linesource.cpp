// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linesource.h"
#include "exchange/aria2source.h"
#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/roles.h"
#include "exchange/unusablelink.h"
#include "item/ascii.h"

#include <algorithm>

namespace trawl::exchange {

namespace {

constexpr qsizetype leastDigest = 32; // digits of an MD5

bool isHexText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), item::isHexDigit);
}

struct Word
{
    QByteArrayView key; ///< empty = it has no mark
    QByteArrayView value;
};

/// "key=value"; the key of a checksum may also end with a colon.
Word wordOf(QByteArrayView text)
{
    const auto mark =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '=' || c == ':'; });
    const auto length = mark - text.begin();
    if (mark == text.end())
        return {{}, text};
    const Word word{text.first(length), text.sliced(length + 1)};
    return *mark == '=' || isLikeDigest(word.key) ? word : Word{{}, text};
}

Role lineRole(QByteArrayView key)
{
    const auto role = roleOf(key);
    const bool known = role == Role::Checksum || role == Role::Digest || role == Role::Size ||
                       role == Role::Mirrors || role == Role::Name || role == Role::Folder;
    return known ? role : Role::None;
}

/// "-o", "--output=x"
bool isSwitch(QByteArrayView text)
{
    const auto letter = text.startsWith("--") ? 2 : 1;
    return text.size() > letter && text.startsWith('-') && item::isLetter(text[letter]) &&
           (letter == 2 || text.size() == 2);
}

/// A column of a table or an option of aria2, be it known here or not.
bool isNamedOption(QByteArrayView text)
{
    const auto word = wordOf(text);
    return !word.key.isEmpty() &&
           (roleOf(word.key) != Role::None || Aria2Source::isKnownOption(text));
}

/// One that is known elsewhere only; its value may be a password.
bool isForeign(QByteArrayView text)
{
    return isNamedOption(text) && lineRole(wordOf(text).key) == Role::None;
}

/// Known, or so like an option or a checksum that it must not count as a part of the URL.
bool isOption(QByteArrayView text)
{
    if (hasHttpScheme(text))
        return false;
    const auto word = wordOf(text);
    const bool digits = word.value.size() >= leastDigest && isHexText(word.value);
    return digits || isSwitch(text) || isNamedOption(text) ||
           (!word.key.isEmpty() && isLikeDigest(word.key));
}

bool isComment(QByteArrayView words)
{
    return words.startsWith('#');
}

void applyWord(Entry &entry, QByteArrayView text)
{
    const auto word = wordOf(text);
    const auto role = lineRole(word.key);
    if (role != Role::None && word.value.isEmpty())
        entry.refuse(QString::fromLatin1(word.key) + QStringLiteral("= is empty"));
    else if (role != Role::None)
        applyRole(entry, role, word.key, word.value);
    else if (isForeign(text))
        entry.refuse(QString::fromLatin1(word.key) +
                     QStringLiteral("= is not known behind a link"));
    else if (!word.key.isEmpty() && isLikeDigest(word.key))
        entry.setChecksum(word.key, word.value);
    else
        entry.refuse(QStringLiteral("what stands behind the link is not known; a checksum is "
                                    "written like sha256=…"));
}

/// Whoever wrote a checksum there may rely on it.
void applyComment(Entry &entry, QByteArrayView words)
{
    while (!words.isEmpty()) {
        auto word = takeWord(words);
        while (isComment(word))
            word = word.sliced(1);
        if (item::parseChecksum(word))
            entry.refuse(QStringLiteral("its checksum stands in a comment, behind a #"));
    }
}

void applyWords(Entry &entry, QByteArrayView words)
{
    bool hasChecksum = false;
    while (!words.isEmpty() && !isComment(words)) {
        const auto word = takeWord(words);
        const auto role = lineRole(wordOf(word).key);
        hasChecksum = hasChecksum || role == Role::Checksum || role == Role::Digest;
        if (isForeign(word))
            entry.setShownText({});
        applyWord(entry, word);
    }
    if (!hasChecksum)
        applyComment(entry, words);
}

/// The beginning of what is said behind a link, without what may be a password.
QString shownWords(QByteArrayView words)
{
    constexpr qsizetype most = 40;
    auto end = words.size();
    for (auto rest = words; !rest.isEmpty();) {
        if (const auto word = takeWord(rest); isForeign(word)) {
            end = wordOf(word).value.data() - words.data();
            break;
        }
    }
    return QString::fromUtf8(words.first(end)).left(most);
}

/// What stands behind a blank goes on like a URL: up to a file's suffix, through folders, in a
/// query.
bool goesOnAsUrl(QByteArrayView url)
{
    constexpr QByteArrayView marks("/=&");
    const auto blank = url.indexOf(' ');
    if (blank < 0 || endsLikeAName(url) || url.first(blank).contains('?'))
        return true;
    const auto more = url.sliced(blank);
    return std::any_of(more.begin(), more.end(), [&](char c) { return marks.contains(c); });
}

bool mayBePattern(QByteArrayView text)
{
    return text.contains('[') || text.contains('{') || text.contains('\\');
}

/// No link has a tab in it: what is behind one is a note.
QByteArrayView withoutNote(QByteArrayView text)
{
    const auto tab = text.isEmpty() ? -1 : text.indexOf('\t');
    return tab < 0 ? text : trimmed(text.first(tab));
}

QByteArrayView urlOf(QByteArrayView text)
{
    return withoutNote(trimmed(text.first(lineOptionsStart(text))));
}

bool hasSeveral(QByteArrayView text)
{
    return nextLinkStart(text.first(lineOptionsStart(text))) >= 0;
}

Entry lineEntry(QByteArrayView text, qint64 line)
{
    const auto url = urlOf(text);
    Entry entry(line);
    entry.setShownText(text);
    entry.addUrl(url);
    if (!goesOnAsUrl(url) && entry.link().ok())
        entry.refuse(QStringLiteral("words stand behind the link that are not known; a blank in a "
                                    "link is written %20"));
    applyWords(entry, text.sliced(lineOptionsStart(text)));
    return entry;
}

/// Of which of them the checksum behind them would be, nobody knows.
void takeSeveral(QList<item::Link> &links, QByteArrayView text, qint64 line)
{
    constexpr QByteArrayView marks(",;|");
    const auto end = lineOptionsStart(text);
    auto said = text.sliced(end);
    auto rest = text;
    if (const auto first = takeWord(rest); said.isEmpty() && isOption(first))
        said = first;
    for (rest = trimmed(text.first(end)); !rest.isEmpty();) {
        const auto next = nextLinkStart(rest);
        auto url = withoutNote(trimmed(next < 0 ? rest : rest.first(next)));
        while (next >= 0 && !url.isEmpty() && marks.contains(url.back()))
            url = trimmed(url.chopped(1));
        rest = next < 0 ? QByteArrayView() : rest.sliced(next);
        if (url.isEmpty())
            continue;
        Entry entry(line);
        entry.addUrl(url);
        if (!said.isEmpty() && !isComment(said))
            entry.refuse(QStringLiteral("it is not clear which of the links of this line \"%1\" "
                                        "is about: write one a line")
                             .arg(shownWords(said)));
        links.append(entry.link());
    }
}

} // namespace

bool endsLikeAName(QByteArrayView text)
{
    constexpr qsizetype longestSuffix = 5;
    const auto last = text.sliced(std::max(text.lastIndexOf(' '), text.lastIndexOf('/')) + 1);
    const auto dot = last.lastIndexOf('.');
    const auto suffix = last.sliced(dot + 1);
    return dot >= 0 && !suffix.isEmpty() && suffix.size() <= longestSuffix &&
           std::all_of(suffix.begin(), suffix.end(),
                       [](char c) { return item::isLetterOrDigit(c); });
}

qsizetype lineOptionsStart(QByteArrayView text)
{
    auto rest = text;
    (void)takeWord(rest);
    while (!rest.isEmpty()) {
        const auto word = takeWord(rest);
        if (isOption(word) || isComment(word))
            return word.data() - text.data();
    }
    return text.size();
}

void appendListLine(QList<item::Link> &links, QByteArrayView text, qint64 line)
{
    if (hasSeveral(text))
        takeSeveral(links, text, line);
    else if (text.contains(' ') || text.contains('\t'))
        links.append(lineEntry(text, line).link());
    else
        links.append(parseLink(text, line));
}

LineSource::LineSource(InputBuffer &input, bool patterns)
    : m_lines(input, "\r\n")
    , m_patterns(patterns)
{
}

bool LineSource::read(QList<item::Link> &links, bool mayRead)
{
    if (m_expansion) {
        if (m_expansion->next(links))
            return true;
        m_expansion.reset();
    }
    const auto piece = m_lines.next(mayRead);
    if (!piece)
        return false;
    const auto text = trimmed(piece->text);
    if (isEntry(text) && piece->cut)
        links.append(unusableLink(text, piece->line, item::Reason::InvalidUrl));
    else if (isEntry(text))
        take(links, text, piece->line);
    return true;
}

void LineSource::take(QList<item::Link> &links, QByteArrayView text, qint64 line)
{
    if (m_patterns && mayBePattern(text) && !hasSeveral(text))
        m_expansion = expand(urlOf(text), lineEntry(text, line), links);
    else
        appendListLine(links, text, line);
}

} // namespace trawl::exchange

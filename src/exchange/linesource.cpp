// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linesource.h"
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

/// "key=value"; a checksum's key may also end with a colon.
Word wordOf(QByteArrayView text)
{
    const auto mark =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '=' || c == ':'; });
    const auto length = mark - text.begin();
    if (mark == text.end())
        return {{}, text};
    const Word word{text.first(length), text.sliced(length + 1)};
    return *mark == '=' || item::algorithmFromWord(word.key) ? word : Word{{}, text};
}

Role lineRole(QByteArrayView key)
{
    const auto role = roleOf(key);
    const bool known = role == Role::Checksum || role == Role::Digest || role == Role::Size ||
                       role == Role::Mirrors || role == Role::Name || role == Role::Folder;
    return known ? role : Role::None;
}

/// Known, or so like a checksum that it must not count as a part of the URL.
bool isOption(QByteArrayView text)
{
    const auto word = wordOf(text);
    const auto begins = [&word](QByteArrayView with) {
        return word.key.first(qMin(word.key.size(), with.size()))
                   .compare(with, Qt::CaseInsensitive) == 0;
    };
    const bool digits = word.value.size() >= leastDigest && isHexText(word.value);
    return digits || (!word.key.isEmpty() &&
                      (lineRole(word.key) != Role::None || begins("sha") || begins("md")));
}

void applyWord(Entry &entry, QByteArrayView text)
{
    const auto word = wordOf(text);
    const auto role = lineRole(word.key);
    if (role == Role::None)
        entry.refuse(QStringLiteral("what stands behind the link is not known; a checksum is "
                                    "written like sha256=…"));
    else if (word.value.isEmpty())
        entry.refuse(QString::fromLatin1(word.key) + QStringLiteral("= is empty"));
    else
        applyRole(entry, role, word.key, word.value);
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

} // namespace

qsizetype lineOptionsStart(QByteArrayView text)
{
    auto rest = text;
    (void)takeWord(rest);
    while (!rest.isEmpty()) {
        const auto word = takeWord(rest);
        if (isOption(word))
            return word.data() - text.data();
    }
    return text.size();
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
    const bool pattern = m_patterns && mayBePattern(text);
    const bool several = nextLinkStart(text.first(lineOptionsStart(text))) >= 0;
    if (!pattern && !several && !text.contains(' ') && !text.contains('\t')) {
        links.append(parseLink(text, line));
        return;
    }
    if (several) {
        takeSeveral(links, text, line);
        return;
    }
    const auto end = lineOptionsStart(text);
    const auto url = withoutNote(trimmed(text.first(end)));
    Entry entry(line);
    entry.setShownText(text);
    entry.addUrl(url);
    for (auto words = text.sliced(end); !words.isEmpty();)
        applyWord(entry, takeWord(words));
    if (pattern)
        m_expansion = expand(url, std::move(entry), links);
    else
        links.append(entry.link());
}

/// Of which of them the checksum behind them would be, nobody knows.
void LineSource::takeSeveral(QList<item::Link> &links, QByteArrayView text, qint64 line)
{
    constexpr QByteArrayView marks(",;|");
    const auto end = lineOptionsStart(text);
    const bool more = end < text.size();
    for (auto rest = trimmed(text.first(end)); !rest.isEmpty();) {
        const auto next = nextLinkStart(rest);
        auto url = withoutNote(trimmed(next < 0 ? rest : rest.first(next)));
        while (next >= 0 && !url.isEmpty() && marks.contains(url.back()))
            url = trimmed(url.chopped(1));
        rest = next < 0 ? QByteArrayView() : rest.sliced(next);
        if (url.isEmpty())
            continue;
        Entry entry(line);
        entry.addUrl(url);
        if (more)
            entry.refuse(QStringLiteral("it is not clear which of the links of this line \"%1\" "
                                        "is about: write one a line")
                             .arg(QString::fromUtf8(text.sliced(end)).left(40)));
        links.append(entry.link());
    }
}

} // namespace trawl::exchange

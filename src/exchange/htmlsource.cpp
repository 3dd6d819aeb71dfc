// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/htmlsource.h"

#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/splitter.h"
#include "exchange/unusablelink.h"

#include "crawl/xmlscanner.h"
#include "item/ascii.h"
#include "item/weburl.h"

#include <QString>

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

QByteArray withoutReferences(QByteArrayView text)
{
    constexpr qsizetype longest = 10;
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto end = text[i] == '&' ? text.indexOf(';', i) : -1;
        const auto c = end > 0 && end - i <= longest
                           ? crawl::referenced(text.sliced(i + 1, end - i - 1))
                           : QByteArray();
        out += c.isEmpty() ? QByteArray(1, text[i]) : c;
        i = c.isEmpty() ? i : end;
    }
    return out;
}

/// Takes what comes before one of the marks off `text`.
QByteArrayView takeUntil(QByteArrayView &text, QByteArrayView marks)
{
    const auto end = std::find_if(text.begin(), text.end(), [&](char c) {
        return item::isHtmlSpace(c) || marks.contains(c);
    });
    const auto part = text.first(end - text.begin());
    text = text.sliced(part.size());
    return part;
}

void skipBlanks(QByteArrayView &text)
{
    while (!text.isEmpty() && item::isHtmlSpace(text.front()))
        text = text.sliced(1);
}

QByteArrayView takeValue(QByteArrayView &text)
{
    const char quote = text.isEmpty() ? '\0' : text.front();
    if (quote != '"' && quote != '\'')
        return takeUntil(text, {});
    text = text.sliced(1);
    const auto end = text.indexOf(quote);
    const auto value = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    return value;
}

/// The value of a tag's attribute; null = it has none.
QByteArray attribute(QByteArrayView tag, QByteArrayView wanted)
{
    (void)takeUntil(tag, "/");
    while (!tag.isEmpty()) {
        skipBlanks(tag);
        if (tag.startsWith('/') || tag.startsWith('=')) {
            tag = tag.sliced(1);
            continue;
        }
        const auto name = takeUntil(tag, "=/");
        skipBlanks(tag);
        QByteArrayView value("");
        if (tag.startsWith('=')) {
            tag = tag.sliced(1);
            skipBlanks(tag);
            value = takeValue(tag);
        }
        if (!name.isEmpty() && name.compare(wanted, Qt::CaseInsensitive) == 0)
            return withoutReferences(value) + ""; // not null
    }
    return {};
}

bool isPassedOver(QByteArrayView scheme)
{
    constexpr std::array others{"about",  "blob", "data", "javascript",
                                "mailto", "sms",  "tel",  "view-source"};
    return std::any_of(others.begin(), others.end(), [scheme](const char *other) {
        return scheme.compare(other, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

HtmlSource::HtmlSource(InputBuffer &input)
    : m_input(input)
{
}

bool HtmlSource::read(QList<item::Link> &links, bool mayRead)
{
    const auto before = links.size();
    while (links.size() == before) {
        if (m_input.rest().isEmpty() && (!mayRead || !m_input.fill()))
            return false;
        const auto rest = m_input.rest();
        qsizetype at = 0;
        while (at < rest.size() && links.size() == before)
            takeByte(rest[at++], links);
        m_input.take(at);
    }
    return true;
}

void HtmlSource::takeByte(char c, QList<item::Link> &links)
{
    m_line += c == '\n';
    switch (m_state) {
    case State::Text:
        if (c == '<') {
            m_state = State::Mark;
            m_tagLine = m_line;
            m_tag.clear();
            m_cut = false;
        }
        return;
    case State::Mark:
        if (c == '<')
            return;
        m_state = item::isLetter(c) || c == '/' || c == '!' || c == '?' ? State::Tag : State::Text;
        m_quote = m_last = 0;
        if (m_state == State::Tag)
            takeTagByte(c, links);
        return;
    case State::Tag:
        return takeTagByte(c, links);
    case State::Comment:
        keep(c);
        if (c == '>' && m_last == '-')
            endComment();
        else
            m_last = c == '-' && m_tag.endsWith("--") ? '-' : '\0';
        return;
    case State::RawText: // only its end matters
        m_tag += item::toLower(c);
        if (!m_rawEnd.startsWith(m_tag))
            m_tag = c == '<' ? QByteArray(1, c) : QByteArray();
        if (m_tag == m_rawEnd) {
            m_state = State::Tag;
            m_tag = "/";
        }
        return;
    }
}

/// A quote counts only where a value begins: what stands in one may hold '>'.
void HtmlSource::takeTagByte(char c, QList<item::Link> &links)
{
    if (m_quote) {
        if (c == m_quote)
            m_quote = 0;
    } else if (c == '>') {
        return endTag(links);
    } else if ((c == '"' || c == '\'') && m_last == '=') {
        m_quote = c;
    }
    if (!item::isHtmlSpace(c))
        m_last = c;
    keep(c);
    if (m_tag == "!--") {
        m_state = State::Comment;
        m_last = 0;
    }
}

/// Of a longer tag, whatever it is, the rest is dropped.
void HtmlSource::keep(char c)
{
    m_cut = m_cut || m_tag.size() == maxPieceBytes;
    if (!m_cut)
        m_tag += c;
    else if (m_state == State::Comment)
        m_tag = m_tag.last(2) + c; // its end must be seen
}

/// Browsers save a page with "<!-- saved from url=(0021)https://example.org/ -->" before it.
void HtmlSource::endComment()
{
    m_state = State::Text;
    constexpr QByteArrayView mark("saved from url=(");
    const auto at = m_tag.indexOf(mark);
    const auto end = at < 0 ? -1 : m_tag.indexOf(')', at);
    if (end < 0)
        return;
    auto rest = QByteArrayView(m_tag).sliced(end + 1);
    setBase(takeUntil(rest, {}));
}

void HtmlSource::endTag(QList<item::Link> &links)
{
    m_state = State::Text;
    auto rest = QByteArrayView(m_tag);
    const auto name = takeUntil(rest, "/").toByteArray().toLower();
    if (name == "script" || name == "style" || name == "textarea" || name == "title") {
        m_rawEnd = "</" + name;
        m_state = State::RawText;
        m_tag.clear();
    } else if (name == "base") {
        setBase(attribute(m_tag, "href"));
    } else if (name == "link" && attribute(m_tag, "rel").toLower() == "canonical") {
        setBase(attribute(m_tag, "href"));
    } else if (name == "a" || name == "area") {
        if (const auto href = attribute(m_tag, "href"); !href.isNull())
            appendLink(links, href);
    }
}

void HtmlSource::setBase(QByteArrayView reference)
{
    if (m_base.isEmpty())
        m_base = item::normalUrl(reference).value_or(QByteArray());
}

void HtmlSource::appendLink(QList<item::Link> &links, const QByteArray &reference) const
{
    const auto text = item::webTrimmed(reference);
    const auto scheme = item::schemeLength(text);
    if (text.isEmpty() || text.startsWith('#') || isPassedOver(text.first(scheme)))
        return;
    if (m_cut) {
        links.append(unusableLink(text, m_tagLine, item::Reason::InvalidUrl));
    } else if (const auto url = item::resolveUrl(m_base, text)) {
        auto link = parseLink(*url, m_tagLine);
        links.append(std::move(link));
    } else if (scheme > 0 && !hasHttpScheme(text)) {
        links.append(unusableLink(text, m_tagLine, item::Reason::UnsupportedScheme));
    } else {
        const bool lost = scheme == 0 && m_base.isEmpty();
        links.append(unusableLink(text, m_tagLine, item::Reason::InvalidUrl,
                                  lost ? QStringLiteral("the page does not say where it is from")
                                       : QString()));
    }
}

} // namespace trawl::exchange

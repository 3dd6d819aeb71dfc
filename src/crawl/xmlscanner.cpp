// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/xmlscanner.h"

#include "item/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trawl::crawl {

namespace {

constexpr qsizetype longestReference = 12;

bool isNameStart(char c)
{
    return item::isLetter(c) || c == '_' || c == ':' || quint8(c) >= 0x80;
}

bool isNameByte(char c)
{
    return isNameStart(c) || item::isDigit(c) || c == '-' || c == '.';
}

qsizetype nameLength(QByteArrayView text)
{
    return std::find_if_not(text.begin(), text.end(), isNameByte) - text.begin();
}

void skipXmlBlanks(QByteArrayView &text)
{
    while (!text.isEmpty() && item::isXmlSpace(text.front()))
        text = text.sliced(1);
}

/// What an XML declaration says, in lower case; empty = nothing.
QByteArray declaredCharset(QByteArrayView head)
{
    if (!head.startsWith("<?xml"))
        return {};
    const auto end = head.indexOf("?>");
    const auto declaration = head.first(end < 0 ? head.size() : end);
    const auto at = declaration.indexOf("encoding");
    if (at < 0)
        return {};
    auto value = declaration.sliced(at + 8);
    skipXmlBlanks(value);
    if (!value.startsWith('='))
        return {};
    value = value.sliced(1);
    skipXmlBlanks(value);
    if (value.isEmpty() || (value.front() != '"' && value.front() != '\''))
        return {};
    const auto close = value.indexOf(value.front(), 1);
    return close < 0 ? QByteArray() : value.sliced(1, close - 1).toByteArray().toLower();
}

bool isByteCharset(const QByteArray &name)
{
    constexpr std::array utf8{"", "utf-8", "utf8", "us-ascii", "ascii"};
    return std::none_of(utf8.begin(), utf8.end(),
                        [&name](const char *known) { return name == known; }) &&
           !name.startsWith("utf-16") && !name.startsWith("utf-32") && !name.startsWith("ucs-") &&
           !name.startsWith("iso-10646");
}

} // namespace

QByteArray referenced(QByteArrayView name)
{
    struct Named
    {
        const char *name;
        const char *text;
    };
    constexpr std::array named{Named{"amp", "&"}, Named{"lt", "<"}, Named{"gt", ">"},
                               Named{"quot", "\""}, Named{"apos", "'"}};
    for (const auto &row : named) {
        if (name == row.name)
            return row.text;
    }
    if (!name.startsWith('#') || name.size() < 2)
        return {};
    const bool hex = (name[1] | 0x20) == 'x';
    bool ok = false;
    const uint code = name.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    const bool isCharacter =
        ok && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(char32_t(code));
    const auto c = char32_t(code);
    return isCharacter ? QString::fromUcs4(&c, 1).toUtf8() : QByteArray();
}

QByteArrayView withoutMarks(QByteArrayView text)
{
    constexpr QByteArrayView mark("\xef\xbb\xbf");
    while (text.startsWith(mark))
        text = text.sliced(mark.size());
    return text;
}

QByteArrayView localName(QByteArrayView qualified)
{
    return qualified.isEmpty() ? qualified : qualified.sliced(qualified.lastIndexOf(':') + 1);
}

QByteArray valueOf(const XmlAttributes &attributes, QByteArrayView name)
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [name](const XmlAttribute &attribute) { return attribute.name == name; });
    return found == attributes.end() ? QByteArray() : found->value;
}

bool XmlScanner::feed(QByteArrayView bytes)
{
    if (m_stopped)
        return false;
    decode(bytes);
    while (!m_stopped && m_at < m_text.size() && step()) {
    }
    m_text.remove(0, std::exchange(m_at, 0));
    if (m_text.size() > maxTokenBytes && !m_stopped) {
        m_error = QStringLiteral("has a text of more than 1 MiB in line %1").arg(m_line);
        m_stopped = true;
    }
    return !m_stopped;
}

void XmlScanner::finish()
{
    m_over = true;
    if (feed({}) && !m_text.isEmpty())
        noteBroken(QStringLiteral("it ends in the middle of a tag"));
}

QString XmlScanner::note() const
{
    if (m_places < 2)
        return m_broken;
    return m_broken + QStringLiteral(", and in %1 more places").arg(m_places - 1);
}

void XmlScanner::noteBroken(const QString &what)
{
    if (m_places++ == 0)
        m_broken = QStringLiteral("is no good XML in line %1: %2").arg(m_line).arg(what);
}

QByteArray XmlScanner::resolved(QByteArrayView text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '&') {
            out += text[i];
            continue;
        }
        const auto end = text.indexOf(';', i);
        const bool isReference = end > 0 && end - i <= longestReference;
        const auto c = isReference ? referenced(text.sliced(i + 1, end - i - 1)) : QByteArray();
        if (c.isEmpty())
            noteBroken(QStringLiteral("an \"&\" that is not written \"&amp;\""));
        out += c.isEmpty() ? QByteArray("&") : c;
        i = c.isEmpty() ? i : end;
    }
    return out;
}

void XmlScanner::decode(QByteArrayView bytes)
{
    if (!m_started) {
        m_head.append(bytes);
        if (!chooseCharset())
            return;
    } else if (m_decoder) {
        const QString part = m_decoder->decode(bytes);
        m_text += part.toUtf8();
    } else {
        m_text.append(bytes);
    }
}

/// By its mark, or by what it says of itself; false = more must come first.
bool XmlScanner::chooseCharset()
{
    constexpr qsizetype longestDeclaration = 1024;
    QByteArrayView head(m_head);
    const bool wide = head.size() >= 2 && ((head[0] == '\xff' && head[1] == '\xfe') ||
                                           (head[0] == '\xfe' && head[1] == '\xff'));
    head = withoutMarks(head);
    const bool open =
        !wide &&
        (head.size() < 6 || (head.startsWith("<?xml") && head.size() < longestDeclaration)) &&
        !head.contains('>');
    if (open && !m_over)
        return false;
    m_started = true;
    if (wide) {
        m_decoder.emplace(head[0] == '\xff' ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        head = head.sliced(2);
    } else if (const auto name = declaredCharset(head); isByteCharset(name)) {
        m_decoder.emplace(name.constData());
        if (!m_decoder->isValid())
            m_decoder.reset();
    }
    const auto first = std::exchange(m_head, {}); // head is a part of it
    if (m_decoder) {
        const QString part = m_decoder->decode(head);
        m_text += part.toUtf8();
    } else {
        m_text.append(head);
    }
    return true;
}

/// Takes a token; false when it is not whole yet.
bool XmlScanner::step()
{
    const auto text = rest();
    if (text.front() != '<')
        return takeText();
    const auto begins = [&text, this](QByteArrayView with) {
        const auto common = std::min(text.size(), with.size());
        return text.first(common) == with.first(common) && (!m_over || common == with.size());
    };
    if (text.size() == 1 && !m_over)
        return false;
    if (begins("<!--"))
        return takeUntil("-->", 4, false);
    if (begins("<![CDATA["))
        return takeUntil("]]>", 9, true);
    if (begins("<?"))
        return takeUntil("?>", 2, false);
    if (begins("<!"))
        return takeDocumentType();
    if (text.size() > 1 && (isNameStart(text[1]) || text[1] == '/'))
        return takeTag();
    noteBroken(QStringLiteral("a \"<\" that is not written \"&lt;\""));
    m_handler.text(text.first(1), true);
    advance(1);
    return true;
}

bool XmlScanner::takeText()
{
    const auto text = rest();
    auto end = text.indexOf('<');
    if (end < 0) {
        end = text.size();
        const auto reference = text.lastIndexOf('&');
        const bool open = reference >= 0 && end - reference <= longestReference &&
                          !text.sliced(reference).contains(';');
        if (open && !m_over)
            end = reference;
    }
    if (end == 0)
        return false;
    m_handler.text(text.first(end), false);
    advance(end);
    return true;
}

bool XmlScanner::takeUntil(QByteArrayView end, qsizetype opening, bool isText)
{
    const auto text = rest();
    if (text.size() < opening)
        return false;
    const auto from = std::max(opening, m_searched - end.size());
    const auto at = text.indexOf(end, from);
    m_searched = text.size();
    if (at < 0)
        return false;
    if (isText)
        m_handler.text(text.sliced(opening, at - opening), true);
    advance(at + end.size());
    return true;
}

/// Its own declarations stand in brackets.
bool XmlScanner::takeDocumentType()
{
    const auto text = rest();
    for (; m_searched < text.size(); ++m_searched) {
        const char c = text[m_searched];
        if (m_quote) {
            m_quote = c == m_quote ? '\0' : m_quote;
        } else if (c == '"' || c == '\'') {
            m_quote = c;
        } else if (c == '[' || c == ']') {
            m_brackets += c == '[' ? 1 : -1;
        } else if (c == '>' && m_brackets <= 0) {
            break;
        }
    }
    if (m_searched == text.size())
        return false;
    auto inner = text.sliced(2, m_searched - 2);
    const bool isType = inner.first(nameLength(inner)).compare("doctype", Qt::CaseInsensitive) == 0;
    inner = inner.sliced(nameLength(inner));
    skipXmlBlanks(inner);
    if (isType && !m_handler.documentType(inner.first(nameLength(inner))))
        m_stopped = true;
    advance(m_searched + 1);
    return true;
}

/// A '<' outside of a value begins the next tag: this one's end is missing.
bool XmlScanner::takeTag()
{
    const auto text = rest();
    m_searched = std::max<qsizetype>(m_searched, 1);
    bool cut = false;
    for (; m_searched < text.size(); ++m_searched) {
        const char c = text[m_searched];
        cut = !m_quote && c == '<';
        if (cut || (!m_quote && c == '>'))
            break;
        if (m_quote)
            m_quote = c == m_quote ? '\0' : m_quote;
        else if ((c == '"' || c == '\'') && text[1] != '/')
            m_quote = c;
    }
    if (m_searched == text.size())
        return false;
    if (cut)
        noteBroken(QStringLiteral("a tag that is not closed"));
    const auto tag = text.sliced(1, m_searched - 1);
    const auto size = m_searched + (cut ? 0 : 1);
    if (!(tag.startsWith('/') ? takeEnd(tag.sliced(1)) : takeStart(tag)))
        m_stopped = true;
    else
        advance(size);
    return !m_stopped;
}

bool XmlScanner::takeEnd(QByteArrayView tag)
{
    const auto name = tag.first(nameLength(tag)).toByteArray();
    const auto open = std::find(m_path.rbegin(), m_path.rend(), name);
    if (open == m_path.rend()) {
        if (!m_path.empty())
            noteBroken(QStringLiteral("</%1> ends nothing").arg(QString::fromUtf8(name.left(40))));
        return true;
    }
    if (open != m_path.rbegin())
        noteBroken(
            QStringLiteral("<%1> is not ended").arg(QString::fromUtf8(m_path.back().left(40))));
    for (auto left = open - m_path.rbegin(); left >= 0; --left) {
        const auto last = m_path.back();
        m_endIsMissing = left > 0;
        const bool goesOn = m_handler.endElement(last);
        m_path.pop_back();
        if (!goesOn)
            return false;
    }
    return true;
}

bool XmlScanner::takeStart(QByteArrayView tag)
{
    const auto name = tag.first(nameLength(tag)).toByteArray();
    auto inner = tag.sliced(name.size());
    const bool isEmpty = inner.endsWith('/');
    if (isEmpty)
        inner.chop(1);
    XmlAttributes attributes;
    for (skipXmlBlanks(inner); !inner.isEmpty(); skipXmlBlanks(inner)) {
        const auto length = std::max<qsizetype>(1, nameLength(inner));
        XmlAttribute attribute{inner.first(length).toByteArray(), {}};
        inner = inner.sliced(length);
        skipXmlBlanks(inner);
        if (!inner.startsWith('='))
            continue;
        inner = inner.sliced(1);
        skipXmlBlanks(inner);
        const char quote = inner.isEmpty() ? '\0' : inner.front();
        const bool quoted = quote == '"' || quote == '\'';
        const auto end =
            quoted ? inner.indexOf(quote, 1)
                   : std::find_if(inner.begin(), inner.end(), item::isXmlSpace) - inner.begin();
        const auto value = end < 0 ? inner.sliced(1) : inner.first(end).sliced(quoted ? 1 : 0);
        if (value.contains('<'))
            noteBroken(QStringLiteral("a \"<\" that is not written \"&lt;\""));
        attribute.value = resolved(value);
        attributes.push_back(std::move(attribute));
        inner = end < 0 ? QByteArrayView() : inner.sliced(end + (quoted ? 1 : 0));
    }
    if (m_path.size() == maxDepth) {
        m_error = QStringLiteral("is nested too deeply in line %1").arg(m_line);
        return false;
    }
    m_path.push_back(name);
    if (!m_handler.startElement(name, attributes))
        return false;
    if (!isEmpty)
        return true;
    const bool goesOn = m_handler.endElement(name);
    m_path.pop_back();
    return goesOn;
}

void XmlScanner::advance(qsizetype bytes)
{
    m_line += rest().first(bytes).count('\n');
    m_at += bytes;
    m_searched = 0;
    m_quote = 0;
    m_brackets = 0;
}

} // namespace trawl::crawl

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/cssreader.h"
#include "item/ascii.h"

#include <QString>

namespace trawl::extract::css {

namespace {

void append(QString &text, char32_t c)
{
    text += QString::fromUcs4(&c, 1);
}

} // namespace

char16_t Reader::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead].unicode() : u'\0';
}

bool Reader::take(char16_t c)
{
    if (atEnd() || peek() != c)
        return false;
    ++m_at;
    return true;
}

void Reader::expect(char16_t c)
{
    if (!take(c))
        fail(QStringLiteral("'%1' is missing").arg(QChar(c)));
}

bool Reader::skipSpace()
{
    const qsizetype from = m_at;
    for (;;) {
        if (!atEnd() && item::isHtmlSpace(peek())) {
            ++m_at;
        } else if (peek() == u'/' && peek(1) == u'*') {
            const qsizetype end = m_text.indexOf(u"*/", m_at + 2);
            m_at = end < 0 ? m_text.size() : end + 2;
        } else {
            return m_at > from;
        }
    }
}

bool Reader::isNameStart(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c >= 0x80;
}

bool Reader::isNamePart(char16_t c)
{
    return isNameStart(c) || item::isDigit(c) || c == u'-';
}

bool Reader::atEscape(qsizetype ahead) const
{
    return peek(ahead) == u'\\' && m_at + ahead + 1 < m_text.size() && peek(ahead + 1) != u'\n';
}

bool Reader::atIdentifier() const
{
    const qsizetype dash = peek() == u'-' ? 1 : 0;
    return isNameStart(peek(dash)) || atEscape(dash) || (dash == 1 && peek(1) == u'-');
}

QByteArray Reader::identifier(const char *what)
{
    if (!atIdentifier())
        fail(QStringLiteral("%1 is missing").arg(QLatin1StringView(what)));
    return name(what);
}

QByteArray Reader::name(const char *what)
{
    QString result;
    for (;;) {
        if (!atEnd() && isNamePart(peek()))
            result += m_text[m_at++];
        else if (atEscape())
            append(result, escape());
        else
            break;
    }
    if (result.isEmpty())
        fail(QStringLiteral("%1 is missing").arg(QLatin1StringView(what)));
    return result.toUtf8();
}

char32_t Reader::escape()
{
    ++m_at;
    char32_t code = 0;
    int digits = 0;
    for (; digits < 6 && item::hexValue(peek()) >= 0; ++digits, ++m_at)
        code = code * 16 + char32_t(item::hexValue(peek()));
    if (digits == 0) {
        const bool pair = QChar::isHighSurrogate(peek()) && QChar::isLowSurrogate(peek(1));
        code = pair ? QChar::surrogateToUcs4(peek(), peek(1)) : peek();
        m_at += pair ? 2 : 1;
        return code;
    }
    if (peek() == u'\r' && peek(1) == u'\n')
        ++m_at;
    if (!atEnd() && item::isHtmlSpace(peek()))
        ++m_at;
    const bool sound = code > 0 && code <= 0x10FFFF && !QChar::isSurrogate(code);
    return sound ? code : char32_t(0xFFFD);
}

std::optional<QByteArray> Reader::quoted()
{
    const char16_t quote = peek();
    if (quote != u'"' && quote != u'\'')
        return std::nullopt;
    const qsizetype from = m_at++;
    QString result;
    while (!atEnd() && peek() != quote) {
        if (peek() == u'\\' && peek(1) == u'\n')
            m_at += 2;
        else if (atEscape())
            append(result, escape());
        else
            result += m_text[m_at++];
    }
    if (atEnd()) {
        m_at = from;
        fail(QStringLiteral("the string has no end"));
    }
    ++m_at;
    return result.toUtf8();
}

void Reader::fail(const QString &what) const
{
    throw SyntaxError{m_at, what};
}

} // namespace trawl::extract::css

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/jsonpathscanner.h"

namespace trawl::extract::jsonpath {

namespace {

constexpr qint64 maxInteger = (qint64(1) << 53) - 1; ///< I-JSON (RFC 7493, 2.2)

} // namespace

QChar Scanner::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
}

bool Scanner::take(char16_t c)
{
    if (atEnd() || m_text.at(m_at) != c)
        return false;
    ++m_at;
    return true;
}

bool Scanner::take(QStringView text)
{
    if (!m_text.sliced(m_at).startsWith(text))
        return false;
    m_at += text.size();
    return true;
}

bool Scanner::failAt(qsizetype at, const QString &what)
{
    if (m_error.isEmpty()) {
        m_error = what;
        m_errorAt = at;
    }
    return false;
}

void Scanner::blanks()
{
    while (!atEnd() && QStringView(u" \t\n\r").contains(peek()))
        ++m_at;
}

bool Scanner::integer(std::optional<qint64> &result)
{
    const auto from = m_at;
    take(u'-');
    if (!wholeDigits())
        return false;
    const auto text = m_text.sliced(from, m_at - from);
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    if (!fits || number > maxInteger || number < -maxInteger)
        return failAt(from, QStringLiteral("the number is too large"));
    if (text == u"-0")
        return failAt(from, QStringLiteral("-0 is no index"));
    result = number;
    return true;
}

/// Digits without a leading zero.
bool Scanner::wholeDigits()
{
    if (atEnd() || !isDigit(peek()))
        return fail(QStringLiteral("a digit is missing"));
    if (peek() == u'0' && isDigit(peek(1)))
        return fail(QStringLiteral("a leading zero"));
    return moreDigits();
}

bool Scanner::moreDigits()
{
    if (atEnd() || !isDigit(peek()))
        return fail(QStringLiteral("a digit is missing"));
    while (isDigit(peek()))
        ++m_at;
    return true;
}

bool Scanner::string(QString &result)
{
    const auto begin = m_at;
    const QChar quote = m_text.at(m_at++);
    while (!atEnd() && peek() != quote) {
        if (peek().unicode() < 0x20)
            return fail(QStringLiteral("a control character wants to be written as \\u…"));
        if (take(u'\\')) {
            if (!escape(quote, result))
                return false;
        } else {
            result += m_text.at(m_at++);
        }
    }
    return take(quote.unicode()) || failAt(begin, QStringLiteral("the quote is not closed"));
}

bool Scanner::escape(QChar quote, QString &result)
{
    static constexpr QStringView from = u"bfnrt/\\";
    static constexpr QStringView to = u"\b\f\n\r\t/\\";
    if (take(u'u'))
        return unicodeEscape(result);
    const auto index = atEnd() ? -1 : from.indexOf(peek());
    if (index < 0 && (atEnd() || peek() != quote))
        return fail(QStringLiteral("an unknown escape"));
    result += index < 0 ? quote : to.at(index);
    ++m_at;
    return true;
}

bool Scanner::unicodeEscape(QString &result)
{
    const auto from = m_at;
    char16_t unit = 0;
    if (!hex(unit))
        return false;
    result += QChar(unit);
    if (!QChar::isSurrogate(unit))
        return true;
    char16_t low = 0;
    if (!QChar::isHighSurrogate(unit) || !take(u"\\u") || !hex(low) || !QChar::isLowSurrogate(low))
        return failAt(from, QStringLiteral("half of a surrogate pair"));
    result += QChar(low);
    return true;
}

bool Scanner::hex(char16_t &unit)
{
    for (int i = 0; i < 4; ++i) {
        const auto c = peek().toLower().unicode();
        const bool letter = c >= u'a' && c <= u'f';
        if (atEnd() || (!letter && !isDigit(peek())))
            return fail(QStringLiteral("\\u wants four hexadecimal digits"));
        unit = char16_t(unit * 16 + (letter ? c - u'a' + 10 : c - u'0'));
        ++m_at;
    }
    return true;
}

bool Scanner::number(QJsonValue &result)
{
    const auto from = m_at;
    take(u'-');
    if (!wholeDigits())
        return false;
    bool whole = true;
    if (take(u'.')) {
        whole = false;
        if (!moreDigits())
            return false;
    }
    if (take(u'e') || take(u'E')) {
        whole = false;
        if (!take(u'-'))
            take(u'+');
        if (!moreDigits())
            return false;
    }
    const auto text = m_text.sliced(from, m_at - from);
    const qint64 integer = whole ? text.toLongLong(&whole) : 0;
    result = whole ? QJsonValue(integer) : QJsonValue(text.toDouble());
    return true;
}

} // namespace trawl::extract::jsonpath

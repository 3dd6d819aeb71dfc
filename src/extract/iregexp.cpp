// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/iregexp.h"

namespace trawl::extract {

namespace {

/// Rewrites an I-Regexp for PCRE, checking its grammar (RFC 9485, 4) on the way.
class Translator
{
public:
    explicit Translator(QStringView text)
        : m_text(text)
    {
    }

    /// False: error() says why.
    bool run()
    {
        while (m_error.isEmpty() && !atEnd())
            piece();
        if (m_error.isEmpty() && m_groups > 0)
            fail(QStringLiteral("a ) is missing"));
        return m_error.isEmpty();
    }

    [[nodiscard]] const QString &result() const { return m_result; }
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }
    QChar next() { return m_text.at(m_at++); }
    bool take(char16_t c)
    {
        if (atEnd() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }

    void fail(const QString &what)
    {
        if (m_error.isEmpty())
            m_error = QStringLiteral("%1 (its character %2)").arg(what).arg(m_at);
    }

    void put(const QString &text, bool repeatable)
    {
        m_result += text;
        m_repeatable = repeatable;
    }

    void piece()
    {
        const QChar c = next();
        switch (c.unicode()) {
        case u'(':
            ++m_groups;
            return put(QStringLiteral("(?:"), false);
        case u')':
            return --m_groups < 0 ? fail(QStringLiteral("a ) too many")) : put(c, true);
        case u'|':
            return put(c, false);
        case u'^':
            return put(QStringLiteral("\\A"), false);
        case u'$':
            return put(QStringLiteral("\\z"), false);
        case u'.':
            return put(QStringLiteral("[^\\n\\r]"), true);
        case u'*':
        case u'+':
        case u'?':
            return quantifier(c);
        case u'{':
            return quantifier(quantity());
        case u'[':
            return characterClass();
        case u'\\':
            return put(escape(), true);
        case u']':
        case u'}':
            return fail(QStringLiteral("a %1 too many").arg(c));
        default:
            return put(c, true);
        }
    }

    void quantifier(const QString &text)
    {
        if (!m_repeatable)
            fail(QStringLiteral("nothing to repeat"));
        put(text, false);
    }

    QString digits()
    {
        const auto from = m_at;
        while (peek() >= u'0' && peek() <= u'9')
            ++m_at;
        return m_text.sliced(from, m_at - from).toString();
    }

    QString quantity()
    {
        QString result = u'{' + digits();
        if (result.size() == 1)
            fail(QStringLiteral("a number is missing"));
        if (take(u','))
            result += u',' + digits();
        if (!take(u'}'))
            fail(QStringLiteral("a } is missing"));
        return result + u'}';
    }

    /// What follows a backslash.
    QString escape()
    {
        if (atEnd()) {
            fail(QStringLiteral("nothing behind \\"));
            return {};
        }
        const QChar c = next();
        if (c == u'p' || c == u'P')
            return property(c);
        if (!QStringView(u"()*+-.?[\\]^{|}nrtdDsSwW$").contains(c))
            fail(QStringLiteral("\\%1 is unknown").arg(c));
        return QString(u'\\') + c;
    }

    QString property(QChar kind)
    {
        const auto close = m_text.indexOf(u'}', m_at);
        if (!take(u'{') || close < 0) {
            fail(QStringLiteral("{ and } are missing behind \\%1").arg(kind));
            return {};
        }
        const auto name = m_text.sliced(m_at, close - m_at);
        static constexpr const char16_t *minors[] = {u"Llmotu", u"Mcen",  u"Ndlo", u"Pcdefios",
                                                     u"Zlps",   u"Sckmo", u"Ccfno"};
        bool known = false;
        for (const QStringView row : minors) {
            known = known || (!name.isEmpty() && name.at(0) == row.at(0) && name.size() <= 2 &&
                              (name.size() == 1 || row.sliced(1).contains(name.at(1))));
        }
        if (!known)
            fail(QStringLiteral("no such category"));
        m_at = close + 1;
        return QStringLiteral("\\%1{%2}").arg(kind).arg(name);
    }

    void characterClass()
    {
        QString result = take(u'^') ? QStringLiteral("[^") : QStringLiteral("[");
        bool empty = true;
        while (m_error.isEmpty() && (empty || peek() != u']')) {
            if (atEnd())
                return fail(QStringLiteral("a ] is missing"));
            result += classPart(empty);
            empty = false;
        }
        ++m_at;
        put(result + u']', true);
    }

    /// A hyphen at an end, an escape, a character or a range of two.
    QString classPart(bool first)
    {
        if (take(u'-')) {
            if (!first && peek() != u']')
                fail(QStringLiteral("a - that makes no range"));
            return QStringLiteral("\\-");
        }
        bool many = false;
        QString result = classCharacter(many);
        const bool range =
            peek() == u'-' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) != u']';
        if (!range)
            return result;
        ++m_at;
        result += u'-' + classCharacter(many);
        if (many)
            fail(QStringLiteral("a range of more than two characters"));
        return result;
    }

    QString classCharacter(bool &many)
    {
        if (take(u'\\')) {
            const QString result = escape();
            many = many || (result.size() > 1 && QStringView(u"pPdDsSwW").contains(result.at(1)));
            return result;
        }
        const QChar c = next();
        if (c == u'[' || c == u']' || c == u'-')
            fail(QStringLiteral("%1 wants a \\ here").arg(c));
        if (c == u'^')
            return QStringLiteral("\\^");
        if (c.isHighSurrogate() && !atEnd())
            return QString(c) + next();
        return c;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_groups = 0;
    bool m_repeatable = false; ///< what came last may be followed by a quantifier
    QString m_result;
    QString m_error;
};

} // namespace

tl::expected<Pattern, QString> compileIRegexp(QStringView text, bool whole)
{
    Translator translator(text);
    if (!translator.run())
        return tl::unexpected(translator.error());
    return Pattern::compile(whole ? QStringLiteral("\\A(?:%1)\\z").arg(translator.result())
                                  : translator.result());
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/lenientjson.h"

#include "extract/jsonbody.h"

#include <QJsonObject>
#include <QStringList>

#include <array>

namespace trawl::extract {

namespace {

/// Takes what stands around JSON in a script away: blanks, comment signs, CDATA signs.
QStringView unwrapped(QStringView text)
{
    static constexpr std::array<QStringView, 6> before{u"<!--", u"<![CDATA[", u"//",
                                                       u"/*",   u"*/",        u"\ufeff"};
    static constexpr std::array<QStringView, 6> behind{u"-->", u"]]>", u"//", u"/*", u"*/", u";"};
    for (bool more = true; more;) {
        text = text.trimmed();
        more = false;
        for (const auto sign : before) {
            if (text.startsWith(sign)) {
                text = text.sliced(sign.size());
                more = true;
            }
        }
        for (const auto sign : behind) {
            if (text.endsWith(sign)) {
                text.chop(sign.size());
                more = true;
            }
        }
    }
    return text;
}

/// Cuts a text into its values and writes each as JSON wants it.
class Repair
{
public:
    explicit Repair(QStringView text)
        : m_text(text)
    {
    }

    QStringList pieces()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'"')
                string();
            else if (c == u'/' && isComment())
                comment();
            else
                other(c);
        }
        end();
        return m_pieces;
    }

private:
    [[nodiscard]] QChar at(qsizetype index) const
    {
        return index < m_text.size() ? m_text.at(index) : QChar();
    }

    [[nodiscard]] bool isComment() const { return at(m_at + 1) == u'/' || at(m_at + 1) == u'*'; }

    void comment()
    {
        const bool line = at(m_at + 1) == u'/';
        const auto close = line ? m_text.indexOf(u'\n', m_at) : m_text.indexOf(u"*/", m_at + 2);
        m_at = close < 0 ? m_text.size() : close + (line ? 1 : 2);
    }

    void other(QChar c)
    {
        ++m_at;
        if (m_depth == 0 && c != u'{' && c != u'[')
            return; // between values
        if (c == u'}' || c == u']') {
            while (!m_piece.isEmpty() && (m_piece.back() == u',' || m_piece.back().isSpace()))
                m_piece.chop(1);
            --m_depth;
        } else if (c == u'{' || c == u'[') {
            ++m_depth;
        }
        m_piece += c;
        if (m_depth == 0)
            end();
    }

    void end()
    {
        if (!m_piece.isEmpty())
            m_pieces.append(std::move(m_piece));
        m_piece.clear();
    }

    void string()
    {
        const auto from = m_piece.size();
        m_piece += m_text.at(m_at++);
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            if (c == u'\\')
                escape();
            else if (c.unicode() < 0x20)
                control(c);
            else
                m_piece += c;
            if (c == u'"')
                break;
        }
        if (m_depth == 0)
            m_piece.truncate(from);
    }

    void control(QChar c)
    {
        if (c == u'\n')
            m_piece += QStringLiteral("\\n");
        else if (c == u'\t')
            m_piece += QStringLiteral("\\t");
    }

    /// An escape that JSON does not have is the character itself, as in JavaScript.
    void escape()
    {
        const QChar c = at(m_at);
        ++m_at;
        if (c == u'\n' || c == u'\r')
            return control(c);
        if (QStringView(u"\"\\/bfnrtu").contains(c))
            m_piece += u'\\';
        m_piece += c;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_depth = 0;
    QString m_piece;
    QStringList m_pieces;
};

QString withoutEntities(QString text)
{
    return text.replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&#34;"), QStringLiteral("\""))
        .replace(QStringLiteral("&#39;"), QStringLiteral("'"))
        .replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// False: it is not JSON.
bool read(QStringView text, QJsonArray &to)
{
    const auto value = parseJson(text.toUtf8());
    if (!value || (!value->isArray() && !value->isObject()))
        return false;
    if (value->isObject()) {
        to.append(*value);
        return true;
    }
    for (const QJsonArray array = value->toArray(); const auto &element : array)
        to.append(element);
    return true;
}

LenientJson repaired(QStringView text)
{
    LenientJson result;
    for (const QString &piece : Repair(text).pieces()) {
        if (!read(piece, result.values))
            ++result.broken;
    }
    return result;
}

} // namespace

LenientJson readLenientJson(QStringView text)
{
    LenientJson result;
    text = unwrapped(text);
    if (text.isEmpty() || read(text, result.values))
        return result;
    result = repaired(text);
    if (result.values.isEmpty() && text.contains(u"&quot;"))
        result = repaired(withoutEntities(text.toString()));
    if (result.values.isEmpty() && result.broken == 0)
        result.broken = 1; // no bracket at all
    return result;
}

std::optional<QJsonValue> firstLenientJson(QStringView text)
{
    static constexpr QStringView guard = u")]}'"; // against <script src>, of Angular's making
    text = unwrapped(text);
    if (text.startsWith(guard))
        text = text.sliced(guard.size());
    while (!text.isEmpty() && (text.front().isSpace() || text.front() == u','))
        text = text.sliced(1);
    if (!text.startsWith(u'{') && !text.startsWith(u'['))
        return {};
    const auto value = parseJson(Repair(text).pieces().first().toUtf8());
    return value ? std::optional(*value) : std::nullopt;
}

} // namespace trawl::extract

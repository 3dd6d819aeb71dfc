// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/filename.h"
#include "naming/template.h"

#include <algorithm>
#include <array>

namespace trawl::naming {

namespace {

constexpr int mostDigits = 18;

struct Word
{
    QLatin1StringView word;
    PartKind kind;
};

constexpr std::array words{
    Word{QLatin1StringView("name"), PartKind::Name},
    Word{QLatin1StringView("stem"), PartKind::Stem},
    Word{QLatin1StringView("ext"), PartKind::Ext},
    Word{QLatin1StringView("host"), PartKind::Host},
    Word{QLatin1StringView("path"), PartKind::Path},
    Word{QLatin1StringView("index"), PartKind::Index},
    Word{QLatin1StringView("job"), PartKind::Job},
    Word{QLatin1StringView("date"), PartKind::Date},
    Word{QLatin1StringView("field"), PartKind::Field},
};

/// Reads a template from its start; the first error ends it.
class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool run()
    {
        while (m_at < m_text.size()) {
            if (!step())
                return false;
        }
        return endComponent(m_text.size());
    }

    QList<TemplatePart> parts;
    TemplateError error;

private:
    bool step();
    bool placeholder(qsizetype at, QStringView inside);
    bool index(qsizetype at, QStringView width);
    bool date(qsizetype at, QStringView format);
    bool slash(qsizetype at);
    bool endComponent(qsizetype at);
    void text(QStringView text);
    bool fail(qsizetype at, const QString &what)
    {
        error = {at, what};
        return false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_begin = 0; // of the component, in parts
};

bool Parser::step()
{
    const qsizetype at = m_at++;
    const QChar c = m_text[at];
    const bool doubled = m_at < m_text.size() && m_text[m_at] == c;
    if (c == u'/')
        return slash(at);
    if (doubled && (c == u'{' || c == u'}'))
        ++m_at;
    else if (c == u'}')
        return fail(at, QStringLiteral("a \"}\" without its \"{\" (write \"}}\" for a brace)"));
    else if (c == u'{') {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (end < 0)
            return fail(at, QStringLiteral("a \"{\" without its \"}\" (write \"{{\" for a brace)"));
        const auto inside = QStringView(m_text).sliced(m_at, end - m_at);
        m_at = end + 1;
        return placeholder(at, inside);
    }
    text(QStringView(m_text).sliced(at, 1));
    return true;
}

void Parser::text(QStringView text)
{
    if (parts.size() == m_begin || parts.last().kind != PartKind::Text)
        parts.append({PartKind::Text, {}, 0});
    parts.last().text += text;
}

bool Parser::placeholder(qsizetype at, QStringView inside)
{
    const qsizetype colon = inside.indexOf(u':');
    const QStringView word = colon < 0 ? inside : inside.first(colon);
    const QStringView detail = colon < 0 ? QStringView() : inside.sliced(colon + 1);
    const auto known = std::find_if(words.begin(), words.end(),
                                    [word](const Word &row) { return row.word == word; });
    if (known == words.end())
        return fail(at, QStringLiteral("nothing is called \"{%1}\"").arg(word));
    if (colon >= 0 && detail.isEmpty())
        return fail(at, QStringLiteral("nothing follows the \":\" of \"{%1:}\"").arg(word));
    const qsizetype detailAt = at + 1 + colon + 1;
    switch (known->kind) {
    case PartKind::Index:
        return index(detailAt, detail);
    case PartKind::Date:
        return date(detailAt, colon < 0 ? QStringView(u"yyyy-MM-dd") : detail);
    case PartKind::Field:
        if (colon < 0)
            return fail(at, QStringLiteral("a field has a name: \"{field:title}\""));
        break;
    default:
        if (colon >= 0)
            return fail(detailAt, QStringLiteral("\"{%1}\" takes nothing more").arg(word));
        break;
    }
    parts.append({known->kind, detail.toString(), 0});
    return true;
}

bool Parser::index(qsizetype at, QStringView width)
{
    bool ok = true;
    const int digits = width.isEmpty() ? 0 : width.toInt(&ok);
    if (!ok || digits < 0 || digits > mostDigits || width.startsWith(u'+'))
        return fail(at, QStringLiteral("the width of an index is a number up to %1, as in "
                                       "\"{index:05}\"")
                            .arg(mostDigits));
    parts.append({PartKind::Index, {}, digits});
    return true;
}

// Quotes and time zones are left out of what QDateTime understands, for they could hold anything.
bool Parser::date(qsizetype at, QStringView format)
{
    const auto bad = std::find_if(format.begin(), format.end(), [](QChar c) {
        return !QStringView(u"yMdHhmszAaPp-_. /").contains(c);
    });
    if (bad != format.end())
        return fail(at + (bad - format.begin()),
                    QStringLiteral("a date is made of y M d H h m s z a and - _ . / and spaces"));
    for (qsizetype end = format.indexOf(u'/'); end >= 0; end = format.indexOf(u'/')) {
        if (end > 0)
            parts.append({PartKind::Date, format.first(end).toString(), 0});
        if (!slash(at + end))
            return false;
        at += end + 1;
        format = format.sliced(end + 1);
    }
    if (!format.isEmpty())
        parts.append({PartKind::Date, format.toString(), 0});
    return true;
}

bool Parser::slash(qsizetype at)
{
    if (!endComponent(at))
        return false;
    parts.append({PartKind::Slash, {}, 0});
    m_begin = parts.size();
    return true;
}

bool Parser::endComponent(qsizetype at)
{
    if (parts.size() == m_begin)
        return fail(at, QStringLiteral("a name is missing here"));
    const bool onlyText = parts.size() == m_begin + 1 && parts.last().kind == PartKind::Text;
    if (onlyText && safeName(parts.last().text).isEmpty())
        return fail(at - parts.last().text.size(),
                    QStringLiteral("\"%1\" is no name").arg(parts.last().text));
    return true;
}

} // namespace

tl::expected<NameTemplate, TemplateError> NameTemplate::compile(const QString &text)
{
    NameTemplate result;
    if (text.isEmpty())
        return result;
    Parser parser(text);
    if (!parser.run())
        return tl::unexpected(parser.error);
    result.m_parts = std::move(parser.parts);
    return result;
}

} // namespace trawl::naming

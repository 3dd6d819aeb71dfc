// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fieldspec.h"

#include "item/recipewords.h"

#include <QStringList>

#include <algorithm>

namespace trawl::cli {

namespace {

using item::Step;
using item::StepKind;

QString knownSteps()
{
    QStringList words;
    for (const auto &word : item::stepWords)
        words.append(word);
    return words.join(QStringLiteral(", "));
}

/// Walks over the text once.
class FieldParser
{
public:
    explicit FieldParser(const QString &text)
        : m_text(text)
    {
    }

    tl::expected<item::Field, QString> parse()
    {
        item::Field field;
        field.name = takeUntil(QStringLiteral("[:="));
        if (m_text.sliced(m_at).startsWith(QLatin1StringView("[]"))) {
            field.all = true;
            m_at += 2;
        }
        if (field.name.isEmpty())
            return wrong(QStringLiteral("a name is missing"));
        while (at(u':') || (at(u',') && !field.steps.isEmpty())) {
            ++m_at;
            const auto step = takeStep();
            if (!step)
                return tl::unexpected(step.error());
            field.steps.append(*step);
        }
        if (!at(u'='))
            return wrong(QStringLiteral("\"=\" and a selector are missing"));
        field.selector = m_text.sliced(m_at + 1);
        if (field.selector.trimmed().isEmpty())
            return wrong(QStringLiteral("the selector is missing"));
        return field;
    }

private:
    [[nodiscard]] bool at(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    [[nodiscard]] static tl::unexpected<QString> wrong(const QString &what)
    {
        return tl::unexpected(what);
    }
    QString takeUntil(const QString &stops)
    {
        const auto from = m_at;
        while (m_at < m_text.size() && !stops.contains(m_text[m_at]))
            ++m_at;
        return m_text.sliced(from, m_at - from).trimmed();
    }

    tl::expected<Step, QString> takeStep()
    {
        const auto word = takeUntil(QStringLiteral("(,:="));
        const auto known = std::find(item::stepWords.begin(), item::stepWords.end(), word);
        if (known == item::stepWords.end())
            return wrong(QStringLiteral("unknown step \"%1\"; known: %2").arg(word, knownSteps()));
        const auto kind = StepKind(known - item::stepWords.begin());
        if (!at(u'(')) {
            if (item::needsArgument(kind))
                return wrong(QStringLiteral("%1 needs an argument: %1(...)").arg(word));
            return Step{kind, {}};
        }
        const auto argument = takeArgument();
        if (!argument)
            return wrong(QStringLiteral("the \")\" of %1 is missing").arg(word));
        if (!item::takesArgument(kind))
            return wrong(QStringLiteral("%1 takes no argument").arg(word));
        return Step{kind, *argument};
    }

    /// In brackets, which may hold others in pairs; a backslash keeps the next character.
    std::optional<QString> takeArgument()
    {
        const auto from = ++m_at;
        for (int depth = 1; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'\\')
                ++m_at;
            else if (m_text[m_at] == u'(')
                ++depth;
            else if (m_text[m_at] == u')' && --depth == 0)
                return m_text.sliced(from, m_at++ - from);
        }
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

tl::expected<item::Field, QString> parseField(const QString &text)
{
    return FieldParser(text).parse();
}

} // namespace trawl::cli

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/steptext.h"

#include "item/recipewords.h"

#include <QCoreApplication>
#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace trawl::recipes {

namespace {

class StepWords
{
    Q_DECLARE_TR_FUNCTIONS(trawl::recipes::StepText)
};

constexpr QStringView separator = u" | ";

constexpr std::array prefixes{
    QLatin1StringView(""),      QLatin1StringView("xpath:"),  QLatin1StringView("regex:"),
    QLatin1StringView("json:"), QLatin1StringView("jsonld:"), QLatin1StringView("microdata:"),
    QLatin1StringView("meta:"),
};
static_assert(prefixes.size() == std::size_t(Language::Last) + 1);

QString argumentText(const QString &argument)
{
    const bool plain = !argument.isEmpty() && argument.trimmed() == argument &&
                       !argument.startsWith(u'"') && !argument.startsWith(u'|') &&
                       !argument.contains(QLatin1StringView(" |"));
    if (plain)
        return argument;
    QString escaped = argument;
    escaped.replace(u'\\', QLatin1StringView("\\\\")).replace(u'"', QLatin1StringView("\\\""));
    return u'"' % escaped % u'"';
}

/// Takes a quoted argument off; nullopt = it has no end.
std::optional<QString> takeQuoted(QStringView &text)
{
    QString argument;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u'"') {
            text = text.sliced(i + 1);
            return argument;
        }
        if (text[i] == u'\\' && i + 1 < text.size())
            ++i;
        argument += text[i];
    }
    return std::nullopt;
}

/// Takes one step and the separator behind it off.
tl::expected<item::Step, QString> takeStep(QStringView &text)
{
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const auto end = std::find_if_not(text.begin(), text.end(), isLetter) - text.begin();
    const auto word = text.first(end).toString();
    const auto known = std::ranges::find(item::stepWords, word);
    if (known == item::stepWords.end()) {
        return tl::unexpected(StepWords::tr("There is no step “%1”; there are: %2.")
                                  .arg(end > 0 ? word : text.first(1).toString(),
                                       stepWordList().join(QStringLiteral(", "))));
    }
    item::Step step{item::StepKind(known - item::stepWords.begin()), {}};
    text = text.sliced(end).trimmed();
    if (text.startsWith(u'"')) {
        const auto argument = takeQuoted(text);
        if (!argument)
            return tl::unexpected(
                StepWords::tr("The text behind “%1” has no closing quote.").arg(word));
        step.argument = *argument;
        text = text.trimmed();
    } else if (!text.startsWith(u'|')) {
        const auto next = text.indexOf(separator);
        step.argument = text.first(next < 0 ? text.size() : next).trimmed().toString();
        text = next < 0 ? QStringView() : text.sliced(next + 1);
    } else if (item::needsArgument(step.kind)) {
        return tl::unexpected(StepWords::tr("The step “%1” needs a text behind it.").arg(word));
    }
    if (!step.argument.isEmpty() && !item::takesArgument(step.kind))
        return tl::unexpected(StepWords::tr("The step “%1” takes nothing behind it.").arg(word));
    if (!text.isEmpty() && !text.startsWith(u'|'))
        return tl::unexpected(StepWords::tr("Steps are parted by “ | ”."));
    text = text.isEmpty() ? text : text.sliced(1).trimmed();
    return step;
}

} // namespace

QString stepsText(const QList<item::Step> &steps)
{
    QStringList parts;
    for (const auto &step : steps) {
        const QString word = item::stepWords[std::size_t(step.kind)];
        const bool bare = step.argument.isEmpty() && !item::needsArgument(step.kind);
        parts.append(bare ? word : QString(word % u' ' % argumentText(step.argument)));
    }
    return parts.join(separator);
}

tl::expected<QList<item::Step>, QString> stepsFromText(const QString &text)
{
    QList<item::Step> steps;
    auto rest = QStringView(text).trimmed();
    while (!rest.isEmpty()) {
        auto step = takeStep(rest);
        if (!step)
            return tl::unexpected(step.error());
        const bool empty = step->argument.isEmpty() && step->kind == item::StepKind::Regex;
        if (empty)
            return tl::unexpected(StepWords::tr("The step “%1” needs a text behind it.")
                                      .arg(item::stepWords[std::size_t(step->kind)]));
        steps.append(*std::move(step));
    }
    return steps;
}

QStringList stepWordList()
{
    QStringList words;
    for (const auto word : item::stepWords)
        words.append(word);
    return words;
}

QString prefixOf(Language language)
{
    return prefixes[std::size_t(language)];
}

SelectorText splitSelector(const QString &selector)
{
    const auto text = selector.trimmed();
    for (std::size_t i = 1; i < prefixes.size(); ++i) {
        if (text.startsWith(prefixes[i]))
            return {Language(i), text.sliced(prefixes[i].size())};
    }
    const QLatin1StringView css("css:");
    return {Language::Css, text.startsWith(css) ? text.sliced(css.size()) : text};
}

QString joinSelector(const SelectorText &selector)
{
    return selector.text.trimmed().isEmpty() ? QString()
                                             : prefixOf(selector.language) % selector.text;
}

} // namespace trawl::recipes

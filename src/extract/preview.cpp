// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/preview.h"

#include "extract/harvester.h"
#include "extract/places.h"
#include "item/recipejson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <deque>
#include <new>

namespace trawl::extract {

namespace {

using item::ProbeAnswer;
using item::RecipePart;

/// What of a recipe can be used, and which of its fields that are.
struct Usable
{
    item::Recipe recipe;
    QList<qsizetype> fields; ///< by the usable recipe's: index in the author's
};

template <typename T> QString problemOf(const tl::expected<T, QString> &compiled)
{
    return compiled ? QString() : compiled.error();
}

QString problemOf(const item::Field &field)
{
    const auto problem = problemOf(Selector::compile(field.selector));
    return problem.isEmpty() ? problemOf(Steps::compile(field.steps)) : problem;
}

void note(ProbeAnswer &answer, RecipePart part, qsizetype index, const QString &what)
{
    if (!what.isEmpty())
        answer.problems.append({{part, qint32(index)}, what});
}

Usable usableOf(const item::Recipe &recipe, ProbeAnswer &answer)
{
    Usable usable{recipe, {}};
    auto &page = usable.recipe.pages.first();
    const auto fields = std::exchange(page.fields, {});
    const auto follow = std::exchange(page.follow, {});
    const auto rows = page.rows.isEmpty() ? QString() : problemOf(Selector::compile(page.rows));
    note(answer, RecipePart::Rows, 0, rows);
    if (!rows.isEmpty())
        page.rows.clear();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        auto field = fields[i];
        // The author wants to see what there is; whether a page fails of it can be counted.
        field.steps.removeIf([](const auto &s) { return s.kind == item::StepKind::Required; });
        const auto problem = problemOf(field);
        note(answer, RecipePart::Field, i, problem);
        if (!problem.isEmpty() || !rows.isEmpty())
            continue;
        page.fields.append(field);
        usable.fields.append(i);
    }
    for (qsizetype i = 0; i < follow.size(); ++i) {
        const auto problem = problemOf(Selector::compile(follow[i].selector));
        note(answer, RecipePart::Follow, i, problem);
        if (problem.isEmpty())
            page.follow.append(follow[i]);
    }
    return usable;
}

/// The same without steps: what they were given.
item::Recipe withoutSteps(item::Recipe recipe)
{
    auto &page = recipe.pages.first();
    page.follow.clear();
    for (auto &field : page.fields) {
        field.steps.clear();
        field.all = false;
    }
    return recipe;
}

bool isMissing(const item::Value &value)
{
    return value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty());
}

QString shortText(const QString &text)
{
    return text.size() <= ProbeAnswer::mostText ? text
                                                : text.first(ProbeAnswer::mostText) + u'\u2026';
}

/// As much of a value as a person looks at.
item::Value shortValue(const item::Value &value)
{
    if (value.isString())
        return shortText(value.toString());
    if (!value.isArray() && !value.isObject())
        return value;
    const auto json = value.isArray()
                          ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                          : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return json.size() <= ProbeAnswer::mostText ? value
                                                : item::Value(shortText(QString::fromUtf8(json)));
}

/// Tries one recipe on one body.
class Previewer
{
public:
    Previewer(const item::Probe &probe, QByteArrayView body)
        : m_probe(probe)
        , m_body{body, probe.contentType, probe.url}
    {
    }

    ProbeAnswer run()
    {
        const auto recipe = item::recipeFromJson(m_probe.recipe);
        if (!recipe || recipe->pages.size() != 1) {
            m_answer.error = recipe ? QStringLiteral("one page kind is needed") : recipe.error();
            return m_answer;
        }
        if (m_body.bytes.size() > recipe->maxPageBytes) {
            m_answer.failure = {.reason = item::Reason::TooLarge};
            return m_answer;
        }
        const auto usable = usableOf(*recipe, m_answer);
        const auto plan = makePlan(usable.recipe);
        const auto raw = makePlan(withoutSteps(usable.recipe));
        if (!plan || !raw)
            m_answer.error = plan ? raw.error().what : plan.error().what;
        else
            extract(*recipe, usable, *plan, *raw);
        return m_answer;
    }

private:
    void extract(const item::Recipe &recipe, const Usable &usable, const Plan &plan,
                 const Plan &raw)
    {
        const auto &rule = plan.pages.front();
        const auto content = Content::of(m_body, recipe.tree, rule.wantsJson);
        if (!content) {
            m_answer.failure = content.error();
            return;
        }
        const auto harvest = Harvester(plan, rule, **content, {}).run();
        m_answer.failure = harvest.failure;
        m_answer.note = harvest.note;
        tellRecords(harvest, recipe.pages.first().fields.size(), usable);
        tellLinks(harvest);
        if (harvest.failure.reason == item::Reason::None)
            tellLost(harvest, Harvester(raw, raw.pages.front(), **content, {}).run(), usable);
        const bool html = (*content)->document() && (*content)->document()->isHtml();
        if (m_probe.comparesTrees && html)
            compare(plan, recipe.tree, harvest);
        if (m_probe.wantsSource || m_probe.located)
            tellSource(recipe, **content, html);
    }

    void tellRecords(const Harvest &harvest, qsizetype fields, const Usable &usable)
    {
        m_answer.recordCount = harvest.records.size();
        m_answer.missing.fill(m_answer.recordCount, fields);
        for (const auto &record : harvest.records) {
            for (qsizetype i = 0; i < usable.fields.size(); ++i)
                m_answer.missing[usable.fields[i]] -= isMissing(record[i]) ? 0 : 1;
            if (m_answer.records.size() == ProbeAnswer::mostRecords)
                continue;
            QList<item::Value> told(fields, item::Value());
            for (qsizetype i = 0; i < usable.fields.size(); ++i)
                told[usable.fields[i]] = shortValue(record[i]);
            QJsonArray array;
            for (const auto &value : std::as_const(told))
                array.append(value);
            m_answer.records.append(QJsonDocument(array).toJson(QJsonDocument::Compact));
        }
    }

    void tellLost(const Harvest &harvest, const Harvest &raw, const Usable &usable)
    {
        if (raw.records.size() != harvest.records.size())
            return;
        const auto records = std::min(raw.records.size(), ProbeAnswer::mostRecords);
        for (qsizetype record = 0; record < records; ++record) {
            for (qsizetype i = 0; i < usable.fields.size(); ++i) {
                const auto found = raw.records[record][i];
                if (isMissing(harvest.records[record][i]) && !isMissing(found))
                    m_answer.lost.append({qint32(record), qint32(usable.fields[i]),
                                          shortText(shortValue(found).toVariant().toString())});
            }
        }
    }

    void tellLinks(const Harvest &harvest)
    {
        m_answer.linkCount = harvest.links.size();
        const auto told = std::min(harvest.links.size(), ProbeAnswer::mostLinks);
        for (const auto &link : harvest.links.first(told))
            m_answer.links.append(link.url.left(ProbeAnswer::mostText));
    }

    void compare(const Plan &plan, item::Tree tree, const Harvest &harvest)
    {
        const auto other = tree == item::Tree::Fast ? item::Tree::Browser : item::Tree::Fast;
        const auto content = Content::of(m_body, other, false);
        if (!content)
            return;
        const auto same = Harvester(plan, plan.pages.front(), **content, {}).run();
        m_answer.sameInOther = same.records == harvest.records && same.links == harvest.links &&
                               same.failure == harvest.failure;
    }

    // Only the browser's tree knows where its nodes stand.
    void tellSource(const item::Recipe &recipe, Content &content, bool html)
    {
        const SourceText source(content.utf8());
        if (m_probe.wantsSource) {
            m_answer.source = source.text();
            m_answer.sourceCut = source.isCut();
        }
        if (!m_probe.located)
            return;
        if (!html || recipe.tree == item::Tree::Browser)
            return locate(recipe.pages.first(), content, source, html);
        const auto browser = Content::of(m_body, item::Tree::Browser, false);
        if (browser)
            locate(recipe.pages.first(), **browser, source, html);
    }

    void locate(const item::Page &page, Content &content, const SourceText &source, bool html)
    {
        const auto matches = matchesOf(page, content);
        m_answer.matchCount = matches.size();
        QList<ByteRange> places;
        QList<Match> unplaced;
        for (const Match &match : matches) {
            if (const auto place = match.node ? placeOf(match.node) : std::nullopt)
                places.append(*place);
            else if (!match.node || !html)
                unplaced.append(match);
        }
        m_answer.matches = source.rangesOf(places + source.search(unplaced));
    }

    [[nodiscard]] QList<Match> matchesOf(const item::Page &page, Content &content)
    {
        const auto [part, index] = *m_probe.located;
        const auto *rows = compiled(page.rows);
        if (part == RecipePart::Rows)
            return select(rows, content, nullptr);
        if (part == RecipePart::Follow)
            return select(compiled(page.follow.value(index).selector), content, nullptr);
        const auto *field = compiled(page.fields.value(index).selector);
        if (page.rows.isEmpty())
            return select(field, content, nullptr);
        QList<Match> matches;
        for (const Match &row : select(rows, content, nullptr)) {
            if (matches.size() >= ProbeAnswer::mostMatches || content.effort().isSpent())
                break;
            matches += select(field, content, &row);
        }
        return matches.first(std::min(matches.size(), ProbeAnswer::mostMatches));
    }

    /// It lives as long as this: contents are to go before the selectors used with them.
    [[nodiscard]] const Selector *compiled(const QString &text)
    {
        auto selector = Selector::compile(text);
        return text.trimmed().isEmpty() || !selector ? nullptr
                                                     : &m_selectors.emplace_back(*selector);
    }

    [[nodiscard]] static QList<Match> select(const Selector *selector, Content &content,
                                             const Match *row)
    {
        if (!selector)
            return {};
        return selector->select(content, row, ProbeAnswer::mostMatches).value_or(QList<Match>());
    }

    const item::Probe &m_probe;
    const Body m_body;
    std::deque<Selector> m_selectors;
    ProbeAnswer m_answer;
};

} // namespace

item::ProbeAnswer preview(const item::Probe &probe, QByteArrayView body)
{
    try {
        return Previewer(probe, body).run();
    } catch (const std::bad_alloc &) {
        item::ProbeAnswer answer;
        answer.failure = badPage(QStringLiteral("there is not enough memory for the page"));
        return answer;
    }
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/jsonpathevaluation.h"

#include "extract/iregexp.h"
#include "extract/jsoncompare.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace trawl::extract::jsonpath {

namespace {

constexpr qint64 maxSteps = 20'000'000;
constexpr qsizetype maxNodes = 1'000'000;
constexpr qsizetype maxPatterns = 1'000;

const QJsonValue nothing(QJsonValue::Undefined);

QJsonValue memberOf(const QJsonValue &node, const QString &name)
{
    return node.isObject() ? node.toObject().value(name) : nothing;
}

QJsonValue elementOf(const QJsonValue &node, qint64 index)
{
    if (!node.isArray())
        return nothing;
    const QJsonArray array = node.toArray();
    const qint64 at = index < 0 ? index + array.size() : index;
    return at >= 0 && at < array.size() ? array.at(at) : nothing;
}

template <typename Visit> void forEachChild(const QJsonValue &node, const Visit &visit)
{
    if (node.isArray()) {
        for (const QJsonArray array = node.toArray(); const auto &element : array)
            visit(element);
    } else if (node.isObject()) {
        const QJsonObject object = node.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            visit(it.value());
    }
}

QJsonValue lengthOfValue(const QJsonValue &value)
{
    if (value.isString())
        return lengthOf(value.toString());
    if (value.isArray())
        return qint64(value.toArray().size());
    return value.isObject() ? QJsonValue(qint64(value.toObject().size())) : nothing;
}

} // namespace

Evaluation::Evaluation(QJsonValue root, Effort &effort)
    : m_root(std::move(root))
    , m_effort(effort)
    , m_steps(effort.isSpent() ? -1 : maxSteps)
    , m_begin(Effort::now())
{
}

/// Each value that is looked at costs a step; now and then the clock is looked at, too.
bool Evaluation::step()
{
    if (--m_steps >= 0 && m_steps % 4'096 == 0) {
        const auto now = Effort::now();
        m_effort.use(now - m_begin);
        m_begin = now;
        if (m_effort.isSpent())
            m_steps = -1;
    }
    return m_steps >= 0;
}

void Evaluation::add(Nodes &to, const QJsonValue &node)
{
    if (node.isUndefined())
        return;
    if (to.size() >= maxNodes)
        m_steps = -1;
    else
        to.append(node);
}

Nodes Evaluation::select(const Query &query, const QJsonValue &current)
{
    Nodes nodes{query.absolute ? m_root : current};
    for (const auto &segment : query.segments) {
        Nodes next;
        for (const auto &node : std::as_const(nodes)) {
            if (!step())
                return {};
            if (segment.descendant)
                applyToDescendants(segment, node, next);
            else
                applySegment(segment, node, next);
        }
        nodes = std::move(next);
    }
    return nodes;
}

void Evaluation::applySegment(const Segment &segment, const QJsonValue &node, Nodes &to)
{
    for (const auto &selector : segment.selectors)
        apply(selector, node, to);
}

/// The node itself, then what is in it, each before what is in that (RFC 9535, 2.5.2.2).
void Evaluation::applyToDescendants(const Segment &segment, const QJsonValue &node, Nodes &to)
{
    std::vector<QJsonValue> open{node};
    while (!open.empty() && step()) {
        const QJsonValue next = std::move(open.back());
        open.pop_back();
        applySegment(segment, next, to);
        const auto first = qsizetype(open.size());
        forEachChild(next, [&](const QJsonValue &child) {
            if (child.isArray() || child.isObject()) // no selector finds anything in others
                open.push_back(child);
        });
        std::reverse(open.begin() + first, open.end());
    }
}

void Evaluation::apply(const Selector &selector, const QJsonValue &node, Nodes &to)
{
    if (const auto *name = std::get_if<QString>(&selector)) {
        add(to, memberOf(node, *name));
    } else if (const auto *index = std::get_if<qint64>(&selector)) {
        add(to, elementOf(node, *index));
    } else if (const auto *slice = std::get_if<Slice>(&selector)) {
        applySlice(*slice, node, to);
    } else if (const auto *filter = std::get_if<Filter>(&selector)) {
        applyFilter(**filter, node, to);
    } else {
        forEachChild(node, [&](const QJsonValue &child) {
            if (step())
                add(to, child);
        });
    }
}

/// RFC 9535, 2.3.4.2.2.
void Evaluation::applySlice(const Slice &slice, const QJsonValue &node, Nodes &to)
{
    if (!node.isArray() || slice.step == 0)
        return;
    const QJsonArray array = node.toArray();
    const qint64 length = array.size();
    const bool forward = slice.step > 0;
    const auto normal = [&](std::optional<qint64> i, qint64 missing) {
        return !i ? missing : *i < 0 ? *i + length : *i;
    };
    const qint64 start = normal(slice.start, forward ? 0 : length - 1);
    const qint64 end = normal(slice.end, forward ? length : -1);
    if (forward) {
        const qint64 last = std::clamp<qint64>(end, 0, length);
        for (qint64 i = std::clamp<qint64>(start, 0, length); i < last && step(); i += slice.step)
            add(to, array.at(i));
        return;
    }
    // An end that is missing lies before the first, not at the last.
    const qint64 last = std::clamp<qint64>(slice.end ? end : -1, -1, length - 1);
    for (qint64 i = std::clamp<qint64>(start, -1, length - 1); i > last && step(); i += slice.step)
        add(to, array.at(i));
}

void Evaluation::applyFilter(const Expression &filter, const QJsonValue &node, Nodes &to)
{
    forEachChild(node, [&](const QJsonValue &child) {
        if (step() && test(filter, child))
            add(to, child);
    });
}

bool Evaluation::test(const Expression &expression, const QJsonValue &current)
{
    if (!step())
        return false;
    if (const auto *comparison = std::get_if<Comparison>(&expression.node))
        return compare(*comparison, current);
    if (const auto *logic = std::get_if<Logic>(&expression.node))
        return combine(*logic, current);
    if (const auto *call = std::get_if<Call>(&expression.node))
        return callTest(*call, current);
    const auto &query = std::get<Query>(expression.node);
    return query.isSingular() ? !single(query, current).isUndefined()
                              : !select(query, current).isEmpty();
}

bool Evaluation::combine(const Logic &logic, const QJsonValue &current)
{
    const auto holds = [&](const Expression &operand) { return test(operand, current); };
    switch (logic.kind) {
    case Logic::Kind::And:
        return std::all_of(logic.operands.begin(), logic.operands.end(), holds);
    case Logic::Kind::Or:
        return std::any_of(logic.operands.begin(), logic.operands.end(), holds);
    case Logic::Kind::Not:
        break;
    }
    return !holds(logic.operands.front());
}

bool Evaluation::compare(const Comparison &comparison, const QJsonValue &current)
{
    const QJsonValue a = value(comparison.sides[0], current);
    const QJsonValue b = value(comparison.sides[1], current);
    switch (comparison.relation) {
    case Relation::Equal:
        return isEqual(a, b, m_steps);
    case Relation::NotEqual:
        return !isEqual(a, b, m_steps);
    case Relation::Less:
        return isLess(a, b);
    case Relation::LessEqual:
        return isLess(a, b) || isEqual(a, b, m_steps);
    case Relation::Greater:
        return isLess(b, a);
    case Relation::GreaterEqual:
        break;
    }
    return isLess(b, a) || isEqual(a, b, m_steps);
}

/// Of a literal, a singular query or a call that gives one; Undefined is the RFC's Nothing.
QJsonValue Evaluation::value(const Expression &expression, const QJsonValue &current)
{
    if (const auto *literal = std::get_if<QJsonValue>(&expression.node))
        return *literal;
    if (const auto *query = std::get_if<Query>(&expression.node))
        return single(*query, current);
    return callValue(std::get<Call>(expression.node), current);
}

QJsonValue Evaluation::single(const Query &query, const QJsonValue &current)
{
    QJsonValue node = query.absolute ? m_root : current;
    for (const auto &segment : query.segments) {
        if (!step())
            return nothing;
        const auto &selector = segment.selectors.front();
        const auto *name = std::get_if<QString>(&selector);
        node = name ? memberOf(node, *name) : elementOf(node, std::get<qint64>(selector));
    }
    return node;
}

QJsonValue Evaluation::callValue(const Call &call, const QJsonValue &current)
{
    if (call.function == Function::Length)
        return lengthOfValue(value(call.arguments[0], current));
    const Nodes nodes = select(std::get<Query>(call.arguments[0].node), current);
    if (call.function == Function::Count)
        return qint64(nodes.size());
    return nodes.size() == 1 ? nodes.first() : nothing;
}

bool Evaluation::callTest(const Call &call, const QJsonValue &current)
{
    const QJsonValue text = value(call.arguments[0], current);
    if (!text.isString())
        return false;
    if (call.pattern)
        return call.pattern->contains(text.toString(), m_effort);
    const QJsonValue expression = value(call.arguments[1], current);
    if (!expression.isString())
        return false;
    const auto &pattern = dynamicPattern(expression.toString(), call.function == Function::Match);
    return pattern && pattern->contains(text.toString(), m_effort);
}

const std::optional<Pattern> &Evaluation::dynamicPattern(const QString &text, bool whole)
{
    const QString key = (whole ? u'm' : u's') + text;
    if (const auto it = m_patterns.constFind(key); it != m_patterns.constEnd())
        return *it;
    if (m_patterns.size() >= maxPatterns)
        m_patterns.clear();
    std::optional<Pattern> pattern;
    if (auto compiled = compileIRegexp(text, whole))
        pattern = *std::move(compiled);
    return *m_patterns.insert(key, pattern);
}

} // namespace trawl::extract::jsonpath

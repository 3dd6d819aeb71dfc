// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/steps.h"

#include "extract/date.h"
#include "extract/number.h"
#include "extract/pattern.h"
#include "item/weburl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace trawl::extract {

using item::StepKind;
using item::Value;

struct CompiledStep
{
    StepKind kind = StepKind::Trim;
    QString argument;
    std::optional<Pattern> pattern;           ///< of Regex
    DecimalSign decimal = DecimalSign::Guess; ///< of Number
    bool numeric = false;                     ///< of Default: it stands behind a Number
};

namespace {

bool isNone(const Value &value)
{
    return value.isNull() || value.isUndefined() ||
           (value.isString() && value.toString().isEmpty());
}

/// Numbers as they are written in JSON; arrays and objects have none.
std::optional<QString> textOf(const Value &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.isDouble())
        return std::nullopt;
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(json.sliced(1, json.size() - 2));
}

Value orNull(std::optional<QString> text)
{
    return text ? Value(*std::move(text)) : Value();
}

Value trimmed(const Value &value)
{
    if (!value.isString())
        return value;
    const QString text = value.toString().simplified();
    return text.isEmpty() ? Value() : Value(text);
}

Value absolute(const QString &text, const StepContext &context)
{
    const auto url = item::resolveUrl(context.base, text.toUtf8());
    return url ? Value(QString::fromUtf8(*url)) : Value();
}

QList<Value> joined(const QList<Value> &values, const QString &between)
{
    QStringList texts;
    const auto take = [&](const Value &value) {
        if (auto text = textOf(value))
            texts.append(*std::move(text));
    };
    for (const auto &value : values) {
        if (!value.isArray()) {
            take(value);
            continue;
        }
        for (const QJsonArray array = value.toArray(); const auto &element : array)
            take(element);
    }
    return texts.isEmpty() ? QList<Value>() : QList<Value>{texts.join(between)};
}

DecimalSign decimalSign(const QString &argument)
{
    return argument == u"."   ? DecimalSign::Point
           : argument == u"," ? DecimalSign::Comma
                              : DecimalSign::Guess;
}

/// What is wrong with the argument of a step that takes none or one of a few; empty = nothing.
QString argumentProblem(const item::Step &step)
{
    switch (step.kind) {
    case StepKind::Trim:
    case StepKind::Url:
    case StepKind::Required:
        return step.argument.isEmpty() ? QString() : QStringLiteral("it takes no argument");
    case StepKind::Number:
        return step.argument.isEmpty() || decimalSign(step.argument) != DecimalSign::Guess
                   ? QString()
                   : QStringLiteral("its argument is the decimal sign, \".\" or \",\"");
    case StepKind::Date:
        return dateFormatProblem(step.argument);
    case StepKind::Regex:
        return step.argument.isEmpty() ? QStringLiteral("the expression is missing") : QString();
    case StepKind::Join:
    case StepKind::Default:
        break;
    }
    return {};
}

QString nameOf(StepKind kind)
{
    static const char *const names[] = {"trim", "join",  "number",  "date",
                                        "url",  "regex", "default", "required"};
    return QLatin1StringView(names[std::size_t(kind)]);
}

Value changed(const CompiledStep &step, const Value &value, const StepContext &context,
              Effort &effort)
{
    if (step.kind == StepKind::Trim)
        return trimmed(value);
    if (step.kind == StepKind::Number && value.isDouble())
        return value;
    const auto text =
        value.isBool() && step.kind == StepKind::Number ? std::nullopt : textOf(value);
    if (!text)
        return {};
    switch (step.kind) {
    case StepKind::Number:
        return readNumber(*text, step.decimal).value_or(Value());
    case StepKind::Date:
        return orNull(step.argument.isEmpty() ? readDate(*text) : readDate(*text, step.argument));
    case StepKind::Url:
        return absolute(*text, context);
    default:
        return orNull(step.pattern->first(*text, effort));
    }
}

} // namespace

tl::expected<Steps, QString> Steps::compile(const QList<item::Step> &steps)
{
    QList<CompiledStep> result;
    bool numeric = false;
    for (const auto &step : steps) {
        const auto wrong = [&](const QString &why) {
            return tl::unexpected(QStringLiteral("step %1 (%2): %3")
                                      .arg(result.size() + 1)
                                      .arg(nameOf(step.kind), why));
        };
        if (const QString problem = argumentProblem(step); !problem.isEmpty())
            return wrong(problem);
        CompiledStep compiled{step.kind, step.argument, {}, decimalSign(step.argument), numeric};
        if (step.kind == StepKind::Regex) {
            auto pattern = Pattern::compile(step.argument);
            if (!pattern)
                return wrong(pattern.error());
            compiled.pattern = *std::move(pattern);
        }
        numeric = step.kind == StepKind::Number;
        result.append(std::move(compiled));
    }
    Steps compiled;
    compiled.m_steps = std::make_shared<const QList<CompiledStep>>(std::move(result));
    return compiled;
}

tl::expected<Value, StepFailure> Steps::apply(QList<Value> found, bool all,
                                              const StepContext &context, Effort &effort) const
{
    const auto isNull = [](const Value &value) { return value.isNull() || value.isUndefined(); };
    found.removeIf(isNull);
    for (const auto &step : *m_steps) {
        const bool none = std::all_of(found.begin(), found.end(), isNone);
        switch (step.kind) {
        case StepKind::Join:
            found = joined(found, step.argument);
            all = false;
            break;
        case StepKind::Default:
            if (none) {
                const auto number = step.numeric ? readNumber(step.argument) : std::nullopt;
                found = {number.value_or(Value(step.argument))};
            }
            break;
        case StepKind::Required:
            if (none) {
                return tl::unexpected(
                    StepFailure{item::Reason::MissingField, QStringLiteral("has no value")});
            }
            break;
        default:
            for (auto &value : found)
                value = changed(step, value, context, effort);
            found.removeIf(isNull);
        }
        if (effort.isSpent()) {
            return tl::unexpected(
                StepFailure{item::Reason::BadPage, QStringLiteral("takes too long to work out")});
        }
    }
    if (!all)
        return found.isEmpty() ? Value() : found.first();
    QJsonArray list;
    for (const auto &value : std::as_const(found))
        list.append(value);
    return Value(list);
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/options.h"

#include "item/values.h"

#include <QStringList>

#include <vector>

namespace trawl::engine {

namespace {

using item::OptionInfo;
using item::OptionKind;

QString optionText(const OptionInfo &, const bool &value)
{
    return value ? QStringLiteral("on") : QStringLiteral("off");
}

template <typename Integer>
    requires std::is_integral_v<Integer>
QString optionText(const OptionInfo &info, const Integer &value)
{
    switch (info.kind) {
    case OptionKind::Seconds:
        return QString::number(double(value) / 1000);
    case OptionKind::Rate:
    case OptionKind::Size:
        return rates::sizeText(value);
    default:
        return QString::number(value);
    }
}

QString optionText(const OptionInfo &, const double &value)
{
    return QString::number(value);
}

template <typename Enum>
    requires std::is_enum_v<Enum>
QString optionText(const OptionInfo &info, const Enum &value)
{
    return info.words[std::size_t(value)].word;
}

QString optionText(const OptionInfo &, const QList<int> &codes)
{
    return item::codesText(codes);
}

QString optionText(const OptionInfo &, const QString &value)
{
    return value;
}

QString optionText(const OptionInfo &, const QByteArray &value)
{
    return QString::fromUtf8(value);
}

template <typename Special> QString optionText(const OptionInfo &, const Special &)
{
    return {};
}

template <typename T, typename Value> bool assign(T &target, const std::optional<Value> &value)
{
    if (value)
        target = T(*value);
    return value.has_value();
}

bool takeOption(const OptionInfo &, const QString &text, bool &value)
{
    const bool on = text == u"on";
    const bool fits = on || text == u"off";
    if (fits)
        value = on;
    return fits;
}

std::optional<qint64> numberOf(OptionKind kind, const QString &text)
{
    if (kind == OptionKind::Rate)
        return parseRate(text);
    if (kind == OptionKind::Size)
        return parseSize(text);
    bool ok = false;
    const auto number = text.toLongLong(&ok);
    if (kind == OptionKind::Seconds && !(ok && number == 0))
        return item::parseSeconds(text);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<qint64> integerOf(const OptionInfo &info, const QString &text)
{
    if (info.zeroIsNone && text.isEmpty())
        return 0;
    const auto value = numberOf(info.kind, text);
    return value && *value >= info.least && *value <= info.most ? value : std::nullopt;
}

template <typename Integer>
    requires std::is_integral_v<Integer>
bool takeOption(const OptionInfo &info, const QString &text, Integer &value)
{
    return assign(value, integerOf(info, text));
}

bool takeOption(const OptionInfo &info, const QString &text, double &value)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    const bool fits = ok && number > double(info.least) && number <= double(info.most);
    if (fits)
        value = number;
    return fits;
}

template <typename Enum>
    requires std::is_enum_v<Enum>
bool takeOption(const OptionInfo &info, const QString &text, Enum &value)
{
    for (std::size_t i = 0; i < info.words.size(); ++i) {
        if (text == info.words[i].word) {
            value = Enum(i);
            return true;
        }
    }
    return false;
}

bool takeOption(const OptionInfo &, const QString &text, QList<int> &codes)
{
    return assign(codes, item::parseCodes(text));
}

bool takeOption(const OptionInfo &info, const QString &text, QString &value)
{
    if (info.kind == OptionKind::Proxy && !text.isEmpty())
        return assign(value, item::parseProxy(text));
    value = text;
    return true;
}

bool takeOption(const OptionInfo &info, const QString &text, QByteArray &value)
{
    if (info.kind == OptionKind::Token)
        return assign(value, text.isEmpty() ? QByteArray() : item::parseToken(text.toUtf8()));
    const auto header = item::parseHeader(QStringLiteral("X: ") + text);
    return assign(value, header ? std::optional(header->value) : std::nullopt);
}

bool takeOption(const OptionInfo &, const QString &text, Schedule &value)
{
    const auto schedule = Schedule::parse(text);
    if (schedule)
        value = *schedule;
    return schedule.has_value();
}

template <typename Special> bool takeOption(const OptionInfo &, const QString &, Special &)
{
    return false;
}

template <typename Owner> Owner *ownerOf(const OptionOwners &owners)
{
    if constexpr (std::is_same_v<Owner, EngineOptions>)
        return owners.engine;
    else if constexpr (std::is_same_v<Owner, JobOptions>)
        return owners.job;
    else
        return owners.transfer;
}

template <const auto &table, std::size_t place> void appendOption(std::vector<Option> &all)
{
    static constexpr auto &row = std::get<place>(table);
    using Row = std::remove_cvref_t<decltype(row)>;
    using Owner = typename Row::Struct;
    if constexpr (Row::isOption) {
        all.push_back(
            {row.info, [](const OptionOwners &owners) { return ownerOf<Owner>(owners) != nullptr; },
             [](const OptionOwners &owners) {
                 return optionText(row.info, ownerOf<Owner>(owners)->*row.field);
             },
             [](const OptionOwners &owners, const QString &text, const OptionInfo &bounds) {
                 return takeOption(bounds, text, ownerOf<Owner>(owners)->*row.field);
             }});
    }
}

template <const auto &table> void appendTable(std::vector<Option> &all)
{
    constexpr auto size = std::tuple_size_v<std::remove_cvref_t<decltype(table)>>;
    [&all]<std::size_t... place>(std::index_sequence<place...>) {
        (appendOption<table, place>(all), ...);
    }(std::make_index_sequence<size>());
}

} // namespace

std::span<const Option> options()
{
    static const auto all = [] {
        std::vector<Option> rows;
        appendTable<engineOptionTable>(rows);
        appendTable<jobOptionTable>(rows);
        appendTable<item::transferOptionTable>(rows);
        return rows;
    }();
    return all;
}

QString usualText(const Option &option)
{
    EngineOptions engine;
    JobOptions job;
    return option.text({&engine, &job, &job.transfer});
}

} // namespace trawl::engine

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <limits>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

/// What an option of requests and jobs is, told once: in a row that stands below the struct whose
/// field it is about (item/settings.h, engine/joboptions.h, engine/engineoptions.h). From these
/// rows come what a worker gets, the session's JSON, the options of trawlc with their help and
/// README's table, the rows of the job-settings dialog and those of the preferences.
namespace trawl::item {

/// What values an option takes, and how they are written.
enum class OptionKind : quint8 {
    Special, ///< only kept and sent by its row; the command line and dialogs have code for it
    Switch,
    Count,    ///< a whole number
    Number,   ///< a number above `least`
    Seconds,  ///< written as seconds, kept as ms; bounds in ms
    Rate,     ///< bytes a second: "500k"
    Size,     ///< bytes: "16M"
    Codes,    ///< HTTP status codes: "429,503", "none"
    Choice,   ///< an enum, by its words
    Template, ///< of files' names; empty = none
    Field,    ///< what a header field can hold; where it is preset, empty = the usual
    File,     ///< the name of one that is read; empty = none
    Token,    ///< of RFC 6750; a secret; empty = none
    Proxy,    ///< "system" or a URL that may hold a password; empty = none
    Schedule, ///< of rates by the time of day
};

/// One word of a choice; they stand in the enum's order.
struct OptionWord
{
    QLatin1StringView word;      ///< on the command line and in the settings
    const char *label = nullptr; ///< untranslated, of the context trawl::desktop::Settings
};

/// Where an option stands in the help of trawlc.
enum class OptionGroup : quint8 { Run, Limits, Requests, Files };

/// How an option is given to trawlc.
struct CommandOption
{
    const char *name = nullptr;  ///< without its dashes; nullptr = it cannot be given
    char letter = 0;             ///< 0 = none
    const char *value = nullptr; ///< its name in the help: "N", "[=FILE]"; nullptr = no value
    const char *help = nullptr;  ///< with line ends; the usual value in brackets
    OptionGroup group = OptionGroup::Requests;
    const char *right = nullptr;    ///< what would be right; nullptr = what its kind says
    bool secret = false;            ///< its value is never repeated, and taken out of the arguments
    bool sets = true;               ///< what a switch makes of its field
    bool rare = false;              ///< in the help only, not in README's table
    const char *excludes = nullptr; ///< the option that says the opposite: one command has not both
};

/// The pages of the job-settings dialog that are made of rows.
enum class OptionPage : quint8 { None, Files, Speed, Request };

/// How an option is shown in the job-settings dialog. Texts are untranslated, of the context
/// trawl::adding::JobSettingsDialog.
struct DialogOption
{
    OptionPage page = OptionPage::None;
    const char *label = nullptr; ///< with its mnemonic, and a colon if no switch
    const char *placeholder = nullptr;
    const char *widget = nullptr; ///< name of the object; nullptr = the option's key
};

/// The pages of the preferences that hold options, in their order there.
enum class PresetPage : quint8 { Downloads, Connections, Speed, Network };

/// How a person presets an option in the preferences. Texts are untranslated, of the context
/// trawl::desktop::Settings.
struct PresetOption
{
    const char *name = nullptr; ///< in the settings' file; nullptr = it cannot be preset
    PresetPage page = PresetPage::Connections;
    const char *label = nullptr; ///< with its mnemonic
    const char *help = nullptr;  ///< a sentence or two
    const char *zero = nullptr;  ///< what 0 means; it may be preset then, whatever `least` is
    const char *placeholder = nullptr;
    bool atNextStart = false; ///< does nothing before
};

struct OptionInfo
{
    OptionKind kind = OptionKind::Special;
    const char *key = nullptr; ///< in the session's JSON; of a session's own options nullptr
    qint64 least = 0;
    qint64 most = std::numeric_limits<qint64>::max();
    bool zeroIsNone = false; ///< 0 = none, as an empty text
    std::span<const OptionWord> words{};
    CommandOption command{};
    DialogOption dialog{};
    PresetOption preset{};
};

template <typename Owner, typename T, bool isAnOption = true> struct OptionRow
{
    using Struct = Owner;
    static constexpr bool isOption = isAnOption;

    T Owner::*field;
    OptionInfo info;
};

template <typename Owner, typename T>
[[nodiscard]] constexpr OptionRow<Owner, T> option(T Owner::*field, OptionInfo info)
{
    return {field, info};
}

/// A field that is no option.
template <typename Owner, typename T>
[[nodiscard]] constexpr OptionRow<Owner, T, false> notAnOption(T Owner::*field)
{
    return {field, {}};
}

namespace detail {

struct AnyField
{
    template <typename T> operator T() const; // NOLINT: converts to whatever a field is
};

template <typename Owner, std::size_t... I> constexpr bool takesFields(std::index_sequence<I...>)
{
    return requires { Owner{(void(I), AnyField{})...}; };
}

template <typename Owner, std::size_t count = 1> constexpr std::size_t fieldCount()
{
    if constexpr (takesFields<Owner>(std::make_index_sequence<count + 1>()))
        return fieldCount<Owner, count + 1>();
    else
        return count;
}

template <typename Visit, typename Row> constexpr void visitOption(Visit &visit, const Row &row)
{
    if constexpr (Row::isOption)
        visit(row);
}

template <typename A, typename B> constexpr bool isSameField(const A &a, const B &b)
{
    if constexpr (std::is_same_v<A, B>)
        return a.field == b.field;
    else
        return false;
}

} // namespace detail

/// Calls visit(row) for each option of a table.
template <typename Rows, typename Visit> constexpr void forEachOption(const Rows &rows, Visit visit)
{
    std::apply([&visit](const auto &...row) { (detail::visitOption(visit, row), ...); }, rows);
}

/// Each field of the struct has one row: what static_assert asks below each table.
template <typename Owner, typename... T, bool... isAnOption>
constexpr bool hasARowForEachField(const std::tuple<OptionRow<Owner, T, isAnOption>...> &rows)
{
    const auto timesIn = [&rows](const auto &row) {
        return std::apply(
            [&row](const auto &...other) {
                return (0 + ... + int(detail::isSameField(row, other)));
            },
            rows);
    };
    const bool once =
        std::apply([&](const auto &...row) { return ((timesIn(row) == 1) && ...); }, rows);
    return once && detail::fieldCount<Owner>() == sizeof...(T);
}

} // namespace trawl::item

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"

#include "engine/options.h"

#include <span>
#include <vector>

namespace trawl::cli {

/// Where the texts of the help begin, and what a line of them has room for.
inline constexpr qsizetype helpColumn = 28;
inline constexpr qsizetype helpWidth = 80 - helpColumn;

/// Takes the value into the options; what would be right when the value is bad, else empty.
using ApplyOption = QString (*)(RunOptions &, const QString &);

/// Does so for a row of the engine's table.
[[nodiscard]] QString takeOption(const engine::Option &row, RunOptions &options,
                                 const QString &value);

enum class OptionKind : quint8 {
    Value,
    Secret,   ///< a value that is never repeated, and is taken out of the process's arguments
    Optional, ///< a value only behind '='
    Switch,
};

struct Option
{
    char letter; ///< 0 = none
    const char *name;
    OptionKind kind;
    const char *value; ///< its name in the help; nullptr for a switch
    const char *help;  ///< the default in brackets
    ApplyOption apply; ///< nullptr = takeOption() with the row
    const engine::Option *row = nullptr;
    bool rare = false;              ///< in the help only, not in README's table
    const char *excludes = nullptr; ///< see item::CommandOption

    [[nodiscard]] QString take(RunOptions &options, const QString &given) const
    {
        return apply ? apply(options, given) : takeOption(*row, options, given);
    }
};

/// Options that stand together in the help.
struct OptionGroup
{
    const char *title;
    std::span<const Option> options;
};

[[nodiscard]] std::span<const OptionGroup> optionGroups(Command command);

/// The rows of the engine's table that stand there, with those that only a command line has.
[[nodiscard]] std::vector<Option> requestOptions(item::OptionGroup group);

// One file each.
[[nodiscard]] std::span<const Option> exportOptions();
[[nodiscard]] std::span<const Option> readingOptions(); ///< of commands on a session
[[nodiscard]] std::span<const Option> itemOptions();    ///< which of its items
[[nodiscard]] std::span<const Option> jsonOptions();
[[nodiscard]] std::span<const Option> scrapeOptions();
[[nodiscard]] std::span<const Option> crawlOptions();

/// For the tables: sets the target, or tells what would be right.
template <typename T, typename Value>
[[nodiscard]] QString takeValue(T &target, const std::optional<Value> &value, const QString &right)
{
    if (!value)
        return right;
    target = *value;
    return {};
}
[[nodiscard]] QString takeCount(int &target, const QString &text, int least, int most);
[[nodiscard]] QString takeName(QString &target, const QString &text);
[[nodiscard]] QString switchOn(bool &target);

template <typename T>
[[nodiscard]] QString takeWord(T &target, const QString &text,
                               std::initializer_list<std::pair<const char *, T>> words)
{
    QStringList names;
    for (const auto &[word, value] : words) {
        if (text == QLatin1StringView(word)) {
            target = value;
            return {};
        }
        names.append(QString::fromLatin1(word));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace trawl::cli

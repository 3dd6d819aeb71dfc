// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"

#include <span>

namespace trawl::cli {

constexpr int mostConnections = 1024; ///< of one worker, or to one host

/// Takes the value into the options; what would be right when the value is bad, else empty.
using ApplyOption = QString (*)(RunOptions &, const QString &);

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
    ApplyOption apply;
};

/// Options that stand together in the help.
struct OptionGroup
{
    const char *title;
    std::span<const Option> options;
};

[[nodiscard]] std::span<const OptionGroup> optionGroups(Command command);

// One file each.
[[nodiscard]] std::span<const Option> runOptions();
[[nodiscard]] std::span<const Option> exportOptions();
[[nodiscard]] std::span<const Option> readingOptions(); ///< of commands on a session
[[nodiscard]] std::span<const Option> itemOptions();    ///< which of its items
[[nodiscard]] std::span<const Option> jsonOptions();
[[nodiscard]] std::span<const Option> scrapeOptions();
[[nodiscard]] std::span<const Option> crawlOptions();
[[nodiscard]] std::span<const Option> limitOptions();
[[nodiscard]] std::span<const Option> requestOptions();
[[nodiscard]] std::span<const Option> fileOptions();

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
[[nodiscard]] QString takeSeconds(int &targetMs, const QString &text);
[[nodiscard]] QString takeSeconds(qint64 &targetMs, const QString &text);
[[nodiscard]] QString takeRate(qint64 &target, const QString &text);
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

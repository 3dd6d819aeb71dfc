// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

QString takeStatus(RunOptions &o, const QString &text)
{
    return takeWord(o.choice.status.emplace(), text,
                    {{"queued", item::Status::Queued},
                     {"running", item::Status::Running},
                     {"paused", item::Status::Paused},
                     {"done", item::Status::Done},
                     {"failed", item::Status::Failed},
                     {"skipped", item::Status::Skipped}});
}

QString takeReason(RunOptions &o, const QString &text)
{
    const auto right = QStringLiteral("a reason, like dns, timeout or http-429");
    const auto reason = item::reasonFromWord(text);
    if (!reason || *reason == item::Reason::None)
        return right;
    o.choice.reason = reason;
    o.choice.code = 0;
    if (*reason != item::Reason::Http)
        return {};
    o.choice.code = text.section(u'-', 1).toInt();
    // A code as it is written in results.
    return item::reasonWord(*reason, o.choice.code) == text ? QString() : right;
}

constexpr std::array readingTable{
    Option{0, "session", Value, "FILE", "the session (your own, that of the window)",
           [](RunOptions &o, const QString &v) { return takeName(o.engine.sessionPath, v); }},
    Option{0, "job", Value, "NAME|NUMBER", "only this job (all)",
           [](RunOptions &o, const QString &v) { return takeName(o.choice.job, v); }},
    Option{'q', "quiet", Switch, nullptr, "print errors only",
           [](RunOptions &o, const QString &) { return switchOn(o.quiet); }},
    Option{'h', "help", Switch, nullptr, "show this",
           [](RunOptions &o, const QString &) { return switchOn(o.help); }},
};

constexpr std::array itemTable{
    Option{0, "status", Value, "STATUS",
           "only items that are queued, running, paused, done,\nfailed or skipped", takeStatus},
    Option{0, "reason", Value, "REASON", "only items with this reason, like dns or http-429",
           takeReason},
};

constexpr std::array jsonTable{
    Option{0, "json", Switch, nullptr, "print JSON Lines",
           [](RunOptions &o, const QString &) { return switchOn(o.choice.json); }},
};

} // namespace

std::span<const Option> readingOptions()
{
    return readingTable;
}

std::span<const Option> itemOptions()
{
    return itemTable;
}

std::span<const Option> jsonOptions()
{
    return jsonTable;
}

} // namespace trawl::cli

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settingproblems.h"

#include "item/values.h"
#include "naming/template.h"

#include <algorithm>

namespace trawl::desktop {

QString SettingProblems::of(item::OptionKind kind, const QString &text)
{
    switch (kind) {
    case item::OptionKind::Template:
        return ofNameTemplate(text);
    case item::OptionKind::Field:
        return ofUserAgent(text);
    default:
        return {};
    }
}

QString SettingProblems::ofNameTemplate(const QString &text)
{
    const auto compiled = naming::NameTemplate::compile(text);
    return compiled ? QString()
                    : tr("At character %1: %2")
                          .arg(QString::number(compiled.error().at + 1), compiled.error().what);
}

QString SettingProblems::ofProxy(const QString &text)
{
    const auto typed = text.trimmed();
    return typed.isEmpty() || item::parseProxyUrl(typed)
               ? QString()
               : tr("An address looks like “http://proxy.example:3128” or "
                    "“socks5://127.0.0.1:1080”.");
}

QString SettingProblems::ofUserAgent(const QString &text)
{
    const bool printable = std::ranges::all_of(
        text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    return printable ? QString() : tr("It may hold ASCII letters, digits and signs only.");
}

} // namespace trawl::desktop

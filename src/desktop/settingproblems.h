// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/option.h"

#include <QCoreApplication>
#include <QString>

namespace trawl::desktop {

/// What is wrong with a text that a person wrote as a setting, as a sentence; empty = nothing.
class SettingProblems
{
    Q_DECLARE_TR_FUNCTIONS(trawl::desktop::SettingProblems)

public:
    /// Of an option's value, for kinds of them that have a sentence here.
    [[nodiscard]] static QString of(item::OptionKind kind, const QString &text);
    [[nodiscard]] static QString ofNameTemplate(const QString &text);
    [[nodiscard]] static QString ofProxy(const QString &text); ///< an empty one is none
    [[nodiscard]] static QString ofUserAgent(const QString &text);
};

} // namespace trawl::desktop

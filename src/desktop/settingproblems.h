// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace trawl::desktop {

/// What is wrong with a text that a person wrote as a setting, as a sentence; empty = nothing.
class SettingProblems
{
    Q_DECLARE_TR_FUNCTIONS(trawl::desktop::SettingProblems)

public:
    [[nodiscard]] static QString ofNameTemplate(const QString &text);
    [[nodiscard]] static QString ofProxy(const QString &text); ///< an empty one is none
    [[nodiscard]] static QString ofUserAgent(const QString &text);
};

} // namespace trawl::desktop

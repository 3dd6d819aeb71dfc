// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trawl::models {

/// Text for a tool tip, which would take for HTML what looks like HTML: what comes from lists and
/// pages is shown as it stands. Line ends stay.
[[nodiscard]] inline QString plainTip(const QString &text)
{
    const auto lines = text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    return text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(lines);
}

} // namespace trawl::models

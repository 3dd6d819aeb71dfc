// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settinginfo.h"

class QPalette;

namespace trawl::desktop {

/// Gives all windows, also the open ones, the colours of a theme; Theme::Desktop gives them back
/// what the desktop says, which they follow from then on.
void applyTheme(Theme theme);

/// Our own colours. Not of Theme::Desktop.
[[nodiscard]] QPalette themePalette(Theme theme);

} // namespace trawl::desktop

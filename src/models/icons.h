// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/status.h"

#include <QIcon>
#include <QStringView>

namespace trawl::models {

/// One of resources/icons by its file name without ".svg". It is drawn in the colours of the
/// palette of the moment, so it is seen in light and dark, also when the theme changes later.
/// Unknown names give a null icon.
[[nodiscard]] QIcon icon(QStringView name);

/// The status's own shape and colour.
[[nodiscard]] QIcon statusIcon(item::Status status);

} // namespace trawl::models

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::item {

/// Names one item of a session: 1, 2, 3 … in the order of the list, without gaps.
enum class ItemId : qint64 {};

/// Names one job (a list with its settings) of a session: 1, 2, 3 …
enum class JobId : qint32 {};

} // namespace trawl::item

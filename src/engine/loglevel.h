// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::engine {

/// How much a line of the log matters.
enum class LogLevel : quint8 {
    Note,
    Warning, ///< it goes on, but not as it should
    Error,
};

} // namespace trawl::engine

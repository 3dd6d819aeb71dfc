// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::item {

/// What a file is by its name, as far as web pages are concerned.
enum class FileKind {
    Any,    ///< may be a page
    Binary, ///< holds bytes that no text has
    Text,   ///< text, but no page
};

[[nodiscard]] FileKind fileKindOf(QByteArrayView name);

} // namespace trawl::item

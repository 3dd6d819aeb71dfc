// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace trawl::naming {

/// "text/html; charset=utf-8" → "html"; empty for a type that says nothing about the format.
[[nodiscard]] QString extensionFor(QByteArrayView contentType);

} // namespace trawl::naming

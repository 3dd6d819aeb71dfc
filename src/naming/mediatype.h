// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace trawl::naming {

/// "text/html; charset=utf-8" → "html"; empty for a type that says nothing about the format.
[[nodiscard]] QString extensionFor(QByteArrayView contentType);

/// The types that get the extension, which has no dot; empty = none does.
[[nodiscard]] QList<QByteArray> typesOf(QStringView extension);

} // namespace trawl::naming

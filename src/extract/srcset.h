// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

namespace trawl::extract {

/// The URLs of a srcset attribute in order, without their descriptors (WHATWG HTML, 4.8.4.2.1).
[[nodiscard]] QStringList srcsetUrls(QStringView text);

/// Attributes that hold such a set.
[[nodiscard]] bool isSrcset(const char *attribute);

} // namespace trawl::extract

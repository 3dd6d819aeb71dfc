// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::fetch {

/// Of a body's first bytes, so many tell what it is (WHATWG MIME Sniffing, 7).
inline constexpr qsizetype sniffedBytes = 1445;

/// Whether a file of that name cannot be a web page: a picture, an archive, a program, data.
[[nodiscard]] bool promisesNoPage(QByteArrayView name);

/// Whether a body that came for a file of that name is a web page, which a login or an error may
/// be. `begin` are its first bytes.
[[nodiscard]] bool isPageInstead(QByteArrayView name, const QByteArray &contentType,
                                 QByteArrayView begin);

} // namespace trawl::fetch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::item {

/// The last segment of a URL's path, as it stands there.
[[nodiscard]] QByteArrayView lastSegment(QByteArrayView url);

/// The file name of a Content-Disposition in small letters, good for its suffix only.
[[nodiscard]] QByteArray nameInDisposition(const QByteArray &field);

/// The suffix of a file name without its dot; empty = there is none.
[[nodiscard]] QByteArrayView suffixOf(QByteArrayView name);

/// What the name of a file that is itself compressed says of it: "gzip" of "a.tar.gz" or "a.svgz",
/// "zstd", "br", "compress"; empty = nothing.
[[nodiscard]] QByteArrayView codingOfName(QByteArrayView name);

/// The same by a media type: "gzip" of "application/x-gzip".
[[nodiscard]] QByteArrayView codingOfType(QByteArrayView contentType);

} // namespace trawl::item

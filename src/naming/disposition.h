// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace trawl::naming {

/// The name that a Content-Disposition field suggests, not yet made safe: filename* (RFC 8187),
/// else filename (RFC 6266, read with patience: any bytes, no quotes, no end of a quote). A
/// directory part is dropped. Empty = none.
[[nodiscard]] QString dispositionName(QByteArrayView field);

} // namespace trawl::naming

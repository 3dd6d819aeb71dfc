// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/messages.h"

#include <tl/expected.hpp>

namespace trawl::wire {

/// Appends u16 kind + fields: what a frame's length counts.
void appendPayload(QByteArray &bytes, const Message &message);

/// The inverse, of bytes that are not trusted; the error is technical, for the log.
[[nodiscard]] tl::expected<Message, QString> decodePayload(const QByteArray &payload);

} // namespace trawl::wire

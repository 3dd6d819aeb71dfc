// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::faults {

// Bodies of some MB at most that unpack to 10 GB of zeros, made in no time: one block, repeated.
[[nodiscard]] QByteArray gzipBomb();
[[nodiscard]] QByteArray brotliBomb();
[[nodiscard]] QByteArray zstdBomb();

[[nodiscard]] QByteArray brotlied(const QByteArray &plain);

} // namespace trawl::faults

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/linkreader.h"

/// Reads a whole text at once and, to see that it is the same, byte by byte.
QList<trawl::item::Link> readText(const QByteArray &text, trawl::exchange::ListFormat format,
                                  trawl::exchange::ReadOptions options = {},
                                  QString *error = nullptr);

/// "line url key=value …" of each link: name, folder, header, mirror, checksum, size, user,
/// password; "line !text: detail" of one that cannot be fetched.
QStringList shownLinks(const QList<trawl::item::Link> &links);

/// Reads every beginning of a text, and texts with some bytes changed (NUL, line ends, quotes,
/// brackets): nothing may hang, crash or give a link that is not valid.
void readDamaged(const QByteArray &text, trawl::exchange::ListFormat format);

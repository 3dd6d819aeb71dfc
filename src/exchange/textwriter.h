// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exporttable.h"

namespace trawl::exchange {

/// Turns rows into one format's text. Rows may be written by several writers one after another:
/// only begin() and end() belong to the file as a whole.
class TextWriter
{
public:
    virtual ~TextWriter() = default;
    virtual void begin(QByteArray &) {}
    virtual void row(QByteArray &out, const item::Result &result) = 0;
    virtual void end(QByteArray &) {}
};

} // namespace trawl::exchange

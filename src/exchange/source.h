// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/link.h"

#include <QList>
#include <QString>

namespace trawl::exchange {

/// One way to read a list.
class Source
{
public:
    virtual ~Source() = default;
    /// Adds an entry, or some; false at the end or when more must be read and may not be.
    virtual bool read(QList<item::Link> &links, bool mayRead) = 0;
    /// What is wrong with the list itself, in English; empty = nothing.
    [[nodiscard]] virtual QString error() const { return {}; }
    /// What was broken and read on behind, in English; empty = nothing.
    [[nodiscard]] virtual QString note() const { return {}; }
};

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trawl::naming {

enum class PartKind : quint8 { Text, Slash, Name, Stem, Ext, Host, Path, Index, Job, Date, Field };

/// One piece of a template that was read.
struct TemplatePart
{
    PartKind kind = PartKind::Text;
    QString text;  ///< of Text; the format of Date; the name of Field
    int width = 0; ///< of Index: padded with zeros
};

} // namespace trawl::naming

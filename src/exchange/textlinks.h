// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/splitter.h"
#include "item/link.h"

#include <QList>

namespace trawl::exchange {

/// What ends a word in which textLinks() looks: white space, and characters that no URL holds.
inline constexpr char wordSeparators[] = " \t\n\r\v\f\"<>`";

/// Adds the http and https links of one word of running text. A closing bracket that was not
/// opened in the link ends it, and so does CJK and typographic punctuation; `.,;:!?'` at the end
/// belong to the sentence.
void appendTextLinks(QList<item::Link> &links, const Piece &word);

} // namespace trawl::exchange

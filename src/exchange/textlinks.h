// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/splitter.h"
#include "item/link.h"

#include <QList>

namespace trawl::exchange {

/// What ends a word in which textLinks() looks: white space, and characters that no URL holds.
inline constexpr char wordSeparators[] = " \t\n\r\v\f\"<>`";

/// Adds the http and https links of one word of running text, and what begins with www., as
/// browsers and mail programs link it; whatever else has no scheme is prose. A closing bracket that
/// was not opened in the link ends it, and so does CJK and typographic punctuation; `.,;:!?'` at
/// the end belong to the sentence.
void appendTextLinks(QList<item::Link> &links, const Piece &word);
/// The link that begins a word, without what ends it there; `before` is the byte before it.
[[nodiscard]] QByteArrayView linkAtStart(QByteArrayView word, char before = ' ');

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/document.h"

namespace trawl::extract {

/// Makes libxml2 ready and its errors silent in this thread; cheap when done before.
void prepareLibxml();

/// By libxml2's HTML parser, with the options of lxml, so that the tree is the one Scrapy has.
/// The error is English.
[[nodiscard]] tl::expected<DocPointer, QString> makeFastTree(const QByteArray &utf8);

/// By libxml2's XML parser, recovering. The error is English.
[[nodiscard]] tl::expected<DocPointer, QString> makeXmlTree(const QByteArray &utf8);

} // namespace trawl::extract

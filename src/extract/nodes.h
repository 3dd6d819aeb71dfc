// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <libxml/tree.h>

#include <optional>

namespace trawl::extract {

/// The next node in document order within `top`, descendants first; nullptr at the end.
[[nodiscard]] xmlNode *nextInTree(xmlNode *node, const xmlNode *top);

/// The next node in document order within `top` that is no descendant of `node`.
[[nodiscard]] xmlNode *nextBeside(xmlNode *node, const xmlNode *top);

/// Text or CDATA.
[[nodiscard]] inline bool isText(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

[[nodiscard]] inline bool isElement(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE;
}

/// The name as written, with its prefix.
[[nodiscard]] QString nameOf(const xmlNode *node);

/// The value of an attribute of that name in any case; nothing without it.
[[nodiscard]] std::optional<QString> attributeOf(const xmlNode *element, const char *name);
[[nodiscard]] QString valueOf(const xmlAttr *attribute);

/// All text within, as it stands there, script and style too.
[[nodiscard]] QString rawText(const xmlNode *node);

/// The text as one reads it: white space normalised, a gap where a block or a line ends; script,
/// style and templates left out.
[[nodiscard]] QString readableText(const xmlNode *node);

/// Outer HTML (XML in an XML document).
[[nodiscard]] QString sourceOf(const xmlNode *node);

} // namespace trawl::extract

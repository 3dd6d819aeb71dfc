// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/cssselector.h"

#include <libxml/tree.h>

#include <string_view>

/// Questions that one element answers without looking at others (but for :disabled).
namespace trawl::extract::css {

[[nodiscard]] std::string_view viewOf(const xmlChar *text);

/// ASCII letters in any case; `folded` is in lower case.
[[nodiscard]] bool equalsFolded(const xmlChar *text, const QByteArray &folded);

[[nodiscard]] bool isNamed(const xmlNode *element, std::string_view name);

/// The attribute of that exact name, as HTML elements have them; nullptr = none.
[[nodiscard]] const xmlAttr *attributeNamed(const xmlNode *element, std::string_view name);

/// Its value; `buffer` may come to hold it.
[[nodiscard]] std::string_view valueOf(const xmlAttr *attribute, QByteArray &buffer);

/// The attribute has that name, by the rules of its document's language.
[[nodiscard]] bool hasName(const xmlAttr *attribute, const Prefix &prefix, const Name &name,
                           bool html);

[[nodiscard]] bool matchesAttribute(const AttributeTest &test, const xmlNode *element, bool html);
[[nodiscard]] bool hasWord(std::string_view words, const QByteArray &word);

[[nodiscard]] bool isEmpty(const xmlNode *element);
[[nodiscard]] bool isLink(const xmlNode *element);
[[nodiscard]] bool isChecked(const xmlNode *element);
/// A form control that is (or is not) disabled; nothing for other elements (WHATWG HTML, 4.16.3).
[[nodiscard]] std::optional<bool> isDisabled(const xmlNode *element);

[[nodiscard]] const xmlNode *elementBefore(const xmlNode *node);
[[nodiscard]] const xmlNode *elementBehind(const xmlNode *node);
[[nodiscard]] bool isSameType(const xmlNode *one, const xmlNode *other);

} // namespace trawl::extract::css

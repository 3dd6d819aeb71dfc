// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/csstests.h"
#include "item/ascii.h"

#include <algorithm>

namespace trawl::extract::css {

namespace {

bool test(Operator op, std::string_view value, std::string_view wanted)
{
    switch (op) {
    case Operator::Exists:
        return true;
    case Operator::Equals:
        return value == wanted;
    case Operator::Includes:
        return hasWord(value, QByteArray::fromRawData(wanted.data(), qsizetype(wanted.size())));
    case Operator::Dash:
        return value.starts_with(wanted) &&
               (value.size() == wanted.size() || value[wanted.size()] == '-');
    case Operator::Starts:
        return !wanted.empty() && value.starts_with(wanted);
    case Operator::Ends:
        return !wanted.empty() && value.ends_with(wanted);
    case Operator::Contains:
        return !wanted.empty() && value.find(wanted) != std::string_view::npos;
    }
    return false;
}

bool isOneOf(const xmlNode *node, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), viewOf(node->name)) != names.end();
}

bool has(const xmlNode *element, std::string_view name)
{
    return attributeNamed(element, name) != nullptr;
}

/// The first <legend> of a disabled <fieldset> stays enabled.
bool isInDisabledFieldset(const xmlNode *element)
{
    const xmlNode *child = element;
    for (const xmlNode *at = element->parent; at && at->type == XML_ELEMENT_NODE;
         child = at, at = at->parent) {
        if (!isNamed(at, "fieldset") || !has(at, "disabled"))
            continue;
        const xmlNode *legend = at->children;
        while (legend && !(legend->type == XML_ELEMENT_NODE && isNamed(legend, "legend")))
            legend = legend->next;
        if (child != legend)
            return true;
    }
    return false;
}

} // namespace

std::string_view viewOf(const xmlChar *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

bool equalsFolded(const xmlChar *text, const QByteArray &folded)
{
    for (const char wanted : folded) {
        if (item::toLower(char(*text)) != wanted)
            return false;
        ++text;
    }
    return *text == 0;
}

bool isNamed(const xmlNode *element, std::string_view name)
{
    return viewOf(element->name) == name;
}

const xmlAttr *attributeNamed(const xmlNode *element, std::string_view name)
{
    const xmlAttr *attribute = element->properties;
    while (attribute && viewOf(attribute->name) != name)
        attribute = attribute->next;
    return attribute;
}

std::string_view valueOf(const xmlAttr *attribute, QByteArray &buffer)
{
    const xmlNode *text = attribute->children;
    if (!text)
        return {};
    if (!text->next)
        return viewOf(text->content);
    buffer.clear();
    for (; text; text = text->next)
        buffer += reinterpret_cast<const char *>(text->content);
    return {buffer.constData(), std::size_t(buffer.size())};
}

bool hasName(const xmlAttr *attribute, const Prefix &prefix, const Name &name, bool html)
{
    std::string_view local = viewOf(attribute->name);
    std::string_view written = attribute->ns ? viewOf(attribute->ns->prefix) : std::string_view();
    const std::size_t colon = local.find(':');
    if (prefix && colon != std::string_view::npos) {
        written = local.substr(0, colon); // in HTML prefixes are part of the name
        local = local.substr(colon + 1);
    }
    const bool any = prefix && *prefix == "*";
    const std::string_view wanted = prefix ? std::string_view(prefix->constData()) : "";
    if (!any && written != wanted)
        return false;
    const auto *text = reinterpret_cast<const xmlChar *>(local.data());
    return html ? equalsFolded(text, name.folded) : local == name.text.constData();
}

bool hasWord(std::string_view words, const QByteArray &word)
{
    const std::string_view wanted(word.constData(), std::size_t(word.size()));
    std::size_t at = 0;
    while (at < words.size()) {
        while (at < words.size() && item::isHtmlSpace(words[at]))
            ++at;
        const std::size_t from = at;
        while (at < words.size() && !item::isHtmlSpace(words[at]))
            ++at;
        if (at > from && words.substr(from, at - from) == wanted)
            return true;
    }
    return false;
}

bool matchesAttribute(const AttributeTest &wanted, const xmlNode *element, bool html)
{
    QByteArray buffer;
    for (const xmlAttr *at = element->properties; at; at = at->next) {
        if (!hasName(at, wanted.prefix, wanted.name, html))
            continue;
        std::string_view value = valueOf(at, buffer);
        QByteArray other = wanted.value;
        if (wanted.fold) {
            buffer = QByteArray(value.data(), qsizetype(value.size())).toLower();
            value = {buffer.constData(), std::size_t(buffer.size())};
            other = other.toLower();
        }
        if (test(wanted.op, value, {other.constData(), std::size_t(other.size())}))
            return true;
    }
    return false;
}

bool isEmpty(const xmlNode *element)
{
    for (const xmlNode *child = element->children; child; child = child->next) {
        const bool text = child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE;
        if (child->type == XML_ELEMENT_NODE || (text && child->content && *child->content))
            return false;
    }
    return true;
}

bool isLink(const xmlNode *element)
{
    return isOneOf(element, {"a", "area", "link"}) && has(element, "href");
}

bool isChecked(const xmlNode *element)
{
    if (isNamed(element, "option"))
        return has(element, "selected");
    if (!isNamed(element, "input") || !has(element, "checked"))
        return false;
    QByteArray buffer;
    const xmlAttr *type = attributeNamed(element, "type");
    const std::string_view value = type ? valueOf(type, buffer) : std::string_view();
    const QByteArray kind = QByteArray(value.data(), qsizetype(value.size())).toLower();
    return kind == "checkbox" || kind == "radio";
}

std::optional<bool> isDisabled(const xmlNode *element)
{
    if (!isOneOf(element,
                 {"button", "input", "select", "textarea", "optgroup", "option", "fieldset"}))
        return std::nullopt;
    if (has(element, "disabled"))
        return true;
    if (isNamed(element, "option"))
        return element->parent && isNamed(element->parent, "optgroup") &&
               has(element->parent, "disabled");
    return !isNamed(element, "optgroup") && isInDisabledFieldset(element);
}

const xmlNode *elementBefore(const xmlNode *node)
{
    do
        node = node->prev;
    while (node && node->type != XML_ELEMENT_NODE);
    return node;
}

const xmlNode *elementBehind(const xmlNode *node)
{
    do
        node = node->next;
    while (node && node->type != XML_ELEMENT_NODE);
    return node;
}

bool isSameType(const xmlNode *one, const xmlNode *other)
{
    return xmlStrEqual(one->name, other->name) &&
           viewOf(one->ns ? one->ns->prefix : nullptr) ==
               viewOf(other->ns ? other->ns->prefix : nullptr);
}

} // namespace trawl::extract::css

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/nodes.h"
#include "item/ascii.h"

#include <QSet>

#include <libxml/HTMLtree.h>
#include <libxml/xmlsave.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace trawl::extract {

namespace {

struct OutputDeleter
{
    void operator()(xmlOutputBuffer *output) const { xmlOutputBufferClose(output); }
};

std::string_view view(const xmlChar *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

QString toText(const xmlChar *text)
{
    const std::string_view bytes = view(text);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

bool isOneOf(const xmlNode *node, const QSet<QByteArray> &names)
{
    const std::string_view name = view(node->name);
    return names.contains(QByteArray::fromRawData(name.data(), qsizetype(name.size())));
}

/// One does not read what is in there.
bool isUnread(const xmlNode *node)
{
    static const QSet<QByteArray> names{"script", "style", "template"};
    return isElement(node) && isOneOf(node, names);
}

/// Elements that text flows through; all others begin and end a block or a line.
bool isInline(const xmlNode *node)
{
    static const QSet<QByteArray> names{
        "a",        "abbr",   "acronym", "b",       "bdi",   "bdo",      "big",   "cite", "code",
        "data",     "del",    "dfn",     "em",      "font",  "i",        "ins",   "kbd",  "label",
        "mark",     "nobr",   "output",  "q",       "s",     "samp",     "small", "span", "strike",
        "strong",   "sub",    "sup",     "time",    "tt",    "u",        "var",   "wbr",  "img",
        "ruby",     "rb",     "rt",      "rp",      "rtc",   "slot",     "svg",   "math", "tspan",
        "noscript", "object", "map",     "picture", "meter", "progress", "button"};
    return isOneOf(node, names);
}

/// Gathers words with one blank between.
class Words
{
public:
    void gap() { m_gap = !m_text.isEmpty(); }

    void add(std::string_view text)
    {
        const auto isSpace = [](char c) { return item::isHtmlSpace(c) || c == '\v'; };
        while (!text.empty()) {
            const auto end = std::ranges::find_if(text, isSpace);
            if (const auto word = text.substr(0, std::size_t(end - text.begin())); !word.empty()) {
                if (m_gap)
                    m_text += ' ';
                m_gap = false;
                m_text.append(word.data(), qsizetype(word.size()));
                text.remove_prefix(word.size());
            } else {
                gap();
                text.remove_prefix(1);
            }
        }
    }

    QString text() const { return QString::fromUtf8(m_text); }

private:
    QByteArray m_text;
    bool m_gap = false;
};

} // namespace

xmlNode *nextBeside(xmlNode *node, const xmlNode *top)
{
    while (node && node != top && !node->next)
        node = node->parent;
    return !node || node == top ? nullptr : node->next;
}

xmlNode *nextInTree(xmlNode *node, const xmlNode *top)
{
    const bool down = node->children && node->type != XML_ENTITY_REF_NODE;
    return down ? node->children : nextBeside(node, top);
}

QString nameOf(const xmlNode *node)
{
    const bool prefixed = node->ns && node->ns->prefix;
    return prefixed ? toText(node->ns->prefix) + u':' + toText(node->name) : toText(node->name);
}

std::optional<QString> attributeOf(const xmlNode *element, const char *name)
{
    if (!isElement(element))
        return std::nullopt;
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        if (qstricmp(reinterpret_cast<const char *>(attribute->name), name) == 0)
            return valueOf(attribute);
    }
    return std::nullopt;
}

QString valueOf(const xmlAttr *attribute)
{
    QString result;
    for (const xmlNode *text = attribute->children; text; text = text->next)
        result += toText(text->content);
    return result;
}

QString rawText(const xmlNode *node)
{
    if (isText(node))
        return toText(node->content);
    QByteArray result;
    auto *top = const_cast<xmlNode *>(node);
    for (xmlNode *at = top; at; at = nextInTree(at, top)) {
        if (isText(at)) {
            const std::string_view text = view(at->content);
            result.append(text.data(), qsizetype(text.size()));
        }
    }
    return QString::fromUtf8(result);
}

QString readableText(const xmlNode *node)
{
    Words words;
    auto *top = const_cast<xmlNode *>(node);
    xmlNode *at = top;
    while (at) {
        if (isText(at))
            words.add(view(at->content));
        else if (isElement(at) && !isInline(at))
            words.gap();
        if (at != top && isUnread(at)) {
            at = nextBeside(at, top);
            continue;
        }
        if (at->children) {
            at = at->children;
            continue;
        }
        while (at != top && !at->next) {
            at = at->parent;
            if (isElement(at) && !isInline(at))
                words.gap();
        }
        at = at == top ? nullptr : at->next;
    }
    return words.text();
}

QString sourceOf(const xmlNode *node)
{
    const std::unique_ptr<xmlOutputBuffer, OutputDeleter> output(xmlAllocOutputBuffer(nullptr));
    if (!output)
        return {};
    auto *top = const_cast<xmlNode *>(node);
    if (node->doc && node->doc->type == XML_HTML_DOCUMENT_NODE)
        htmlNodeDumpFormatOutput(output.get(), node->doc, top, nullptr, 0);
    else
        xmlNodeDumpOutput(output.get(), node->doc, top, 0, 0, "UTF-8");
    return toText(xmlOutputBufferGetContent(output.get()));
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/recipe.h"

#include <QByteArray>

#include <libxml/tree.h>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::extract {

/// What of libxml2 has an owner. Its error handlers are silent for as long as a document is used
/// by the thread that made it.
struct DocDeleter
{
    void operator()(xmlDoc *doc) const { xmlFreeDoc(doc); }
};
using DocPointer = std::unique_ptr<xmlDoc, DocDeleter>;

/// A page as a tree of libxml2, at most maxDepth elements deep. Used by one thread at a time.
///
/// HTML elements have lower-case names and no namespace; SVG and MathML neither ("foreignObject"
/// as browsers write it). A template's content stands in the tree as its children. XML keeps
/// namespaces of names that have a prefix ("media:title"); unprefixed names are in none, so that
/// XPath's `//item/title` finds them whatever the default namespace is.
class Document
{
public:
    /// HTML. `utf8` must be valid UTF-8 (toUtf8() gives such). Fails with Reason::BadPage only.
    [[nodiscard]] static tl::expected<Document, item::Failure> parse(const QByteArray &utf8,
                                                                     item::Tree tree);
    /// XML: no network, no DTD, no entities but the five; what is broken is left out.
    [[nodiscard]] static tl::expected<Document, item::Failure> parseXml(const QByteArray &utf8);

    [[nodiscard]] xmlDoc *get() const { return m_doc.get(); }
    [[nodiscard]] xmlNode *root() const { return xmlDocGetRootElement(m_doc.get()); }
    /// Element and attribute names do not depend on the case of letters.
    [[nodiscard]] bool isHtml() const { return m_doc->type == XML_HTML_DOCUMENT_NODE; }

private:
    explicit Document(DocPointer doc)
        : m_doc(std::move(doc))
    {
    }

    DocPointer m_doc;
};

/// Deeper pages are refused: browsers stop at 512.
constexpr int maxDepth = 2048;

/// A body is a feed or other XML rather than a page, by its Content-Type and its first bytes.
[[nodiscard]] bool looksLikeXml(QByteArrayView utf8, const QByteArray &contentType);

/// The failure for a body that cannot be used.
[[nodiscard]] item::Failure badPage(const QString &detail);

} // namespace trawl::extract

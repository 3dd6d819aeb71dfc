// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/document.h"
#include "extract/effort.h"
#include "item/record.h"

#include <libxml/xpath.h>

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <variant>

namespace trawl::extract {

/// Where XPath expressions are evaluated: a document, with the prefixes that it declares itself.
/// The document must outlive it. One thread.
class XPathContext
{
public:
    explicit XPathContext(const Document &document);

    [[nodiscard]] xmlXPathContext *get() const { return m_context.get(); }
    [[nodiscard]] const Document &document() const { return m_document; }

private:
    struct Deleter
    {
        void operator()(xmlXPathContext *context) const { xmlXPathFreeContext(context); }
    };

    const Document &m_document;
    std::unique_ptr<xmlXPathContext, Deleter> m_context;
};

/// An XPath 1.0 expression (libxml2). It can reach no file and no network. Immutable, any thread.
class XPath
{
public:
    /// Nodes (elements, attributes, texts) in document order, or a text, number or boolean.
    using Result = std::variant<QList<xmlNode *>, item::Value>;

    /// The error says what is wrong, in English.
    [[nodiscard]] static tl::expected<XPath, QString> compile(QStringView text);

    /// Relative paths begin at `scope`, nullptr = the document. The error is one of evaluation, or
    /// that it takes too long.
    [[nodiscard]] tl::expected<Result, QString> evaluate(const XPathContext &context,
                                                         xmlNode *scope, Effort &effort) const;

private:
    class Pool;
    std::shared_ptr<Pool> m_pool;
};

} // namespace trawl::extract

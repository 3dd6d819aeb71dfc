// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/cssmatcher.h"
#include "extract/document.h"
#include "extract/effort.h"
#include "extract/extractor.h"
#include "extract/pagedata.h"
#include "extract/xpath.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace trawl::extract {

/// A body made ready for selectors: decoded, and as a tree or as JSON. What only some selectors
/// need is made when it is asked for. One thread; selectors used with it must outlive it.
class Content
{
public:
    /// `wantsJson`: there are selectors for JSON; without them a body is never taken for that.
    [[nodiscard]] static tl::expected<std::unique_ptr<Content>, item::Failure>
    of(const Body &body, item::Tree tree, bool wantsJson);

    /// nullptr = it is JSON, or a plain text.
    [[nodiscard]] const Document *document() const { return m_document ? &*m_document : nullptr; }
    [[nodiscard]] const std::optional<QJsonValue> &json() const { return m_json; }
    /// The whole source, as valid UTF-8 and as text.
    [[nodiscard]] const QByteArray &utf8() const { return m_utf8; }
    [[nodiscard]] const QString &text();
    [[nodiscard]] const QByteArray &url() const { return m_url; }
    /// A field of the response's head; empty = it has none.
    [[nodiscard]] QByteArray field(QByteArrayView name) const;
    /// The URL that relative ones are resolved against: by the first <base href>, else the page's.
    [[nodiscard]] const QByteArray &base();

    /// Only where there is a document.
    [[nodiscard]] const XPathContext &xpath();
    [[nodiscard]] css::Matcher &matcher();
    [[nodiscard]] PageData &data();

    [[nodiscard]] Effort &effort() { return m_effort; }
    /// What was cut or not understood; said once.
    void note(const QString &what);
    [[nodiscard]] QString notes() const { return m_notes.join(QStringLiteral("; ")); }

private:
    Content(QByteArray utf8, const Body &body);
    /// False = it is no JSON. The failure is of a body that says it is.
    [[nodiscard]] tl::expected<bool, item::Failure> readJson(const QByteArray &contentType);

    QByteArray m_utf8;
    QByteArray m_url;
    QByteArray m_head;
    Effort m_effort;
    std::optional<Document> m_document;
    std::optional<QJsonValue> m_json;
    std::optional<QString> m_text;
    std::optional<QByteArray> m_base;
    std::optional<XPathContext> m_xpath;
    std::optional<css::Matcher> m_matcher;
    std::optional<PageData> m_data;
    QStringList m_notes;
};

} // namespace trawl::extract

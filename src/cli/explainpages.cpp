// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explainkinds.h"
#include "cli/question.h"

#include "extract/charset.h"
#include "extract/harvester.h"
#include "extract/nodes.h"
#include "extract/selector.h"

#include <new>

namespace trawl::cli {

namespace {

item::Tree treeOf(Question &question)
{
    const auto word = question.text(QLatin1StringView("tree"), "browser");
    if (word != "browser" && word != "fast")
        question.fail(QStringLiteral("tree is neither browser nor fast"));
    return word == "fast" ? item::Tree::Fast : item::Tree::Browser;
}

/// Of an attribute or a text: the element's that it belongs to.
QJsonValue idOf(const extract::Match &match)
{
    const auto *element = match.node;
    if (element && !extract::isElement(element))
        element = element->parent;
    if (!element || !extract::isElement(element))
        return {};
    const auto id = extract::attributeOf(element, "id");
    return id ? QJsonValue(*id) : QJsonValue();
}

Explanation select(const extract::Selector &selector, const QByteArray &html, item::Tree tree)
{
    const extract::Body body{html, QByteArrayLiteral("text/html; charset=utf-8"), {}};
    const auto content = extract::Content::of(body, tree, selector.isJson());
    if (!content)
        return tl::unexpected(content.error().detail);
    const auto matches = selector.select(**content, nullptr, extract::mostRecords);
    if (!matches)
        return tl::unexpected(matches.error());
    QJsonArray values;
    QJsonArray ids;
    auto bytesLeft = extract::mostRecordBytes;
    for (const auto &match : *matches) {
        const auto value = extract::valueOf(match);
        bytesLeft -= extract::jsonSize(value, bytesLeft + 1);
        if (bytesLeft <= 0)
            return tl::unexpected(QStringLiteral("the values are too long"));
        values.append(value);
        ids.append(idOf(match));
    }
    if ((*content)->effort().isSpent())
        return tl::unexpected(QStringLiteral("selecting takes too long"));
    return QJsonObject{{QStringLiteral("values"), values}, {QStringLiteral("ids"), ids}};
}

} // namespace

Explanation explainSelect(const QJsonObject &object)
{
    Question question(object);
    const auto html = question.text(QLatin1StringView("html"));
    const auto text = question.text(QLatin1StringView("selector"));
    const auto tree = treeOf(question);
    if (question.failed())
        return tl::unexpected(question.error());
    const auto selector = extract::Selector::compile(QString::fromUtf8(text));
    if (!selector)
        return tl::unexpected(selector.error());
    try {
        return select(*selector, html, tree);
    } catch (const std::bad_alloc &) {
        return tl::unexpected(QStringLiteral("not enough memory for the page"));
    }
}

Explanation explainCharset(const QJsonObject &object)
{
    Question question(object);
    const auto text = question.text(QLatin1StringView("bytes64"));
    const auto type = question.text(QLatin1StringView("content_type"), {});
    const auto bytes =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (bytes.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        question.fail(QStringLiteral("bytes64 is no Base64"));
    if (question.failed())
        return tl::unexpected(question.error());
    return QJsonObject{
        {QStringLiteral("charset"), QString::fromLatin1(extract::charsetOf(bytes.decoded, type))}};
}

} // namespace trawl::cli

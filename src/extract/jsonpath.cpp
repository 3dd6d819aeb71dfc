// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/jsonpath.h"

#include "extract/jsonpathevaluation.h"
#include "extract/jsonpathparser.h"

namespace trawl::extract {

namespace {

/// What is put in front of a path that has no "$".
QString prefixFor(QStringView text)
{
    const QChar first = text.isEmpty() ? QChar() : text.front();
    if (first == u'.' || first == u'[')
        return QStringLiteral("$");
    const bool name = (first >= u'a' && first <= u'z') || (first >= u'A' && first <= u'Z') ||
                      first == u'_' || first == u'*' || first.unicode() >= 0x80;
    return name ? QStringLiteral("$.") : QString();
}

} // namespace

tl::expected<JsonPath, QString> JsonPath::compile(QStringView text)
{
    const QString prefix = prefixFor(text);
    auto query = jsonpath::parse(prefix + text.toString(), prefix.size());
    if (!query)
        return tl::unexpected(std::move(query).error());
    JsonPath result;
    result.m_query = std::make_shared<const jsonpath::Query>(*std::move(query));
    return result;
}

tl::expected<QList<QJsonValue>, QString> JsonPath::select(const QJsonValue &root,
                                                          Effort &effort) const
{
    jsonpath::Evaluation evaluation(root, effort);
    auto nodes = evaluation.select(*m_query, root);
    if (evaluation.isExceeded() || effort.isSpent())
        return tl::unexpected(QStringLiteral("gives too much, or takes too long"));
    return nodes;
}

} // namespace trawl::extract

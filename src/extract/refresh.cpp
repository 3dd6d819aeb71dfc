// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/refresh.h"

#include "extract/nodes.h"
#include "item/weburl.h"

#include <algorithm>
#include <string_view>

namespace trawl::extract {

namespace {

constexpr int longestWait = 100;

bool isForScriptlessReaders(const xmlNode *node)
{
    for (; node && isElement(node); node = node->parent) {
        const std::string_view name(reinterpret_cast<const char *>(node->name));
        if (name == "noscript" || name == "template")
            return true;
    }
    return false;
}

QStringView withoutBlanks(QStringView text)
{
    while (!text.isEmpty() && text.front().isSpace())
        text = text.sliced(1);
    return text;
}

/// "url =" goes, and quotation marks with what follows the second.
QStringView reference(QStringView text)
{
    text = withoutBlanks(text);
    if (text.startsWith(u"url", Qt::CaseInsensitive)) {
        const auto behind = withoutBlanks(text.sliced(3));
        if (behind.startsWith(u'='))
            text = withoutBlanks(behind.sliced(1));
    }
    if (text.startsWith(u'"') || text.startsWith(u'\'')) {
        const auto close = text.indexOf(text.front(), 1);
        text = close < 0 ? text.sliced(1) : text.sliced(1, close - 1);
    }
    return text;
}

} // namespace

std::optional<Refresh> parseRefresh(QStringView text, const QByteArray &base)
{
    text = withoutBlanks(text);
    qsizetype at = 0;
    int seconds = 0;
    for (; at < text.size() && text[at] >= u'0' && text[at] <= u'9'; ++at)
        seconds = std::min(seconds * 10 + (text[at].unicode() - u'0'), longestWait + 1);
    if (at == 0 && !text.startsWith(u'.'))
        return std::nullopt;
    while (at < text.size() && (text[at] == u'.' || text[at].isDigit()))
        ++at;
    auto rest = withoutBlanks(text.sliced(at));
    const bool parted = rest.size() < text.size() - at;
    if (rest.startsWith(u';') || rest.startsWith(u','))
        rest = rest.sliced(1);
    else if (!parted)
        return std::nullopt;
    const auto target = reference(rest);
    if (target.isEmpty())
        return std::nullopt;
    const auto url = item::resolveUrl(base, target.toUtf8());
    return url ? std::optional(Refresh{*url, seconds}) : std::nullopt;
}

std::optional<Refresh> refreshOf(Content &content)
{
    static const auto selector = css::parse(u"meta[http-equiv=refresh i]").value();
    if (!content.document() || !content.document()->isHtml())
        return std::nullopt;
    std::optional<Refresh> refresh;
    if (const auto field = content.field("refresh"); !field.isEmpty())
        refresh = parseRefresh(QString::fromUtf8(field), content.url());
    for (const auto &hit : content.matcher().select(*selector, nullptr, 100)) {
        if (refresh)
            break;
        if (!isForScriptlessReaders(hit.node))
            refresh =
                parseRefresh(attributeOf(hit.node, "content").value_or(QString()), content.base());
    }
    const bool leaves = refresh && refresh->seconds <= longestWait &&
                        refresh->url != item::normalUrl(content.url()).value_or(content.url());
    return leaves ? refresh : std::nullopt;
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"

#include "extract/harvester.h"
#include "extract/mediatype.h"

#include <new>

namespace trawl::extract {

class Extractor::Private
{
public:
    Plan plan;
};

Extractor::Extractor(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Extractor::~Extractor() = default;

tl::expected<std::shared_ptr<const Extractor>, RecipeError>
Extractor::compile(const item::Recipe &recipe)
{
    auto plan = makePlan(recipe);
    if (!plan)
        return tl::unexpected(plan.error());
    auto priv = std::make_unique<Private>(Private{std::move(*plan)});
    return std::shared_ptr<const Extractor>(new Extractor(std::move(priv)));
}

Harvest Extractor::run(const Body &body, quint8 page, const QByteArray &carried) const
{
    Harvest harvest;
    if (page >= d->plan.pages.size()) {
        harvest.failure = badPage(QStringLiteral("the recipe has no page kind %1").arg(page));
        return harvest;
    }
    const PageRule &rule = d->plan.pages[page];
    if (rule.fields.empty() && rule.follow.empty())
        return harvest;
    if (isPlainText(body.contentType) && !rule.wantsText &&
        !looksLikeXml(body.bytes, body.contentType)) {
        harvest.note = QStringLiteral("a plain text, not a page");
        return harvest;
    }
    if (body.bytes.size() > d->plan.maxPageBytes) {
        harvest.failure = {.reason = item::Reason::TooLarge,
                           .detail = QStringLiteral("a page of %1 bytes").arg(body.bytes.size())};
        return harvest;
    }
    try {
        auto content = Content::of(body, d->plan.tree, rule.wantsJson);
        if (content)
            return Harvester(d->plan, rule, **content, carried).run();
        harvest.failure = content.error();
    } catch (const std::bad_alloc &) {
        harvest = {};
        harvest.failure = badPage(QStringLiteral("there is not enough memory for the page"));
    }
    return harvest;
}

} // namespace trawl::extract

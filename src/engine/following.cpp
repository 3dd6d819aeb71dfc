// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

namespace trawl::engine {

/// The job has other options: what it has used up of its budget and where it began is told by its
/// items.
void Engine::Private::prepareCrawl(Job &job)
{
    const bool crawls = job.options.recipe.crawls();
    if (job.crawl || crawls)
        duplicates.reset(); // what counts as one page may be another thing now
    job.crawl.reset();
    if (!crawls)
        return;
    job.crawl.emplace(job.options.recipe);
    for (const auto &block : state.items.blocks()) {
        for (qsizetype i = 0; block->job() == job.row.id && i < block->size(); ++i) {
            const auto id = item::ItemId(qint64(block->first()) + i);
            if (state.items.row(id).status == item::Status::Removed)
                continue;
            if (!state.items.place(id).followed)
                job.crawl->addSeed(block->url(i));
            if (state.items.row(id).status != item::Status::Skipped)
                job.crawl->taken();
        }
    }
}

void Engine::Private::makeDuplicates()
{
    if (duplicates)
        return;
    const auto keyOf = [this](item::JobId id, QByteArrayView url) {
        const auto &crawl = state.jobs.job(id).crawl;
        return crawl ? crawl->key(url) : QByteArray();
    };
    duplicates.emplace(state.items, keyOf);
    for (const auto &block : state.items.blocks())
        duplicates->load(*block);
}

/// Those of the job's recipe, which are items as those of its list are.
void Engine::Private::addSitemaps(Job &job)
{
    QList<NewItem> items;
    for (const auto &url : job.options.recipe.sitemaps)
        items.append({url.toUtf8(), {0, item::sitemapPage, false}, {}});
    for (const auto &item : std::as_const(items))
        job.crawl->addSeed(item.url);
    appendFound(job, {}, items);
}

void Engine::Private::found(const QList<item::Findings> &items)
{
    for (const auto &part : items)
        findings[part.id].append(part);
}

void Engine::Private::follow(item::ItemId page, const QList<item::FoundLink> &links)
{
    auto &job = state.jobs.job(state.items.job(page));
    if (!job.crawl || links.isEmpty())
        return;
    const auto from = state.items.place(page);
    QList<NewItem> items;
    for (const auto &link : links) {
        const auto depth = Crawl::depthOf(link, from.depth);
        if (job.crawl->isInScope(link.url, depth))
            items.append({link.url, {quint16(depth), link.page, true}, link.carried});
    }
    appendFound(job, page, items);
}

// The page's own outcome is stored later than its links: should this program die between, the page
// is fetched again, and its links are known. Those of a page that ends while the session is closed
// are stored like any others, for the page will not be looked into again.
void Engine::Private::appendFound(Job &job, item::ItemId page, const QList<NewItem> &items)
{
    if (items.isEmpty() || stuck || job.row.removed != store::JobRow::Removed::No)
        return;
    makeDuplicates();
    store::ImportBatch batch;
    const auto block = std::make_shared<item::UrlBlock>(state.items.nextId(), job.row.id);
    for (const auto &item : items) {
        if (job.crawl->isFull())
            break;
        const auto id = item::ItemId(qint64(block->first()) + block->size());
        if (!duplicates->insert(job.row.id, item.url, {}, id, *block))
            continue;
        block->append(item.url);
        batch.places.append({id, page, item.place.page, item.place.depth, item.carried});
        job.crawl->taken();
    }
    if (block->size() == 0)
        return;
    block->squeeze();
    state.append(block);
    for (const auto &place : std::as_const(batch.places))
        state.items.setPlace(place.id,
                             {quint16(place.depth), place.page, place.parent != item::ItemId{}},
                             place.carried);
    batch.urls = block;
    batch.job = job.row;
    importing += block->size();
    importSizes.push_back(block->size());
    store->import(std::move(batch));
    for (qint64 id = qint64(block->first()); id < qint64(state.items.nextId()); ++id)
        schedule(item::ItemId(id));
    wasIdle = false;
}

bool Engine::Private::staysInScope(const item::Outcome &outcome)
{
    auto &crawl = state.jobs.job(state.items.job(outcome.id)).crawl;
    if (!crawl || outcome.redirects == 0)
        return true;
    const auto place = state.items.place(outcome.id);
    if (place.followed)
        return crawl->isInScope(outcome.finalUrl, place.depth);
    crawl->addSeed(outcome.finalUrl); // where the person's URL leads is what the person meant
    return true;
}

} // namespace trawl::engine

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

namespace trawl::engine {

/// The job has other options: what it has used up of its budget and where it began is told by its
/// items.
void Engine::Private::prepareCrawl(Job &job)
{
    const bool hasRecipe = !job.options.recipe.isEmpty();
    if (job.crawl || hasRecipe)
        duplicates.reset(); // what counts as one page may be another thing now
    job.crawl.reset();
    if (!hasRecipe)
        return;
    job.crawl.emplace(job.options.recipe);
    for (const auto &block : state.items.blocks()) {
        for (qsizetype i = 0; block->job() == job.row.id && i < block->size(); ++i) {
            const auto id = item::ItemId(qint64(block->first()) + i);
            if (state.items.row(id).status == item::Status::Removed)
                continue;
            if (state.items.place(id).followed)
                job.crawl->found();
            else
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

QString Engine::Private::whyLeft(Crawl::Left what)
{
    switch (what) {
    case Crawl::Left::TooFar:
        return QStringLiteral(
                   "%1 links in a row were followed, as in a calendar without end; to go "
                   "further say how many pages there may be")
            .arg(Crawl::mostSteps);
    case Crawl::Left::TooMany:
        return QStringLiteral("%1 links were found, as on a site without end; to go further say "
                              "how many pages there may be")
            .arg(Crawl::mostFound);
    case Crawl::Left::Endless:
        return QStringLiteral("its path repeats itself without end");
    case Crawl::Left::Refreshes:
        break;
    }
    return QStringLiteral("one page after the other sends its reader on to the next");
}

/// What is not followed though its rules would let it pass is said, once a job.
void Engine::Private::sayLeft(Job &job, Crawl::Left what, const QByteArray &url)
{
    if (!job.crawl->leaves(what))
        return;
    const auto text = QStringLiteral("Not followed: %1 (%2)")
                          .arg(QString::fromUtf8(url.left(500)), whyLeft(what));
    Q_EMIT q.logged(text, LogLevel::Warning);
    Q_EMIT q.notFollowed(text);
}

bool Engine::Private::isFollowed(Job &job, const item::FoundLink &link, const ItemPlace &place)
{
    using Verdict = crawl::Scope::Verdict;
    const auto verdict = job.crawl->check(link.url, place.depth);
    if (verdict == Verdict::Endless)
        sayLeft(job, Crawl::Left::Endless, link.url);
    if (verdict != Verdict::Follow)
        return false;
    if (job.crawl->isTooFar(place.steps)) {
        sayLeft(job, Crawl::Left::TooFar, link.url);
        return false;
    }
    if (place.refreshes > job.options.transfer.maxRedirects) {
        sayLeft(job, Crawl::Left::Refreshes, link.url);
        return false;
    }
    return true;
}

void Engine::Private::follow(const item::Outcome &outcome, const QList<item::FoundLink> &links)
{
    const auto page = outcome.id;
    auto &job = state.jobs.job(state.items.job(page));
    if (!job.crawl || links.isEmpty())
        return;
    if (outcome.redirects > 0)
        state.items.setFinalUrl(page, outcome.finalUrl);
    const auto from = state.items.place(page);
    QList<NewItem> items;
    for (const auto &link : links) {
        const ItemPlace place{.depth = quint16(Crawl::depthOf(link, from.depth)),
                              .page = link.page,
                              .followed = true,
                              .steps = quint16(std::min(from.steps + 1, Crawl::mostSteps + 1)),
                              .refreshes = quint8(link.refresh ? from.refreshes + 1 : 0),
                              .referrer = link.referrer,
                              .parent = quint32(page)};
        if (link.refresh && !from.followed)
            job.crawl->addSeed(link.url); // as with a redirect
        if (outcome.privatePeer)
            job.crawl->addOwnHost(link.url);
        if (isFollowed(job, link, place))
            items.append({link.url, place, link.carried});
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
    QList<NewItem> fresh;
    const auto block = std::make_shared<item::UrlBlock>(state.items.nextId(), job.row.id);
    for (const auto &item : items) {
        if (job.crawl->isFull())
            break;
        if (item.place.followed && job.crawl->isTooMany()) {
            sayLeft(job, Crawl::Left::TooMany, item.url);
            break;
        }
        const auto id = item::ItemId(qint64(block->first()) + block->size());
        if (!duplicates->insert(job.row.id, item.url, {}, id, *block))
            continue;
        block->append(item.url);
        batch.places.append(
            {id, page, item.place.page, item.place.depth, item.carried, item.place.referrer});
        fresh.append(item);
        job.crawl->taken();
        if (item.place.followed)
            job.crawl->found();
    }
    if (block->size() == 0)
        return;
    block->squeeze();
    state.append(block);
    for (qsizetype i = 0; i < fresh.size(); ++i)
        state.items.setPlace(batch.places[i].id, fresh[i].place, fresh[i].carried);
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

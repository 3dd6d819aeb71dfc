// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine_p.h"

#include "item/cookielines.h"
#include "item/recipejson.h"

#include <algorithm>

namespace trawl::engine {

item::Request Engine::Private::requestFor(item::ItemId id) const
{
    const auto job = state.items.job(id);
    item::Request request;
    request.id = id;
    request.url = state.items.url(id).toByteArray();
    const auto &itsOptions = state.jobs.job(job).options;
    const auto place = state.items.place(id);
    if (itsOptions.saves(place.page))
        request.partPath = state.jobs.partPath(job, id);
    else
        request.maxBytes = itsOptions.recipe.maxPageBytes;
    if (place.page == item::sitemapPage)
        request.look = item::Look::Sitemap;
    else if (!itsOptions.recipe.isEmpty())
        request.look = item::Look::Page;
    request.page = place.page;
    request.carried = state.items.carried(id);
    request.job = job;
    request.host = state.items.row(id).host;
    request.rate = itsOptions.itemBytesPerSecond;
    const auto &said = state.items.options(id);
    request.headers = said.headers;
    request.size = said.size;
    request.mirrors = said.mirrors;
    request.checksum = said.checksum;
    request.credentials = said.credentials;
    request.chain = m_chains.value(id);
    request.asksAtRedirect = place.followed;
    request.publicOnly = place.followed && isForeign(job, urlNow(id));
    const auto isReferer = [](const item::Header &header) {
        return header.name.compare("referer", Qt::CaseInsensitive) == 0;
    };
    const auto names = [&](const item::Headers &headers) {
        return std::any_of(headers.begin(), headers.end(), isReferer);
    };
    if (const auto page = state.items.referrer(id);
        !page.isEmpty() && !names(itsOptions.transfer.headers) && !names(said.headers))
        request.headers.append({"Referer", page});
    return request;
}

/// A page led there, and the list names no such host.
bool Engine::Private::isForeign(item::JobId id, QByteArrayView url) const
{
    const auto &job = state.jobs.job(id);
    return !job.options.transfer.allowPrivate && job.crawl && !job.crawl->isOwnHost(url);
}

Job &Engine::Private::addJob(const store::JobRow &row)
{
    auto &job = state.jobs.add(row);
    if (row.options.isEmpty())
        job.options.transfer = options.settings;
    return job;
}

void Engine::Private::adoptOptions(const JobSpec &spec)
{
    if (spec.source.isEmpty() || stuck || closing)
        return;
    for (auto &job : state.jobs.all()) {
        const bool sameList = job.row.source == spec.source ||
                              job.row.source.startsWith(spec.source + '#'); // see importer.cpp
        if (sameList && job.row.directory == spec.directory)
            useSpec(job, spec);
    }
}

void Engine::Private::useSpec(Job &job, const JobSpec &spec)
{
    auto row = job.row;
    if (spec.options) {
        const bool sameRecipe = job.options.recipe == spec.options->recipe;
        JobTable::setOptions(job, *spec.options);
        if (!sameRecipe)
            prepareCrawl(job);
        row.options = toJson(*spec.options);
    }
    if (spec.options && job.crawl)
        addSitemaps(job);
    pool->addCookies(row.id, spec.cookies);
    row.cookies = pool->cookies(row.id);
    briefPool(job);
    if (row.options == job.row.options && row.cookies == job.row.cookies)
        return;
    job.row = row;
    store->updateJob(row);
}

void Engine::Private::setJobOptions(item::JobId id, const JobOptions &jobOptions)
{
    if (stuck || closing || !hasJob(id))
        return;
    if (const auto why = whyBadTemplate(jobOptions); !why.isEmpty()) {
        Q_EMIT q.logged(why);
        return;
    }
    JobSpec spec;
    spec.options = jobOptions;
    useSpec(state.jobs.job(id), spec);
    somethingNew = true;
    pump();
}

void Engine::Private::setOptions(EngineOptions next)
{
    next.sessionPath = options.sessionPath;
    next.workerProgram = options.workerProgram;
    next.fetches = options.fetches;
    next.retryBaseMs = options.retryBaseMs;
    next.retryCapMs = options.retryCapMs;
    next.settings.stack = options.settings.stack;
    const auto before = std::exchange(options, std::move(next));
    if (hostDefaults(before) != hostDefaults(options) || before.retries != options.retries) {
        scheduler.setDefaults(hostDefaults(options), options.retries);
        for (queue::HostIndex host = 0; host < state.hosts.size(); ++host)
            limitStarts(host);
    }
    applyRate();
    lookAtSchedule();
    if (pool) {
        pool->setWorkers(options.workers);
        pool->setWindow(options.settings.connections);
        pool->setRecycling(options.recycleAfterTasks, options.recycleRssBytes);
    }
    if (before.settings != options.settings)
        presetJobs();
    pump();
}

/// For those that have no options of their own.
void Engine::Private::presetJobs()
{
    for (auto &job : state.jobs.all()) {
        if (!hasJob(job.row.id) || !job.row.options.isEmpty())
            continue;
        job.options.transfer = options.settings;
        briefPool(job);
    }
}

void Engine::Private::renameJob(item::JobId id, const QString &name)
{
    if (stuck || closing || !hasJob(id))
        return;
    auto &row = state.jobs.job(id).row;
    row.name = name;
    store->updateJob(row);
    somethingNew = true;
}

void Engine::Private::briefPool(const Job &job)
{
    auto settings = job.options.transfer;
    settings.stack = options.settings.stack;
    settings.connections = options.settings.connections;
    pool->setJob(job.row.id, settings, item::toJson(job.options.recipe));
    limitJob(job);
}

void Engine::Private::keepCookies()
{
    for (const auto id : std::exchange(newCookies, {})) {
        if (!hasJob(id))
            continue;
        auto &job = state.jobs.job(id).row;
        job.cookies = pool->cookies(id);
        store->updateJob(job);
    }
}

} // namespace trawl::engine

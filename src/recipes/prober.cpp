// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/prober.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace trawl::recipes {

Prober::Prober(desktop::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    auto *engine = session.thread().engine();
    qRegisterMetaType<engine::PageSample>();
    qRegisterMetaType<item::ProbeAnswer>();
    connect(engine, &engine::Engine::sampled, this, &Prober::takeSample, Qt::QueuedConnection);
    connect(engine, &engine::Engine::probed, this, &Prober::takeAnswer, Qt::QueuedConnection);
}

Prober::~Prober()
{
    for (const auto &page : m_pages)
        giveUp(page);
}

int Prober::fetch(const QByteArray &url, const item::TransferSettings &settings)
{
    auto index = indexOf(url);
    if (index < 0 && m_pages.size() >= std::size_t(mostPages))
        return -1;
    if (index < 0) {
        index = int(m_pages.size());
        m_pages.push_back({url, SampledPage::State::Failed, {}, 0});
        Q_EMIT pagesChanged();
    }
    auto &page = m_pages[std::size_t(index)];
    if (page.state == SampledPage::State::Fetching)
        return index;
    page.state = SampledPage::State::Fetching;
    page.number = nextNumber();
    m_session.post([number = page.number, url, settings](engine::Engine &engine) {
        engine.samplePage(number, url, settings);
    });
    Q_EMIT pageChanged(index);
    return index;
}

void Prober::remove(int page)
{
    if (page < 0 || page >= int(m_pages.size()))
        return;
    giveUp(m_pages[std::size_t(page)]);
    m_pages.erase(m_pages.begin() + page);
    Q_EMIT pagesChanged();
}

void Prober::giveUp(const SampledPage &page)
{
    if (page.state == SampledPage::State::Fetching)
        m_session.post(
            [number = page.number](engine::Engine &engine) { engine.cancelSample(number); });
}

void Prober::takeSample(const engine::PageSample &sample)
{
    const auto page = std::ranges::find(m_pages, sample.number, &SampledPage::number);
    if (page == m_pages.end())
        return; // another editor's, or one that was removed
    page->sample = sample;
    page->state = sample.body ? SampledPage::State::There : SampledPage::State::Failed;
    Q_EMIT pageChanged(int(page - m_pages.begin()));
}

void Prober::tryOut(const Trial &trial, int shown, std::optional<item::RecipePlace> located,
                    bool wantsSource)
{
    const bool known = shown >= 0 && shown < int(m_pages.size());
    Wish wish{trial, known ? m_pages[std::size_t(shown)].url : QByteArray(), located, wantsSource};
    if (isTrying())
        m_next = std::move(wish);
    else
        start(wish);
}

void Prober::start(const Wish &wish)
{
    m_trial = wish.trial;
    for (const auto &page : m_pages) {
        if (page.state != SampledPage::State::There)
            continue;
        item::Probe probe;
        probe.number = nextNumber();
        probe.recipe = wish.trial.recipe;
        probe.url = page.sample.finalUrl;
        probe.contentType = page.sample.contentType;
        probe.bodyPath = page.sample.body->path();
        if (page.url == wish.shown) {
            probe.located = wish.located;
            probe.wantsSource = wish.wantsSource;
            probe.comparesTrees = true;
        }
        m_asked.insert(probe.number, {page.url, page.sample});
        m_session.post([probe](engine::Engine &engine) { engine.probe(probe); });
    }
    if (m_asked.isEmpty())
        Q_EMIT tried();
}

void Prober::takeAnswer(const item::ProbeAnswer &answer)
{
    const auto asked = m_asked.constFind(answer.number);
    if (asked == m_asked.constEnd())
        return;
    const auto page = indexOf(asked->first);
    m_asked.erase(asked);
    if (page >= 0)
        Q_EMIT answered(page, m_trial, answer);
    if (isTrying())
        return;
    if (const auto next = std::exchange(m_next, {}))
        start(*next);
    else
        Q_EMIT tried();
}

int Prober::indexOf(const QByteArray &url) const
{
    const auto page = std::ranges::find(m_pages, url, &SampledPage::url);
    return page == m_pages.end() ? -1 : int(page - m_pages.begin());
}

quint64 Prober::nextNumber()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

} // namespace trawl::recipes

#include "moc_prober.cpp"

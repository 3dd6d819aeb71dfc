// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/session.h"
#include "engine/pagesample.h"
#include "item/probe.h"
#include "item/settings.h"
#include "recipes/trial.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace trawl::recipes {

/// One page that a recipe is tried on.
struct SampledPage
{
    enum class State { Fetching, Failed, There };

    QByteArray url;
    State state = State::Fetching;
    engine::PageSample sample; ///< unless Fetching
    quint64 number = 0;        ///< of its request
};

/// Fetches sample pages and tries a draft on all of them; everything is done by engine and workers.
/// Of several drafts that come while one is being tried only the last is tried.
class Prober : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostPages = 20;

    explicit Prober(desktop::Session &session, QObject *parent = nullptr);
    ~Prober() override; ///< gives up what is being fetched

    [[nodiscard]] const std::vector<SampledPage> &pages() const { return m_pages; }
    /// Fetches a page, again if it is there already. Answers its index; -1 = there are too many.
    int fetch(const QByteArray &url, const item::TransferSettings &settings);
    void remove(int page);

    /// Tries it on each page that is there. `shown` is the one whose source is being looked at: for
    /// it the place of matches is asked for, and its source if `wantsSource`.
    void tryOut(const Trial &trial, int shown, std::optional<item::RecipePlace> located,
                bool wantsSource);
    [[nodiscard]] bool isTrying() const { return !m_asked.isEmpty(); }

Q_SIGNALS:
    void pageChanged(int page); ///< it came, or could not be had
    void pagesChanged();        ///< one more or one less
    /// One page's word on a trial.
    void answered(int page, const trawl::recipes::Trial &trial,
                  const trawl::item::ProbeAnswer &answer);
    void tried(); ///< all pages have answered, nothing waits

private:
    struct Wish
    {
        Trial trial;
        QByteArray shown; ///< by URL: pages may go meanwhile
        std::optional<item::RecipePlace> located;
        bool wantsSource = false;
    };

    void giveUp(const SampledPage &page);
    void takeSample(const engine::PageSample &sample);
    void takeAnswer(const item::ProbeAnswer &answer);
    void start(const Wish &wish);
    [[nodiscard]] int indexOf(const QByteArray &url) const;
    [[nodiscard]] static quint64 nextNumber();

    desktop::Session &m_session;
    std::vector<SampledPage> m_pages;
    /// Probes under way: the page's URL and its sample, whose body must stay.
    QHash<quint64, std::pair<QByteArray, engine::PageSample>> m_asked;
    Trial m_trial; ///< of the probes under way
    std::optional<Wish> m_next;
};

} // namespace trawl::recipes

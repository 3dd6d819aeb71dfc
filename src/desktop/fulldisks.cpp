// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fulldisks.h"

#include "desktop/offerbar.h"
#include "desktop/session.h"

#include <QVBoxLayout>

#include <ranges>
#include <utility>

namespace trawl::desktop {

FullDisks::FullDisks(QWidget *parent)
    : QWidget(parent)
    , m_ask(&RoomWatch::ask)
    , m_everyMs(RoomWatch::usualMs)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void FullDisks::setAsking(RoomWatch::Ask ask, int everyMs)
{
    m_ask = std::move(ask);
    m_everyMs = everyMs;
}

void FullDisks::watch(Session &session)
{
    connect(&session, &Session::diskFull, this, &FullDisks::wait);
    connect(&session, &Session::changed, this,
            [this](const engine::ChangeSet &changes) { apply(changes.jobs); });
    connect(this, &FullDisks::goOn, &session, [&session](const QList<item::JobId> &jobs) {
        session.post([jobs](engine::Engine &engine) {
            for (const auto job : jobs)
                engine.resumeJob(job);
        });
    });
}

void FullDisks::wait(const engine::FullDisk &disk)
{
    auto &watch = m_watches[disk.disk];
    if (!watch)
        watch = makeWatch();
    watch->wait(disk);
}

void FullDisks::apply(const QList<engine::JobState> &jobs)
{
    for (auto *watch : m_watches | std::views::values)
        watch->apply(jobs);
}

RoomWatch *FullDisks::makeWatch()
{
    auto *bar = new OfferBar(QStringLiteral("warning"), this);
    layout()->addWidget(bar);
    auto *watch = new RoomWatch(*bar, m_ask, m_everyMs, bar);
    connect(watch, &RoomWatch::goOn, this, &FullDisks::goOn);
    return watch;
}

} // namespace trawl::desktop

#include "moc_fulldisks.cpp"

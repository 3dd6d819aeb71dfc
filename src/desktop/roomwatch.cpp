// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/roomwatch.h"

#include "desktop/offerbar.h"
#include "desktop/offthread.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace trawl::desktop {

namespace {

/// So much more than before is worth another try; of a small disk a twentieth.
constexpr qint64 worthwhile = 64 << 20;

} // namespace

RoomWatch::RoomWatch(OfferBar &bar, Ask ask, int everyMs, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_ask(std::move(ask))
{
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &RoomWatch::look);
}

std::optional<Room> RoomWatch::ask(const QString &directory)
{
    std::error_code error;
    const auto disk = std::filesystem::space(directory.toStdString(), error);
    if (error)
        return std::nullopt;
    return Room{qint64(disk.available), qint64(disk.capacity)};
}

void RoomWatch::wait(const engine::FullDisk &disk)
{
    m_disk = disk;
    m_before.reset();
    m_bar.show(sentence(), {{tr("&Go on now"), [this] { finish(); }},
                            {tr("&Leave them paused"), [this] { m_timer.stop(); }}});
    m_timer.start();
    look();
}

QString RoomWatch::sentence() const
{
    return tr("There is no room left on the disk of %1. %Ln link(s) wait and go on when there is.",
              nullptr, int(m_disk.waiting))
        .arg(m_disk.directory);
}

void RoomWatch::apply(const QList<engine::JobState> &jobs)
{
    if (!m_timer.isActive())
        return;
    m_disk.waiting = 0;
    m_disk.jobs.removeIf([&](item::JobId id) {
        const auto job = std::ranges::find(jobs, id, &engine::JobState::id);
        if (job == jobs.end() || !job->paused)
            return true;
        m_disk.waiting += job->counts.open() + job->counts.paused;
        return false;
    });
    if (!m_disk.jobs.isEmpty())
        return m_bar.setText(sentence());
    m_timer.stop();
    m_bar.hide();
}

void RoomWatch::look()
{
    if (std::exchange(m_asking, true))
        return;
    offThread(
        this, [ask = m_ask, directory = m_disk.directory] { return ask(directory); },
        [this](const std::optional<Room> &now) {
            m_asking = false;
            compare(now);
        });
}

void RoomWatch::compare(const std::optional<Room> &now)
{
    if (!now || !m_timer.isActive())
        return;
    if (!m_before)
        m_before = now;
    else if (now->free - m_before->free >= std::min(worthwhile, now->total / 20))
        finish();
}

void RoomWatch::finish()
{
    m_timer.stop();
    m_bar.hide();
    Q_EMIT goOn(m_disk.jobs);
}

} // namespace trawl::desktop

#include "moc_roomwatch.cpp"

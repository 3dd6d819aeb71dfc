// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/statusline.h"

#include "models/texts.h"

#include <algorithm>

namespace trawl::windows {

using models::Texts;

namespace {

constexpr int paceMs = 500;
constexpr qint64 slowestMs = 3000;

bool canWork(const engine::WorkerInfo &worker)
{
    return worker.state == engine::WorkerState::Ready;
}

qint64 secondsLeftOf(const engine::RowState &row)
{
    if (row.status != item::Status::Running || row.total < 0 || row.bytesPerSecond <= 0)
        return -1;
    return std::max(row.total - row.bytes, qint64(0)) / row.bytesPerSecond;
}

} // namespace

StatusFacts StatusFacts::of(const engine::ChangeSet &changes)
{
    StatusFacts facts{changes.counts,
                      changes.bytesPerSecond,
                      changes.requestsPerSecond,
                      int(std::ranges::count_if(changes.workers, canWork)),
                      changes.offline,
                      changes.offHours,
                      changes.awaitedFolder};
    for (const auto &row : changes.rows)
        facts.slowest = std::max(facts.slowest, secondsLeftOf(row));
    return facts;
}

qint64 StatusFacts::secondsLeft() const
{
    if (counts.open() == 0)
        return -1;
    // Sizes are known of what runs only; for the rest, how many ended lately says how fast it goes.
    const auto rest =
        requestsPerSecond > 0 ? qint64(double(counts.open()) / requestsPerSecond) + 1 : -1;
    return std::max(rest, slowest);
}

QString statusText(const StatusFacts &facts)
{
    const auto &counts = facts.counts;
    QStringList parts;
    if (counts.total() > 0) {
        parts << StatusLine::tr("%1/%2 done")
                     .arg(Texts::count(counts.done), Texts::count(counts.total()));
    }
    if (counts.failed > 0)
        parts << StatusLine::tr("%1 failed").arg(Texts::count(counts.failed));
    if (counts.paused > 0)
        parts << StatusLine::tr("%1 paused").arg(Texts::count(counts.paused));
    if (facts.offline)
        parts << StatusLine::tr("waiting for the network");
    if (facts.offHours)
        parts << StatusLine::tr("off by the schedule");
    if (!facts.awaitedFolder.isEmpty())
        parts << StatusLine::tr("waiting for the folder %1").arg(facts.awaitedFolder);
    if (const auto rate = Texts::rate(facts.bytesPerSecond); !rate.isEmpty())
        parts << rate;
    if (const auto left = facts.secondsLeft(); left >= 0)
        parts << StatusLine::tr("%1 left").arg(Texts::timeLeft(left));
    parts << StatusLine::tr("%Ln worker(s)", nullptr, facts.workers);
    return parts.join(QStringLiteral(" · "));
}

QString titleText(const engine::Counts &counts)
{
    if (counts.open() + counts.paused == 0)
        return QStringLiteral("Trawl");
    const auto ended = counts.done + counts.failed + counts.skipped;
    return StatusLine::tr("%1 · Trawl").arg(Texts::percent(int(ended * 100 / counts.total())));
}

StatusLine::StatusLine(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(statusText(m_facts));
    m_pace.setSingleShot(true);
    m_pace.setInterval(paceMs);
    connect(&m_pace, &QTimer::timeout, this, [this] {
        if (m_stale)
            refresh();
    });
}

void StatusLine::setFacts(const StatusFacts &facts)
{
    const auto slowest = m_facts.slowest;
    m_facts = facts;
    // Not every change set has the slowest item in it.
    if (facts.slowest >= 0)
        m_sinceSlowest.start();
    else if (m_sinceSlowest.isValid() && !m_sinceSlowest.hasExpired(slowestMs))
        m_facts.slowest = slowest;
    if (m_pace.isActive())
        m_stale = true;
    else
        refresh();
}

void StatusLine::refresh()
{
    m_stale = false;
    setText(statusText(m_facts));
    Q_EMIT titleChanged(titleText(m_facts.counts));
    m_pace.start();
}

} // namespace trawl::windows

#include "moc_statusline.cpp"

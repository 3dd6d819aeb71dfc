// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>

namespace trawl::windows {

/// What the status bar and the window's title are made of.
struct StatusFacts
{
    engine::Counts counts;
    double bytesPerSecond = 0;
    double requestsPerSecond = 0;
    int workers = 0; ///< that can work
    bool offline = false;
    bool offHours = false;
    QString awaitedFolder; ///< that cannot be written to now; empty = none
    qint64 slowest = -1;   ///< seconds that the longest running item still takes; -1 = unknown

    [[nodiscard]] static StatusFacts of(const engine::ChangeSet &changes);
    /// -1 = unknown.
    [[nodiscard]] qint64 secondsLeft() const;
};

/// "8 412/10 000 done · 12 failed · 84 MB/s · 3 min left · 2 workers"
[[nodiscard]] QString statusText(const StatusFacts &facts);
/// "84% · Trawl" while there is something to do, else "Trawl".
[[nodiscard]] QString titleText(const engine::Counts &counts);

/// The standing line of the status bar; its numbers change twice a second at the most.
class StatusLine : public QLabel
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setFacts(const StatusFacts &facts);

Q_SIGNALS:
    void titleChanged(const QString &title);

private:
    void refresh();

    StatusFacts m_facts;
    QElapsedTimer m_sinceSlowest;
    QTimer m_pace;
    bool m_stale = false;
};

} // namespace trawl::windows

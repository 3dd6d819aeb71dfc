// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/roomwatch.h"

#include <QWidget>

#include <map>

namespace trawl::desktop {

class Session;

/// Where the window tells of full disks: a bar for each, since each has room again at its own time.
class FullDisks : public QWidget
{
    Q_OBJECT

public:
    explicit FullDisks(QWidget *parent = nullptr);

    /// How disks are asked, and how often; for the real ones nothing need be said.
    void setAsking(RoomWatch::Ask ask, int everyMs);
    /// Tells of the session's disks and lets its jobs go on.
    void watch(Session &session);
    void wait(const engine::FullDisk &disk);
    void apply(const QList<engine::JobState> &jobs);

Q_SIGNALS:
    void goOn(const QList<trawl::item::JobId> &jobs);

private:
    [[nodiscard]] RoomWatch *makeWatch();

    RoomWatch::Ask m_ask;
    int m_everyMs;
    std::map<std::optional<quint64>, RoomWatch *> m_watches; ///< by disk
};

} // namespace trawl::desktop

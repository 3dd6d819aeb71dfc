// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "engine/fulldisk.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace trawl::desktop {

class OfferBar;

/// Room on a disk, in bytes; nothing if the disk does not tell.
struct Room
{
    qint64 free = 0;
    qint64 total = 0;
};

/// Says that a disk is full and what waits for it, looks every few seconds whether there is room
/// again, and lets it go on then. A job that somebody resumes meanwhile is not waited for. One
/// disk's own; FullDisks has those of all.
class RoomWatch : public QObject
{
    Q_OBJECT

public:
    using Ask = std::function<std::optional<Room>(const QString &directory)>;

    /// `ask` is called on threads of its own and may take long.
    RoomWatch(OfferBar &bar, Ask ask, int everyMs, QObject *parent = nullptr);

    void wait(const engine::FullDisk &disk);
    void apply(const QList<engine::JobState> &jobs);

    [[nodiscard]] static std::optional<Room> ask(const QString &directory);
    static constexpr int usualMs = 5000;

Q_SIGNALS:
    void goOn(const QList<trawl::item::JobId> &jobs);

private:
    [[nodiscard]] QString sentence() const;
    void look();
    void compare(const std::optional<Room> &now);
    void finish();

    OfferBar &m_bar;
    Ask m_ask;
    QTimer m_timer;
    engine::FullDisk m_disk;
    std::optional<Room> m_before; ///< when it was full
    bool m_asking = false;
};

} // namespace trawl::desktop

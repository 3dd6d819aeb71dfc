// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace trawl::adding {

/// What is known of a folder that files are to go to.
struct DestinationState
{
    bool known = false;
    bool writable = false; ///< it, or what it would be made in
    bool isFile = false;
    qint64 freeBytes = -1; ///< -1 = not known

    /// It is known that no file can be there.
    [[nodiscard]] bool isUnusable() const { return known && !writable; }
};

/// Looks at a folder a moment after it was typed, beside the window: a network's disk may hang.
class DestinationCheck : public QObject
{
    Q_OBJECT

public:
    explicit DestinationCheck(QObject *parent = nullptr);

    void check(const QString &directory);
    /// Without waiting for more to be typed.
    void checkNow();

Q_SIGNALS:
    void checked(const trawl::adding::DestinationState &state);

private:
    void look();

    QString m_directory;
    QTimer m_pause;
};

} // namespace trawl::adding

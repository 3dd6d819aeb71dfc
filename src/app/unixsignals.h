// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace trawl::app {

/// Turns SIGTERM, SIGINT and SIGHUP into a signal on the window's thread. One a process.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endRequested();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace trawl::app

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>

#include <thread>
#include <utility>

namespace trawl::desktop {

/// Runs work() on a thread of its own and then done(its answer) on the caller's, if `context` is
/// still there. Nobody ever waits for it, so it may ask a disk that hangs.
template <typename Work, typename Done> void offThread(QObject *context, Work work, Done done)
{
    std::thread([guard = QPointer<QObject>(context), work = std::move(work),
                 done = std::move(done)]() mutable {
        auto answer = work();
        auto *application = QCoreApplication::instance();
        if (!application)
            return;
        QMetaObject::invokeMethod(
            application,
            [guard = std::move(guard), done = std::move(done),
             answer = std::move(answer)]() mutable {
                if (guard)
                    done(std::move(answer));
            },
            Qt::QueuedConnection);
    }).detach();
}

} // namespace trawl::desktop

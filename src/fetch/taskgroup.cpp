// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/taskgroup.h"

#include <QCoreApplication>

#include <utility>

namespace trawl::fetch {

TaskGroup::TaskGroup()
    : m_state(std::make_shared<State>())
{
}

TaskGroup::Ticket::Ticket(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
    ++m_state->running;
}

TaskGroup::Ticket::~Ticket()
{
    if (--m_state->running > 0 || m_state->waiting.empty())
        return;
    // The child is still on the stack here.
    const auto resumeAll = [state = m_state] {
        if (state->running > 0)
            return;
        for (const auto handle : std::exchange(state->waiting, {}))
            handle.resume();
    };
    QMetaObject::invokeMethod(QCoreApplication::instance(), resumeAll, Qt::QueuedConnection);
}

} // namespace trawl::fetch

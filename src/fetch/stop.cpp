// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/stop.h"

#include <utility>

namespace trawl::fetch {

struct StopToken::Registration::Slot
{
    std::function<void()> callback; ///< empty: run, or its registration is gone
};

struct StopToken::State
{
    bool stopped = false;
    std::vector<std::shared_ptr<Registration::Slot>> slots;
};

StopToken::StopToken()
    : m_state(std::make_shared<State>())
{
}

bool StopToken::stopRequested() const
{
    return m_state->stopped;
}

void StopToken::requestStop() const
{
    if (std::exchange(m_state->stopped, true))
        return;
    // A callback may destroy this token or any registration, its own included.
    const auto slots = std::exchange(m_state->slots, {});
    for (const auto &slot : slots) {
        if (const auto callback = std::exchange(slot->callback, nullptr))
            callback();
    }
}

StopToken::Registration StopToken::onStop(std::function<void()> callback) const
{
    Registration registration;
    if (m_state->stopped) {
        callback();
        return registration;
    }
    std::erase_if(m_state->slots, [](const auto &slot) { return !slot->callback; });
    registration.m_slot = std::make_shared<Registration::Slot>();
    registration.m_slot->callback = std::move(callback);
    m_state->slots.push_back(registration.m_slot);
    return registration;
}

StopToken::Registration::Registration(Registration &&) noexcept = default;

StopToken::Registration &StopToken::Registration::operator=(Registration &&other) noexcept
{
    Registration old(std::move(*this));
    m_slot = std::move(other.m_slot);
    return *this;
}

StopToken::Registration::~Registration()
{
    if (m_slot)
        m_slot->callback = nullptr;
}

} // namespace trawl::fetch

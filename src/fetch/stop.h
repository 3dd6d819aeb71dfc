// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace trawl::fetch {

/// Cooperative cancelling for coroutines of one thread (QCoro 0.8 has none). The source asks; the
/// token's callbacks run at once, each at most one time.
class StopToken
{
public:
    StopToken();
    [[nodiscard]] bool stopRequested() const;
    void requestStop() const;

    /// Removes its callback when it goes.
    class Registration
    {
    public:
        Registration() = default;
        Registration(Registration &&) noexcept;
        Registration &operator=(Registration &&) noexcept;
        ~Registration();

    private:
        friend class StopToken;
        struct Slot;
        std::shared_ptr<Slot> m_slot;
    };
    /// Called at once when the stop was asked before.
    [[nodiscard]] Registration onStop(std::function<void()> callback) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace trawl::fetch

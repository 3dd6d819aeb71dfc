// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QString>

#include <tl/expected.hpp>

namespace trawl::store {

/// Keeps a session file to one process: an flock() on "<file>.lock", which the system drops when
/// the process ends in whatever way. The lock's file itself means nothing; it holds the owner's
/// process id for the message that the second one gets.
class SessionLock
{
public:
    SessionLock() = default;
    SessionLock(SessionLock &&other) noexcept;
    SessionLock &operator=(SessionLock &&other) noexcept;
    ~SessionLock(); ///< removes the file

    /// A failure that is temporary: another process has it.
    [[nodiscard]] static tl::expected<SessionLock, item::Failure> take(const QString &sessionPath);

private:
    QByteArray m_path;
    int m_descriptor = -1;
};

} // namespace trawl::store

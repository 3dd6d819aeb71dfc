// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

/// What a process leaves on the disk when it is killed must be told from what a living one has. So
/// each such file or directory is held by a lock that the system drops with its process.
namespace trawl::scratch {

/// What is open for reading, without waiting for anybody, and closed with the object.
class Handle
{
public:
    Handle(int directory, const char *name, int flags);
    ~Handle();
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    [[nodiscard]] int get() const { return m_descriptor; } ///< -1 = it could not be opened

private:
    int m_descriptor;
};

/// Locks what was just made and is open there until that is closed. False: a sweep has taken it
/// for a dead process's meanwhile, and one with another name must be made. A file system without
/// locks holds nothing, and nothing is swept there.
[[nodiscard]] bool hold(int descriptor);

/// It is this user's and of that kind (S_IFREG, S_IFDIR), and no living process holds it; this one
/// does from now on.
[[nodiscard]] bool isAbandoned(int descriptor, mode_t kind);

} // namespace trawl::scratch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trawl::faults {

/// From here on this process has mounts of its own: as root, else in a user namespace. False where
/// neither is allowed. Must be called before there are threads.
[[nodiscard]] bool takeMounts();
/// The same with a network of its own, in which only loopback is there, up.
[[nodiscard]] bool takeMountsAndNetwork();
/// Takes loopback down, and with it every way to every host, or up again.
bool setNetworkUp(bool up);
/// Gives loopback one more IPv4 address.
[[nodiscard]] bool addLoopbackAddress(const char *address);

} // namespace trawl::faults

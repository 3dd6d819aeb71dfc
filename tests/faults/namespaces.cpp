// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/namespaces.h"

#include "cli/trawlc.h"

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace trawl::faults {

namespace {

bool tryToTake(int what)
{
    const auto uid = ::getuid();
    const auto gid = ::getgid();
    if (::unshare(what) != 0) {
        if (::unshare(what | CLONE_NEWUSER) != 0)
            return false;
        writeFile(QStringLiteral("/proc/self/setgroups"), "deny");
        writeFile(QStringLiteral("/proc/self/uid_map"), "0 " + QByteArray::number(uid) + " 1");
        writeFile(QStringLiteral("/proc/self/gid_map"), "0 " + QByteArray::number(gid) + " 1");
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A child tries it first: where only half of it is allowed (in a chroot) there is no way back, and
/// a process that has left its mounts does not find its own program any more.
bool take(int what)
{
    const auto child = ::fork();
    if (child == 0)
        ::_exit(tryToTake(what) ? 0 : 1);
    int status = -1;
    return child > 0 && ::waitpid(child, &status, 0) == child && status == 0 && tryToTake(what);
}

} // namespace

bool takeMounts()
{
    return take(CLONE_NEWNS);
}

bool takeMountsAndNetwork()
{
    return take(CLONE_NEWNS | CLONE_NEWNET) && setNetworkUp(true);
}

bool setNetworkUp(bool up)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request = {};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = up ? IFF_UP | IFF_RUNNING : 0;
    const bool done = ::ioctl(fd, SIOCSIFFLAGS, &request) == 0;
    ::close(fd);
    return done;
}

bool addLoopbackAddress(const char *address)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request = {};
    std::strcpy(request.ifr_name, "lo:1");
    sockaddr_in wanted = {};
    wanted.sin_family = AF_INET;
    ::inet_pton(AF_INET, address, &wanted.sin_addr);
    std::memcpy(&request.ifr_addr, &wanted, sizeof wanted);
    const bool done = ::ioctl(fd, SIOCSIFADDR, &request) == 0;
    ::close(fd);
    return done;
}

} // namespace trawl::faults

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loaded ahead of libc (LD_PRELOAD) into trawlc and its workers: fails the Nth call of a kind,
// keeps a journal of what was written and not synced, and sets the clock. Only files whose paths
// begin with TRAWL_SHIM_UNDER count. It does what its environment says:
//
//   TRAWL_SHIM_FAIL   PROGRAM:KIND:N:ERRNO  kinds: open write sync rename close allocate
//   TRAWL_SHIM_FIRED  a file that is made when that call has failed; nothing fails while it is
//   there TRAWL_SHIM_JOURNAL  a file to which each write, sync and rename adds a line
//   TRAWL_SHIM_ROOM   a file that holds how many bytes more may be written: the disk is full then
//   TRAWL_SHIM_CLOCK  a file that holds the seconds by which CLOCK_REALTIME is off

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

template <typename Function> Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

constexpr int mostFds = 4096;
std::atomic<bool> ours[mostFds]; // NOLINT: plain memory, there before any constructor

const char *setting(const char *name)
{
    const char *value = std::getenv(name);
    return value && *value ? value : nullptr;
}

bool isUnder(const char *path)
{
    static const char *const prefix = setting("TRAWL_SHIM_UNDER");
    return prefix && path && std::strncmp(path, prefix, std::strlen(prefix)) == 0;
}

bool counts(int fd)
{
    return fd >= 0 && fd < mostFds && ours[fd];
}

struct Plan
{
    char program[32] = {};
    char kind[16] = {};
    int number = 0;
    int error = 0;
    const char *fired = nullptr;

    Plan()
    {
        const char *text = setting("TRAWL_SHIM_FAIL");
        fired = setting("TRAWL_SHIM_FIRED");
        if (!text ||
            std::sscanf(text, "%31[^:]:%15[^:]:%d:%d", program, kind, &number, &error) != 4 ||
            std::strcmp(program, program_invocation_short_name) != 0)
            number = 0;
    }
};

/// True when this call has to fail; errno is set then.
bool fails(const char *kind)
{
    static const Plan plan;
    static std::atomic<int> seen = 0;
    if (plan.number == 0 || std::strcmp(kind, plan.kind) != 0 || ++seen != plan.number)
        return false;
    const long fd = syscall(SYS_open, plan.fired, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (fd < 0)
        return false; // once is enough, also when a worker was started anew
    syscall(SYS_close, fd);
    errno = plan.error;
    return true;
}

// A line is one write to a file opened for appending: whole, whoever writes and dies.
void journal(const char *format, ...)
{
    static const char *const path = setting("TRAWL_SHIM_JOURNAL");
    if (!path)
        return;
    static const long fd = syscall(SYS_open, path, O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0666);
    char line[9000];
    va_list arguments;
    va_start(arguments, format);
    const int length = std::vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    const int error = errno;
    syscall(SYS_write, fd, line, length);
    errno = error;
}

unsigned long inode(int fd)
{
    struct stat info = {};
    return ::fstat(fd, &info) == 0 ? info.st_ino : 0;
}

void wrote(int fd, long offset, long size)
{
    if (setting("TRAWL_SHIM_JOURNAL"))
        journal("w %lu %ld %ld\n", inode(fd), offset, size);
}

int opened(int fd, const char *path)
{
    if (fd < 0 || fd >= mostFds)
        return fd;
    ours[fd] = isUnder(path);
    struct stat info = {};
    if (ours[fd] && ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size == 0)
        journal("n %lu\n", info.st_ino);
    return fd;
}

template <typename Real, typename... Arguments>
int openAs(Real real, const char *path, Arguments... arguments)
{
    if (isUnder(path) && fails("open"))
        return -1;
    return opened(real(arguments...), path);
}

int openPath(const char *path, int flags, mode_t mode)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    return openAs(real, path, path, flags, mode);
}

int sync(int fd, int (*real)(int))
{
    if (counts(fd) && fails("sync"))
        return -1;
    const int result = real(fd);
    if (counts(fd) && result == 0)
        journal("s %lu\n", inode(fd));
    return result;
}

int renamed(const char *from, const char *to, int result)
{
    if (result == 0 && isUnder(to))
        journal("r %s\t%s\n", from, to);
    return result;
}

bool renameFails(const char *to)
{
    return isUnder(to) && fails("rename");
}

/// A number that the test, trawlc and its workers share; nullptr = not set.
std::atomic<int64_t> *sharedNumber(const char *name)
{
    const char *path = setting(name);
    const long fd = path ? syscall(SYS_open, path, O_RDWR | O_CLOEXEC) : -1;
    if (fd < 0)
        return nullptr;
    void *place = ::mmap(nullptr, sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, int(fd), 0);
    syscall(SYS_close, fd);
    return place == MAP_FAILED ? nullptr : static_cast<std::atomic<int64_t> *>(place);
}

/// By how many seconds the clock is off.
int64_t clockOffset()
{
    static const auto *const seconds = sharedNumber("TRAWL_SHIM_CLOCK");
    return seconds ? seconds->load() : 0;
}

/// How much of a write there is room for; -1 = none, errno is set.
ssize_t takeRoom(size_t wanted)
{
    static auto *const left = sharedNumber("TRAWL_SHIM_ROOM");
    if (!left)
        return ssize_t(wanted);
    const auto before = left->fetch_sub(int64_t(wanted));
    if (before >= int64_t(wanted))
        return ssize_t(wanted);
    left->store(0);
    errno = ENOSPC;
    return before > 0 ? before : -1;
}

/// The size that may be written now; -1 = it has to fail.
ssize_t admit(size_t size)
{
    return fails("write") ? -1 : takeRoom(size);
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return openPath(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return openPath(path, flags, mode);
}

int __open_2(const char *path, int flags) // NOLINT: glibc's name, with _FORTIFY_SOURCE
{
    return openPath(path, flags, 0);
}

int __open64_2(const char *path, int flags) // NOLINT
{
    return openPath(path, flags, 0);
}

int openat(int directory, const char *path, int flags, ...)
{
    static const auto real = next<int (*)(int, const char *, int, ...)>("openat64");
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return openAs(real, path, directory, path, flags, mode);
}

int close(int fd)
{
    static const auto real = next<int (*)(int)>("close");
    const bool counted = counts(fd);
    if (fd >= 0 && fd < mostFds)
        ours[fd] = false;
    const int result = real(fd);
    return counted && fails("close") ? -1 : result;
}

ssize_t write(int fd, const void *data, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    const auto admitted = counts(fd) ? admit(size) : 0;
    if (!counts(fd) || admitted < 0)
        return admitted < 0 ? -1 : real(fd, data, size);
    const auto result = real(fd, data, size_t(admitted));
    if (result > 0)
        wrote(fd, ::lseek(fd, 0, SEEK_CUR) - result, result);
    return result;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    const auto admitted = counts(fd) ? admit(size) : 0;
    if (!counts(fd) || admitted < 0)
        return admitted < 0 ? -1 : real(fd, data, size, offset);
    const auto result = real(fd, data, size_t(admitted), offset);
    if (result > 0)
        wrote(fd, offset, result);
    return result;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset)
{
    return pwrite64(fd, data, size, offset);
}

ssize_t pwritev64(int fd, const iovec *vectors, int count, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const iovec *, int, off64_t)>("pwritev64");
    if (counts(fd) && fails("write"))
        return -1;
    const auto result = real(fd, vectors, count, offset);
    if (result > 0 && counts(fd))
        wrote(fd, offset, result);
    return result;
}

ssize_t pwritev(int fd, const iovec *vectors, int count, off_t offset)
{
    return pwritev64(fd, vectors, count, offset);
}

ssize_t writev(int fd, const iovec *vectors, int count)
{
    static const auto real = next<ssize_t (*)(int, const iovec *, int)>("writev");
    if (!counts(fd))
        return real(fd, vectors, count);
    if (fails("write"))
        return -1;
    const auto result = real(fd, vectors, count);
    if (result > 0)
        wrote(fd, ::lseek(fd, 0, SEEK_CUR) - result, result);
    return result;
}

int fsync(int fd)
{
    static const auto real = next<int (*)(int)>("fsync");
    return sync(fd, real);
}

int fdatasync(int fd)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return sync(fd, real);
}

int syncfs(int fd)
{
    static const auto real = next<int (*)(int)>("syncfs");
    if (counts(fd) && fails("sync"))
        return -1;
    const int result = real(fd);
    if (counts(fd) && result == 0)
        journal("S\n");
    return result;
}

int rename(const char *from, const char *to)
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return renameFails(to) ? -1 : renamed(from, to, real(from, to));
}

int renameat2(int fromDirectory, const char *from, int toDirectory, const char *to, unsigned flags)
{
    static const auto real =
        next<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    return renameFails(to) ? -1
                           : renamed(from, to, real(fromDirectory, from, toDirectory, to, flags));
}

int link(const char *from, const char *to)
{
    static const auto real = next<int (*)(const char *, const char *)>("link");
    return renameFails(to) ? -1 : real(from, to);
}

int fallocate64(int fd, int mode, off64_t offset, off64_t size)
{
    static const auto real = next<int (*)(int, int, off64_t, off64_t)>("fallocate64");
    return counts(fd) && fails("allocate") ? -1 : real(fd, mode, offset, size);
}

int fallocate(int fd, int mode, off_t offset, off_t size)
{
    return fallocate64(fd, mode, offset, size);
}

int ftruncate64(int fd, off64_t size)
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return counts(fd) && fails("allocate") ? -1 : real(fd, size);
}

int ftruncate(int fd, off_t size)
{
    return ftruncate64(fd, size);
}

int clock_gettime(clockid_t clock, timespec *time)
{
    static const auto real = next<int (*)(clockid_t, timespec *)>("clock_gettime");
    const int result = real(clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        time->tv_sec += clockOffset();
    return result;
}

int gettimeofday(timeval *time, void *zone)
{
    static const auto real = next<int (*)(timeval *, void *)>("gettimeofday");
    const int result = real(time, zone);
    if (result == 0)
        time->tv_sec += clockOffset();
    return result;
}

time_t time(time_t *target)
{
    timespec now = {};
    clock_gettime(CLOCK_REALTIME, &now);
    if (target)
        *target = now.tv_sec;
    return now.tv_sec;
}

} // extern "C"

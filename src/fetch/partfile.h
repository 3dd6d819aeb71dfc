// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/digest.h"
#include "fetch/partstate.h"
#include "item/bodyhash.h"
#include "item/failure.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace trawl::fetch {

/// An open file that a thread in the background may still use when its owner is done with it.
class FileHandle
{
public:
    explicit FileHandle(int fd)
        : m_fd(fd)
    {
    }
    ~FileHandle();
    Q_DISABLE_COPY_MOVE(FileHandle)

    [[nodiscard]] int fd() const { return m_fd; }
    /// So many bytes from there; nullopt when they cannot be read.
    [[nodiscard]] std::optional<QByteArray> read(qint64 offset, qint64 bytes) const;

private:
    int m_fd;
};

/// The file that a body is written to, in one piece or in several at once, each hashed on its way.
/// It is made with the first byte. Every call answers whether all went well; the failure is kept.
class PartFile
{
public:
    /// Bytes in a row that are there. It begins at a block's border and grows at its end.
    struct Extent
    {
        qint64 first = 0;
        item::BodyHash hash;

        [[nodiscard]] qint64 end() const { return first + hash.size(); }
    };

    /// An empty path: it is in memory only, and gone with its last handle.
    explicit PartFile(QString path);

    /// Goes on with what is there: its bytes must have been checked (checkedExtents()).
    [[nodiscard]] bool resume(std::list<Extent> extents);
    /// So many bytes will come in all; -1 = unknown. A file that cannot fit is refused when it is
    /// created.
    void expect(qint64 total) { m_expected = total; }
    /// Hashes that are wanted of the whole body; before the first byte.
    void digest(item::HashAlgorithm algorithm);

    /// The extent that ends at `offset`, or a new one that begins there (a block's border).
    [[nodiscard]] Extent &extentAt(qint64 offset);
    [[nodiscard]] bool write(Extent &extent, const char *data, qint64 size);
    /// False also when it cannot be read.
    [[nodiscard]] bool equals(qint64 offset, const char *data, qint64 size) const;
    /// Creates the file when the body was empty. False also when it is no longer ours
    /// (Reason::Changed): nothing of it can be used.
    [[nodiscard]] bool finish();
    /// What has our name is the file that was written, and it is not shorter than that.
    [[nodiscard]] bool isOurs() const;
    /// Somebody may have cut the file under our writes: its bytes must be checked by their hashes.
    /// Where a file system has no holes, or makes them of zeros, this tells less, or too much.
    [[nodiscard]] bool hasHoles() const;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isOpen() const { return m_file != nullptr; }
    [[nodiscard]] const std::shared_ptr<FileHandle> &file() const { return m_file; }
    [[nodiscard]] const std::list<Extent> &extents() const { return m_extents; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// Bytes from the start on without a gap.
    [[nodiscard]] qint64 solidBytes() const;
    /// Of a body without gaps.
    [[nodiscard]] quint64 hash() const;
    [[nodiscard]] QList<PartState::Extent> snapshot() const;
    [[nodiscard]] std::vector<Digest> takeDigests() { return std::move(m_digests); }
    /// How much of the body, from its start, the digests have seen.
    [[nodiscard]] qint64 digested() const { return m_digested; }
    [[nodiscard]] const item::Failure &failure() const { return m_failure; }

    /// Another name for it, in place of what has that name.
    [[nodiscard]] bool renameTo(const QString &path);
    void remove();

private:
    [[nodiscard]] bool open(int flags);
    [[nodiscard]] bool openInMemory();
    [[nodiscard]] bool fits();
    [[nodiscard]] bool put(qint64 offset, const char *data, qint64 size);
    [[nodiscard]] bool fail(const char *what, int error);

    QString m_path;
    std::shared_ptr<FileHandle> m_file;
    qint64 m_expected = -1;
    qint64 m_bytes = 0;
    std::list<Extent> m_extents; ///< in order
    std::vector<Digest> m_digests;
    qint64 m_digested = 0;
    item::Failure m_failure;
};

/// What of a part's extents is still there as its state says, by reading it all unless the file has
/// not changed since it was left in order. Slow; for any thread. `stop` ends it early.
[[nodiscard]] std::list<PartFile::Extent>
checkedExtents(const QString &path, const PartState &state,
               const std::shared_ptr<std::atomic_bool> &stop);

/// The part is not as it was written: Reason::Changed.
[[nodiscard]] item::Failure meddledFailure();

/// The part's mtime in ns; 0 = it is not there.
[[nodiscard]] qint64 changedNs(int fd);

/// Failure of a file operation: DiskFull or FileError.
[[nodiscard]] item::Failure fileFailure(const char *what, int error);

} // namespace trawl::fetch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>

namespace trawl::engine {

/// A file as the session knows it.
struct KnownFile
{
    item::ItemId id{};
    QString path; ///< absolute
    qint64 bytes = 0;
    quint64 xxh3 = 0; ///< item/bodyhash.h
};

enum class FileState : quint8 {
    Whole,
    Gone,
    Empty,   ///< no bytes, or only zeros: what a power cut leaves
    Damaged, ///< other bytes: cut short, with holes, or not ours at all
};

/// Reads the file; one that cannot be read is Gone. Of one that was synced (item::syncedFrom) the
/// length is enough.
[[nodiscard]] FileState checkFile(const KnownFile &file);

struct CheckedFile
{
    KnownFile file;
    FileState state = FileState::Whole;
};

/// Checks files on a thread of its own.
class FileCheck
{
public:
    /// `done` gets those that are not whole, on the thread; it is not called when the check is
    /// given up.
    FileCheck(QList<KnownFile> files, std::function<void(const QList<CheckedFile> &)> done);
    ~FileCheck(); ///< gives up
    FileCheck(const FileCheck &) = delete;
    FileCheck &operator=(const FileCheck &) = delete;

private:
    std::atomic_bool m_stop = false;
    std::thread m_thread;
};

} // namespace trawl::engine

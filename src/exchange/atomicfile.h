// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QFile>

#include <tl/expected.hpp>

namespace trawl::exchange {

/// A file that takes the place of another as a whole: what is there stays until commit() has
/// everything on the disk, the name in its directory included (which QSaveFile leaves out). What a
/// kill leaves of it goes when the next one is opened in that directory.
class AtomicFile
{
public:
    explicit AtomicFile(const QString &path);
    ~AtomicFile(); ///< without commit(): removes what was written
    Q_DISABLE_COPY_MOVE(AtomicFile)

    /// Makes a file beside the target, with the target's permissions. Follows a symbolic link.
    [[nodiscard]] tl::expected<void, item::Failure> open();
    [[nodiscard]] QFile &device() { return m_file; }
    /// Of the file that open() made, for libraries that open it by its name.
    [[nodiscard]] QByteArray temporaryName() const { return m_temporary; }
    [[nodiscard]] tl::expected<void, item::Failure> commit();

private:
    [[nodiscard]] int makeTemporary();

    QString m_target;
    QByteArray m_temporary; ///< in the file system's encoding; empty = none
    QFile m_file;
};

/// All of a file at once.
[[nodiscard]] tl::expected<void, item::Failure> writeWhole(const QString &path,
                                                           const QByteArray &bytes);

} // namespace trawl::exchange

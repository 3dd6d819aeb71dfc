// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/filecheck.h"

#include "item/bodyhash.h"

#include <QFile>

#include <algorithm>

namespace trawl::engine {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;

/// All of the file, piece by piece; false when it cannot be read.
bool forEachPiece(QFile &file, const std::function<void(QByteArrayView)> &take)
{
    QByteArray buffer(pieceBytes, Qt::Uninitialized);
    qint64 size = 0;
    while ((size = file.read(buffer.data(), buffer.size())) > 0)
        take(QByteArrayView(buffer).first(size));
    return size == 0;
}

} // namespace

FileState checkFile(const KnownFile &known)
{
    QFile file(known.path);
    if (!file.open(QIODevice::ReadOnly))
        return FileState::Gone;
    const bool right = file.size() == known.bytes;
    if (right && known.bytes >= item::syncedFrom)
        return FileState::Whole;
    item::BodyHash hash;
    bool zeros = true;
    const bool read = forEachPiece(file, [&](QByteArrayView piece) {
        zeros = zeros && std::ranges::all_of(piece, [](char c) { return c == 0; });
        if (right)
            hash.add(piece);
    });
    if (!read)
        return FileState::Gone;
    if (right && hash.size() == known.bytes && hash.value() == known.xxh3)
        return FileState::Whole;
    return zeros && file.size() <= known.bytes ? FileState::Empty : FileState::Damaged;
}

FileCheck::FileCheck(QList<KnownFile> files, std::function<void(const QList<CheckedFile> &)> done)
    : m_thread([this, files = std::move(files), done = std::move(done)] {
        QList<CheckedFile> bad;
        for (auto file = files.cbegin(); file != files.cend() && !m_stop; ++file) {
            const auto state = checkFile(*file);
            if (state != FileState::Whole)
                bad.append({*file, state});
        }
        if (!m_stop)
            done(bad);
    })
{
}

FileCheck::~FileCheck()
{
    m_stop = true;
    m_thread.join();
}

} // namespace trawl::engine

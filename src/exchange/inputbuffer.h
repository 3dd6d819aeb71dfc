// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QIODevice;

namespace trawl::exchange {

/// A device's bytes piece by piece, without a UTF-8 byte order mark.
class InputBuffer
{
public:
    explicit InputBuffer(QIODevice &device)
        : m_device(device)
    {
    }

    /// What was read and not yet taken.
    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(m_chunk).sliced(m_taken); }
    void take(qsizetype bytes) { m_taken += bytes; }
    /// Reads the next piece when all is taken; false at the end or on an error().
    bool fill();
    /// The first line of the rest, or what fits in 64 kB; may wait until a pipe has brought it.
    [[nodiscard]] QByteArrayView firstLine();
    /// A pipe or terminal: fill() may wait for its writer.
    [[nodiscard]] bool mayWait() const;
    [[nodiscard]] QString error() const { return m_error; }

private:
    bool readChunk();
    bool grow();
    bool checkMark();

    QIODevice &m_device;
    QByteArray m_chunk;
    qsizetype m_taken = 0;
    QString m_error;
    bool m_started = false;
};

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/charset.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

namespace trawl::exchange {

/// How an input's bytes are to be read.
enum class InputText : quint8 {
    Decoded, ///< as UTF-8, converted where it is in another charset
    AsItIs,  ///< of a format whose reader looks at the charset itself; UTF-16 is an error
};

/// A device's bytes piece by piece, without a byte order mark, as UTF-8.
class InputBuffer
{
public:
    /// A byte order mark goes before `charset` (extract/charset.h); empty = UTF-8.
    explicit InputBuffer(QIODevice &device, QByteArray charset = {},
                         InputText text = InputText::Decoded)
        : m_device(device)
        , m_charset(std::move(charset))
        , m_text(text)
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
    bool grow();
    bool readRaw(QByteArray &bytes);
    bool start();
    void decodeFrom(qsizetype markBytes);

    QIODevice &m_device;
    QByteArray m_charset;
    InputText m_text;
    std::optional<extract::Utf8Stream> m_decoder; ///< none = it is UTF-8
    QByteArray m_chunk;
    QByteArray m_raw; ///< before it was decoded
    qsizetype m_taken = 0;
    QString m_error;
    bool m_started = false;
};

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/gunzip.h"
#include "extract/charset.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QIODevice;

namespace trawl::exchange {

/// How an input's bytes are to be read.
enum class InputText : quint8 {
    Decoded, ///< as UTF-8, converted where it is in another charset
    AsItIs,  ///< of a format whose reader looks at the charset itself, with the byte order mark
};

/// A device's bytes piece by piece, unpacked where they are in gzip, without a byte order mark, as
/// UTF-8. What is no text by its signature is an error.
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
    /// So many lines of the rest, or what fits in 64 kB; may wait until a pipe has brought them.
    [[nodiscard]] QByteArrayView firstLines(int count);
    /// A pipe or terminal: fill() may wait for its writer.
    [[nodiscard]] bool mayWait() const;
    [[nodiscard]] bool isPacked() const { return m_gunzip != nullptr; }
    [[nodiscard]] QString error() const { return m_error; }

private:
    bool grow();
    bool readRaw(QByteArray &bytes);
    bool readDevice(QByteArray &bytes, qsizetype most);
    bool readPacked(QByteArray &bytes);
    bool unpack(QByteArray &bytes, QByteArrayView packed);
    void startUnpacking();
    bool start();
    void decodeFrom(qsizetype markBytes);

    QIODevice &m_device;
    QByteArray m_charset;
    InputText m_text;
    std::optional<extract::Utf8Stream> m_decoder; ///< none = it is UTF-8
    QByteArray m_chunk;
    QByteArray m_raw;                        ///< before it was decoded
    std::unique_ptr<crawl::Gunzip> m_gunzip; ///< none = it is not packed
    QByteArray m_packed;
    qsizetype m_taken = 0;
    QString m_error;
    bool m_started = false;
};

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/messages.h"

#include <QByteArray>

class QIODevice;

namespace trawl::wire {

/// Longest payload of a frame in bytes; a longer one is refused. A batch is split to fit.
constexpr quint32 maxFrame = 1 << 20;

/// One message as a frame: u32 length + u16 kind + fields (QDataStream, Qt_6_4, big endian).
[[nodiscard]] QByteArray encode(const Message &message);

enum class ReadResult { Incomplete, Invalid, Message };

/// Takes frames off any QIODevice. Each call answers one message, or says that more bytes are
/// needed, or that the stream makes no sense (then it stays Invalid: close the connection).
class FrameReader
{
public:
    [[nodiscard]] ReadResult read(QIODevice &device, Message &message);
    /// What was wrong, for the log; empty unless Invalid.
    [[nodiscard]] QString error() const { return m_error; }

private:
    QByteArray m_buffer;
    QString m_error;
};

} // namespace trawl::wire

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/messages.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QIODevice;

namespace trawl::wire {

/// Longest payload (kind and fields) of a frame in bytes; a longer one is refused.
constexpr quint32 maxFrame = 1 << 20;

/// One message as a frame: u32 length of what follows + u16 kind + fields (QDataStream, Qt_6_4,
/// big endian). A message whose list may be long goes through encodeBatches().
[[nodiscard]] QByteArray encode(const Message &message);

/// A list as frames, each at most maxFrame.
struct Frames
{
    QList<QByteArray> frames;  ///< none of them holds an empty list
    QList<qsizetype> tooLarge; ///< indexes of elements left out: longer than a frame by themselves
};

[[nodiscard]] Frames encodeBatches(const ProgressBatch &batch);
[[nodiscard]] Frames encodeBatches(const Finished &batch);
[[nodiscard]] Frames encodeBatches(const Found &batch);
[[nodiscard]] Frames encodeBatches(const Assign &batch);
[[nodiscard]] Frames encodeBatches(const Cancel &batch);

enum class ReadResult { Incomplete, Invalid, Value };

/// Takes frames off any QIODevice. Each call answers one message, or says that more bytes are
/// needed, or that the stream makes no sense (then it stays Invalid: close the connection).
class FrameReader
{
public:
    [[nodiscard]] ReadResult read(QIODevice &device, Message &message);
    /// What was wrong, for the log; empty unless Invalid.
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] bool fill(QIODevice &device, qsizetype size);
    [[nodiscard]] ReadResult invalid(const QString &error);

    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< bytes of the buffer that are done with
    QString m_error;
};

} // namespace trawl::wire

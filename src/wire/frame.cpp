// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame.h"

#include "wire/codec.h"
#include "wire/fields.h"

#include <QIODevice>
#include <QtEndian>

#include <utility>

namespace trawl::wire {
namespace {

constexpr qsizetype lengthSize = sizeof(quint32);
constexpr qsizetype chunk = 64 * 1024;

void setNumber(QByteArray &frame, qsizetype at, quint32 number)
{
    qToBigEndian(number, frame.data() + at);
}

template <typename T> constexpr quint16 kindOf()
{
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return quint16((... + (std::is_same_v<T, std::variant_alternative_t<I, Message>> ? I : 0)));
    }(std::make_index_sequence<std::variant_size_v<Message>>());
}

/// Builds frames of one kind whose only field is a list.
class BatchWriter
{
public:
    explicit BatchWriter(quint16 kind)
        : m_kind(kind)
    {
    }

    void add(QByteArrayView element)
    {
        if (m_count > 0 && payload() + element.size() > qsizetype(maxFrame))
            close();
        if (m_count == 0)
            open();
        m_frame.append(element);
        ++m_count;
    }
    [[nodiscard]] QList<QByteArray> take()
    {
        if (m_count > 0)
            close();
        return std::move(m_frames);
    }
    static constexpr qsizetype headSize = sizeof(quint16) + sizeof(quint32);

private:
    [[nodiscard]] qsizetype payload() const { return m_frame.size() - lengthSize; }
    void open() { Writer{m_frame}(quint32(0), m_kind, quint32(0)); }
    void close()
    {
        setNumber(m_frame, 0, quint32(payload()));
        setNumber(m_frame, lengthSize + qsizetype(sizeof(quint16)), m_count);
        m_frames.append(std::exchange(m_frame, {}));
        m_count = 0;
    }

    quint16 m_kind;
    quint32 m_count = 0;
    QByteArray m_frame;
    QList<QByteArray> m_frames;
};

template <typename T, typename Batch> Frames batches(const QList<T> &list)
{
    Frames result;
    BatchWriter writer(kindOf<Batch>());
    QByteArray element;
    for (qsizetype i = 0; i < list.size(); ++i) {
        element.resize(0);
        Writer{element}(list[i]);
        if (element.size() + BatchWriter::headSize > qsizetype(maxFrame))
            result.tooLarge.append(i);
        else
            writer.add(element);
    }
    result.frames = writer.take();
    return result;
}

} // namespace

QByteArray encode(const Message &message)
{
    QByteArray frame(lengthSize, '\0');
    appendPayload(frame, message);
    setNumber(frame, 0, quint32(frame.size() - lengthSize));
    return frame;
}

Frames encodeBatches(const ProgressBatch &batch)
{
    return batches<item::Progress, ProgressBatch>(batch.items);
}

Frames encodeBatches(const Finished &batch)
{
    return batches<item::Outcome, Finished>(batch.outcomes);
}

Frames encodeBatches(const Found &batch)
{
    return batches<item::Findings, Found>(batch.items);
}

Frames encodeBatches(const Assign &batch)
{
    return batches<item::Request, Assign>(batch.tasks);
}

Frames encodeBatches(const Cancel &batch)
{
    return batches<item::ItemId, Cancel>(batch.ids);
}

ReadResult FrameReader::read(QIODevice &device, Message &message)
{
    if (!m_error.isEmpty())
        return ReadResult::Invalid;
    if (!fill(device, lengthSize))
        return ReadResult::Incomplete;
    const auto length = qFromBigEndian<quint32>(m_buffer.constData() + m_begin);
    if (length > maxFrame)
        return invalid(QStringLiteral("a frame of %1 bytes").arg(length));
    if (!fill(device, lengthSize + qsizetype(length)))
        return ReadResult::Incomplete;
    const auto payload =
        QByteArray::fromRawData(m_buffer.constData() + m_begin + lengthSize, qsizetype(length));
    auto decoded = decodePayload(payload);
    if (!decoded)
        return invalid(decoded.error());
    m_begin += lengthSize + qsizetype(length);
    message = *std::move(decoded);
    return ReadResult::Value;
}

/// True when `size` bytes are there from m_begin on. Reads in chunks, so what a flooding peer can
/// make us hold is bounded by one frame and a chunk; done bytes go away once a chunk, not a frame.
bool FrameReader::fill(QIODevice &device, qsizetype size)
{
    while (m_buffer.size() - m_begin < size) {
        m_buffer.remove(0, std::exchange(m_begin, 0));
        const auto had = m_buffer.size();
        m_buffer.resize(had + chunk);
        const auto got = device.read(m_buffer.data() + had, chunk);
        m_buffer.resize(had + qMax<qint64>(got, 0));
        if (got <= 0)
            return false;
    }
    return true;
}

ReadResult FrameReader::invalid(const QString &error)
{
    m_error = error;
    m_buffer.clear();
    return ReadResult::Invalid;
}

} // namespace trawl::wire

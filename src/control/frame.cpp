// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/frame.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace trawl::control {

namespace {

constexpr QByteArrayView magic("Trwl");
constexpr qsizetype versionAt = magic.size();
constexpr qsizetype lengthAt = versionAt + qsizetype(sizeof(quint16));
constexpr qsizetype headSize = lengthAt + qsizetype(sizeof(quint32));

template <typename T> void appendNumber(QByteArray &bytes, T number)
{
    char text[sizeof(T)];
    qToBigEndian(number, text);
    bytes.append(text, sizeof(T));
}

/// Big-endian. Byte by byte: g++ 14 takes qFromBigEndian() for a look behind an empty array.
template <typename T> T numberAt(QByteArrayView bytes, qsizetype at)
{
    T number = 0;
    for (const char byte : bytes.sliced(at, sizeof(T)))
        number = T(number << 8 | quint8(byte));
    return number;
}

} // namespace

QByteArray framed(const QJsonObject &message)
{
    const auto json = QJsonDocument(message).toJson(QJsonDocument::Compact);
    QByteArray bytes = magic.toByteArray();
    appendNumber(bytes, protocolVersion);
    appendNumber(bytes, quint32(json.size()));
    return bytes + json;
}

tl::expected<std::optional<QJsonObject>, FrameError> FrameReader::next()
{
    const auto known = std::min(m_buffer.size(), magic.size());
    if (QByteArrayView(m_buffer).first(known) != magic.first(known))
        return tl::unexpected(FrameError::NotOurs);
    if (m_buffer.size() >= lengthAt && numberAt<quint16>(m_buffer, versionAt) != protocolVersion)
        return tl::unexpected(FrameError::OtherVersion);
    if (m_buffer.size() < headSize)
        return std::nullopt;
    const auto length = numberAt<quint32>(m_buffer, lengthAt);
    if (length > mostBytes)
        return tl::unexpected(FrameError::TooLong);
    if (m_buffer.size() < headSize + qsizetype(length))
        return std::nullopt;
    const auto json = QJsonDocument::fromJson(m_buffer.sliced(headSize, length));
    m_buffer.remove(0, headSize + qsizetype(length));
    if (!json.isObject())
        return tl::unexpected(FrameError::NoObject);
    return json.object();
}

} // namespace trawl::control

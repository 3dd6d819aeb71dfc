// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <tl/expected.hpp>

#include <optional>

namespace trawl::control {

/// Raised with every change that an older program would misunderstand.
inline constexpr quint16 protocolVersion = 1;
/// Of a message without its head: enough for a million numbers of items.
inline constexpr quint32 mostBytes = 8 << 20;

/// Why no message will ever come out of what was received.
enum class FrameError {
    NotOurs,      ///< it does not begin as our messages do
    OtherVersion, ///< of Trawl
    TooLong,
    NoObject, ///< no JSON object
};

/// A message as it goes over the socket: "Trwl", version and length (big-endian), the JSON.
[[nodiscard]] QByteArray framed(const QJsonObject &message);

/// Cuts what comes from a stranger into messages. A wrong head is seen at its first wrong byte,
/// and nothing is kept of a message that would be too long.
class FrameReader
{
public:
    void append(const QByteArray &bytes) { m_buffer += bytes; }
    /// nullopt while the next message is incomplete. After an error the reader is of no use.
    [[nodiscard]] tl::expected<std::optional<QJsonObject>, FrameError> next();

private:
    QByteArray m_buffer;
};

} // namespace trawl::control

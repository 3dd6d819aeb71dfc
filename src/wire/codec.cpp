// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/codec.h"

#include "wire/fields.h"

#include <array>
#include <utility>

namespace trawl::wire {
namespace {

using Decoder = Message (*)(Reader &);

template <std::size_t Kind> Message decodeKind(Reader &reader)
{
    std::variant_alternative_t<Kind, Message> message;
    reader(message);
    return message;
}

template <std::size_t... Kinds> constexpr auto decoders(std::index_sequence<Kinds...>)
{
    return std::array<Decoder, sizeof...(Kinds)>{decodeKind<Kinds>...};
}

constexpr std::size_t kinds = std::variant_size_v<Message>;

} // namespace

void appendPayload(QByteArray &bytes, const Message &message)
{
    Writer writer(bytes);
    writer(quint16(message.index()));
    std::visit([&writer](const auto &value) { writer(value); }, message);
}

tl::expected<Message, QString> decodePayload(const QByteArray &payload)
{
    static constexpr auto table = decoders(std::make_index_sequence<kinds>());
    Reader reader(payload);
    quint16 kind = 0;
    reader(kind);
    if (!reader.ok() || kind >= kinds)
        return tl::unexpected(QStringLiteral("unknown message kind %1").arg(kind));
    auto message = table[kind](reader);
    if (!reader.ok())
        return tl::unexpected(QStringLiteral("message of kind %1 makes no sense").arg(kind));
    if (reader.left() > 0)
        return tl::unexpected(QStringLiteral("message of kind %1 is too long").arg(kind));
    return message;
}

} // namespace trawl::wire

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/checksum.h"
#include "item/headers.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace trawl::item {

/// A name and password for a server. Never logged, exported, or put into an argument list.
struct Credentials
{
    QString user;
    QString password;

    [[nodiscard]] bool isEmpty() const { return user.isEmpty() && password.isEmpty(); }
    friend bool operator==(const Credentials &, const Credentials &) = default;
};

/// What a list may say of one entry beside its URL.
struct LinkOptions
{
    QString name;              ///< as wished, not yet safe; empty = from the response
    QString folder;            ///< below the job's directory, '/' between, not yet safe
    Headers headers;           ///< Referer among them
    QList<QByteArray> mirrors; ///< other URLs of the same bytes, best first
    std::optional<Checksum> checksum;
    qint64 size = -1; ///< bytes that the file must have; -1 = not said
    Credentials credentials;

    [[nodiscard]] bool isEmpty() const { return *this == LinkOptions(); }
    friend bool operator==(const LinkOptions &, const LinkOptions &) = default;
};

/// One line of JSON and back; empty options are an empty text. What cannot be read is left out.
[[nodiscard]] QByteArray toJson(const LinkOptions &options);
[[nodiscard]] LinkOptions linkOptionsFromJson(const QByteArray &json);

} // namespace trawl::item

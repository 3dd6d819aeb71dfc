// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/checksum.h"
#include "item/findings.h"
#include "item/headers.h"
#include "item/ids.h"
#include "item/linkoptions.h"

#include <QByteArray>
#include <QString>

namespace trawl::item {

/// One attempt at one item: what a worker is asked to fetch and where its part file goes. What an
/// earlier attempt left there is gone on with if the server agrees.
struct Request
{
    ItemId id{};
    QByteArray url;      ///< absolute, percent-encoded, http or https, no user info
    QString partPath;    ///< absolute; the engine renames it when it is whole. Empty = no file
    Headers headers;     ///< for this item, beside TransferSettings::headers
    JobId job{};         ///< whose TransferSettings
    quint32 host = 0;    ///< the engine's number of the URL's host, for RateScope::Host
    qint64 rate = 0;     ///< of this item alone, bytes/s; 0 = no limit
    qint64 size = -1;    ///< bytes that the file must have; -1 = not known
    qint64 maxBytes = 0; ///< of the body, unpacked: Reason::TooLarge; 0 = as the job has it
    /// Redirects that earlier requests have followed: the last is asked for, as its continuation.
    QList<QByteArray> chain;
    bool asksAtRedirect = false; ///< one more ends it: Outcome::redirect
    QList<QByteArray> mirrors;   ///< other URLs of the same bytes
    /// Media types of which a file stays: a response of one of them, under the URL's own name, ends
    /// as Reason::Exists before its body.
    QList<QByteArray> typesKept;
    std::optional<Checksum> checksum;
    bool lastOfHost = false; ///< nothing more of its host is queued: its connection may go
    bool publicOnly = false; ///< it comes from a public page: no private address is asked
    Credentials credentials; ///< instead of the job's
    Look look = Look::Nothing;
    quint8 page = 0;    ///< with Look::Page: index of Recipe::pages
    QByteArray carried; ///< FoundLink::carried

    friend bool operator==(const Request &, const Request &) = default;
};

} // namespace trawl::item

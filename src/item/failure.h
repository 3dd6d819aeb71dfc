// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace trawl::item {

/// Why an item did not succeed. Stored as a number: append only.
enum class Reason : quint8 {
    None,
    Cancelled,
    InvalidUrl,
    UnsupportedScheme,
    Dns,
    Connect,
    Tls,
    Timeout,
    Proxy,
    Http,             ///< a final status code that is not 2xx; the code says which
    TooManyRedirects, ///< a loop, or more hops than allowed
    BadRedirect,      ///< no Location, or one that may not be followed
    Truncated,        ///< the body ended before its promised end
    BadFraming,       ///< chunked coding or HTTP/2 frames that make no sense
    BadHead,          ///< a response head that is no HTTP, or far too large
    BadEncoding,      ///< a Content-Encoding that cannot be undone
    TooLarge,
    DiskFull,
    FileError,     ///< the part or the final file could not be written
    WorkerCrashed, ///< the item was alone in a worker that died
    Duplicate,     ///< the list holds the same URL further up
    Network,       ///< the connection broke in another way
    WorkerStart,   ///< no worker process could be started
    Session,       ///< the session file cannot be used
    Internal,
    Changed,             ///< the file on the server is another one than what is there of it
    Checksum,            ///< the bytes are whole, but not those that were promised
    Unreachable,         ///< this machine has no way to the host: the network is gone
    TooSlow,             ///< slower than the job's least speed for too long
    Exists,              ///< a file of that name is there and is to stay
    Robots,              ///< the host's robots.txt forbids it (RFC 9309)
    BadPage,             ///< a body that its recipe cannot be applied to
    MissingField,        ///< a page without a field that its recipe requires
    OutOfScope,   ///< a redirect led out of the crawl
    Last = OutOfScope, ///< not a reason: the end of the list
};

/// A reason with what is known about it. `detail` is technical, in English, and never holds a
/// secret; the words for the person are made in models/texts and cli.
struct Failure
{
    Reason reason = Reason::None;
    int httpCode = 0;       ///< with Reason::Http
    bool temporary = false; ///< trying again may help
    QString detail;

    friend bool operator==(const Failure &, const Failure &) = default;
};

/// The stable word for exports and scripts: "dns", "http-429", "worker-crashed"; empty for None.
[[nodiscard]] QString reasonWord(Reason reason, int httpCode = 0);

/// The inverse of reasonWord() without the code; nullopt for an unknown word.
[[nodiscard]] std::optional<Reason> reasonFromWord(QStringView word);

} // namespace trawl::item

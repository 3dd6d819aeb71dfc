// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every item::Reason, a row each; included by item/failure.h and item/failure.cpp, which say what
// TRAWL_REASON is. This file has no include guard, so that it can be included more than once.
//
// TRAWL_REASON(number, name, word, sentence, cause, short text)
//   number    sessions store it and workers send it: never changed, the next one for a new row
//   word      for exports, scripts and the search: never translated, never changed
//   sentence  what the window says of an item that ended so
//   cause     a word or two for the window's filter by cause
//   short     what the command line says behind a number or a file name, in English
//
// models::Texts translates sentence and cause.

TRAWL_REASON(0, None, "", "", "", "")
TRAWL_REASON(1, Cancelled, "cancelled",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Stopped before it was done"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Cancelled"), "cancelled")
TRAWL_REASON(2, InvalidUrl, "invalid-url",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "Not a valid URL: correct it and add it again"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Invalid URL"), "not a URL")
TRAWL_REASON(3, UnsupportedScheme, "unsupported-scheme",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Only http and https can be fetched"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Other scheme"), "neither http nor https")
TRAWL_REASON(4, Dns, "dns",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "No such host: check the name"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "DNS"), "no such host")
TRAWL_REASON(5, Connect, "connect",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The server cannot be reached or refused"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "No connection"), "no connection")
TRAWL_REASON(6, Tls, "tls",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "No secure connection: the server's certificate was not accepted"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "TLS"), "TLS trouble")
TRAWL_REASON(7, Timeout, "timeout",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The server did not answer in time"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Timeout"), "timed out")
TRAWL_REASON(8, Proxy, "proxy",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The proxy failed: check the proxy setting"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Proxy"), "proxy trouble")
// A final status code whose answer is not what was asked for; the code says which.
TRAWL_REASON(9, Http, "http",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The server answered with an error"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "HTTP"), "refused by the server")
// A loop, or more hops than allowed.
TRAWL_REASON(10, TooManyRedirects, "too-many-redirects",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Too many redirects, or a loop of them"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Redirects"), "too many redirects")
// No Location, or one that may not be followed.
TRAWL_REASON(11, BadRedirect, "bad-redirect",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "A redirect to nowhere that may be followed"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Bad redirect"), "bad redirect")
// The body ended before its promised end.
TRAWL_REASON(12, Truncated, "truncated",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The body ended early: it is incomplete"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Cut short"), "incomplete")
// Chunked coding or HTTP/2 frames that make no sense.
TRAWL_REASON(13, BadFraming, "bad-framing",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The body came in broken pieces"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Broken pieces"), "garbled transfer")
// A response head that is no HTTP, or far too large.
TRAWL_REASON(14, BadHead, "bad-head",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The answer is no proper HTTP"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Bad answer"), "bad response head")
// A Content-Encoding that cannot be undone.
TRAWL_REASON(15, BadEncoding, "bad-encoding",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The body cannot be unpacked"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Bad encoding"), "bad content encoding")
TRAWL_REASON(16, TooLarge, "too-large",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Larger than is allowed"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Too large"), "too large")
TRAWL_REASON(17, DiskFull, "disk-full",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "The disk is full: make room, then try again"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Disk full"), "disk full")
// The part or the final file could not be written.
TRAWL_REASON(18, FileError, "file-error",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "The file cannot be written: check the folder, then Retry failed"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "File error"), "file could not be written")
// The item was alone in a worker that died.
TRAWL_REASON(19, WorkerCrashed, "worker-crashed",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "It crashed its worker, even when run alone"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Worker crashed"), "killed its worker")
// The list holds the same URL further up.
TRAWL_REASON(20, Duplicate, "duplicate",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The same URL is further up in the list"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Duplicate"), "duplicate")
// The connection broke in another way.
TRAWL_REASON(21, Network, "network",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The connection broke"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Network"), "connection broke")
// No worker process could be started.
TRAWL_REASON(22, WorkerStart, "worker-start",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "No worker process can be started: check the installation"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "No worker"), "no worker could be started")
// The session file cannot be used.
TRAWL_REASON(23, Session, "session",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The session file cannot be used"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Session"), "the session cannot be used")
TRAWL_REASON(24, Internal, "internal",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "A fault of Trawl's own: please report it"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Own fault"), "internal error")
// The file on the server is another one than what is there of it.
TRAWL_REASON(25, Changed, "changed",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The file changed on the server"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Changed"), "changed on the server")
// The bytes are whole, but not those that were promised.
TRAWL_REASON(
    26, Checksum, "checksum",
    QT_TRANSLATE_NOOP("trawl::models::Texts",
                      "The checksum is wrong: what came is kept under a name that says so"),
    QT_TRANSLATE_NOOP("trawl::models::Texts", "Checksum"), "wrong checksum")
// This machine has no way to the host: the network is gone.
TRAWL_REASON(27, Unreachable, "unreachable",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "No network: it goes on when it is back"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "No network"), "no network")
// Slower than the job's least speed for too long.
TRAWL_REASON(28, TooSlow, "too-slow",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Slower than the job's least speed"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Too slow"), "too slow")
// A file of that name is there and is to stay.
TRAWL_REASON(29, Exists, "exists",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "A file of that name is there and stays"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "File exists"), "file exists")
// The host's robots.txt forbids it (RFC 9309).
TRAWL_REASON(30, Robots, "robots",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The site's robots.txt forbids it"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "robots.txt"), "forbidden by robots.txt")
// A body that its recipe cannot be applied to.
TRAWL_REASON(31, BadPage, "bad-page",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The page cannot be read"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Bad page"), "unreadable page")
// A page without a field that its recipe requires.
TRAWL_REASON(32, MissingField, "missing-field",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The page lacks a field that is required"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Missing field"), "required field missing")
// A redirect led out of the crawl.
TRAWL_REASON(33, OutOfScope, "out-of-scope",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "A redirect led out of what is crawled"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Out of scope"),
             "redirected out of the crawl")
// The bytes are as many as the transfer told, but not as many as were promised with the link.
TRAWL_REASON(34, WrongSize, "wrong-size",
             QT_TRANSLATE_NOOP("trawl::models::Texts", "The size is not the one that was promised"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Wrong size"), "wrong size")
// A web page came where the name says that it is a picture, an archive, a program ...
TRAWL_REASON(35, WrongType, "wrong-type",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "A web page came in place of the file: a login or an error page?"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Web page instead"),
             "web page instead of the file")
// What the list says of the link beside its URL (checksum, size, folder …) cannot be obeyed.
TRAWL_REASON(36, BadEntry, "bad-entry",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "What the list says of it cannot be obeyed: correct the list"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Bad entry"), "bad entry of a list")
// Too few descriptors, threads or memory for it: the engine waits, so that no item ends so.
TRAWL_REASON(37, SystemLimit, "system-limit",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "The system allows no more at once: lower the connections"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "System limit"), "system limit")
// A link or redirect of a public page leads to an address of the person's own network.
TRAWL_REASON(38, PrivateAddress, "private-address",
             QT_TRANSLATE_NOOP("trawl::models::Texts",
                               "A public page leads to an address of your own network: it is "
                               "not asked"),
             QT_TRANSLATE_NOOP("trawl::models::Texts", "Private address"), "private address")

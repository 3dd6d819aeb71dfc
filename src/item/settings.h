// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/headers.h"
#include "item/linkoptions.h"
#include "item/option.h"

#include <QList>
#include <QString>

#include <array>

namespace trawl::item {

enum class HttpVersion : quint8 { Any, Http1, Http2, Last = Http2 };

/// Which stack carries the access manager: ours over libcurl, or Qt's own as a control.
enum class HttpStack : quint8 { Curl, Qt, Last = Qt };

inline constexpr qint64 dayMs = 86'400'000;

/// HTTP status codes to retry on. A function, because g++ 12 takes two lists in one constructor for
/// uninitialized memory.
[[nodiscard]] inline QList<int> usualRetryCodes()
{
    static const QList<int> codes{202, 408, 425, 429, 500, 502, 503, 504};
    return codes;
}

/// How the requests of a job are made. A worker gets those of the session with wire::Configure,
/// and those of a job that has its own with wire::JobSettings. `stack` and `connections` are the
/// session's.
struct TransferSettings
{
    QByteArray userAgent = QByteArrayLiteral("Trawl/" TRAWL_VERSION);
    Headers headers; ///< added to every request; not sent to another origin
    QString caFile;  ///< PEM; empty = the system's
    bool verifyTls = true;
    QString clientCertificate; ///< PEM; empty = none
    QString clientKey;         ///< PEM; empty = in clientCertificate
    HttpVersion http = HttpVersion::Any;
    HttpStack stack = HttpStack::Curl;
    int connections = 32; ///< transfers at once in one worker
    int connectTimeoutMs = 30'000;
    int firstByteTimeoutMs = 60'000;
    int idleTimeoutMs = 30'000;   ///< no byte for so long: Reason::Timeout
    int totalTimeoutMs = 0;       ///< of one attempt; 0 = no limit
    qint64 minBytesPerSecond = 0; ///< slower over a window: Reason::TooSlow; 0 = no limit
    int minSpeedWindowMs = 30'000;
    int maxRedirects = 20;
    bool allowDowngrade = false; ///< follow a redirect from https to http
    bool allowPrivate =
        false; ///< links and redirects of public pages may lead to private addresses
    QList<int> retryCodes = usualRetryCodes();

    /// "" = none, "system" = the environment's, else a URL: http, https, socks5 (names are resolved
    /// by the proxy), with user info where it asks for it.
    QString proxy;
    Credentials credentials; ///< basic or digest, as the server asks; first origin only
    QByteArray bearer;       ///< a token (RFC 6750); first origin only
    QString netrcFile;       ///< empty = none
    bool cookies = false;    ///< kept with the job: in its session, for all of its workers
    /// Cookies of servers are sent back, as browsers do; forgotten with the worker. Without
    /// effect where `cookies` are kept.
    bool cookiesInMemory = true;

    int segments = 4;              ///< connections for one large file; 1 = never
    qint64 segmentFrom = 16 << 20; ///< bytes from which on a file is large
    qint64 maxBytes = 0;           ///< of one body, unpacked: Reason::TooLarge; 0 = no limit
    bool sha256 = false;           ///< compute it for each file
    bool sums = false;             ///< look for SHA256SUMS or MD5SUMS beside the file
    bool xattr = false;            ///< user.xdg.origin.url
    bool times = false;            ///< the file's time is Last-Modified

    friend bool operator==(const TransferSettings &, const TransferSettings &) = default;
};

inline constexpr std::array httpVersionWords{
    OptionWord{QLatin1StringView("any"),
               QT_TRANSLATE_NOOP("trawl::desktop::Settings", "the newest that the server speaks")},
    OptionWord{QLatin1StringView("1.1"),
               QT_TRANSLATE_NOOP("trawl::desktop::Settings", "HTTP/1.1 only")},
    OptionWord{QLatin1StringView("2"),
               QT_TRANSLATE_NOOP("trawl::desktop::Settings", "HTTP/2 where it can be had")},
};
inline constexpr std::array httpStackWords{OptionWord{QLatin1StringView("curl")},
                                           OptionWord{QLatin1StringView("qt")}};

/// One row a field, in their order on the wire, in help and in dialogs. A change of the order or of
/// the fields is a change of wire::protocolVersion.
inline constexpr std::tuple transferOptionTable{
    option(
        &TransferSettings::headers,
        {.key = "headers",
         .command = {.name = "header",
                     .letter = 'H',
                     .value = "\"NAME: VALUE\"",
                     .help = "add a header field to each request; may be repeated",
                     .secret = true},
         .dialog = {.page = OptionPage::Request,
                    .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "&Headers:")}}),
    option(
        &TransferSettings::userAgent,
        {.kind = OptionKind::Field,
         .key = "userAgent",
         .command = {.name = "user-agent",
                     .letter = 'A',
                     .value = "TEXT",
                     .help = "who we say we are (Trawl/" TRAWL_VERSION ")"},
         .dialog = {.page = OptionPage::Request,
                    .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "User a&gent:")},
         .preset = {.name = "network/user-agent",
                    .page = PresetPage::Network,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "&User agent"),
                    .help = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                              "What Trawl tells servers that it is."),
                    .placeholder = "Trawl/" TRAWL_VERSION}}),
    option(
        &TransferSettings::credentials,
        {.key = "credentials",
         .command =
             {.name = "user",
              .letter = 'u',
              .value = "NAME[:PASSWORD]",
              .help = "for servers that ask; without a password it is asked\nfor on the terminal",
              .secret = true},
         .dialog = {.page = OptionPage::Request}}),
    option(&TransferSettings::bearer,
           {.kind = OptionKind::Token,
            .key = "bearer",
            .command = {.name = "bearer",
                        .value = "TOKEN|@FILE",
                        .help = "a token for the server, better from a file",
                        .secret = true,
                        .excludes = "user"},
            .dialog = {.page = OptionPage::Request,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "&Token:"),
                       .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "sent as “Authorization: Bearer …”")}}),
    option(&TransferSettings::cookies,
           {.kind = OptionKind::Switch,
            .key = "cookies",
            .command =
                {.name = "cookies",
                 .value = "FILE",
                 .help =
                     "keep cookies with the job, to begin with those in\nFILE (Netscape's format)"},
            .dialog = {.page = OptionPage::Request,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "&Keep cookies with the job")}}),
    option(&TransferSettings::cookiesInMemory,
           {.kind = OptionKind::Switch,
            .key = "cookiesInMemory",
            .command = {.name = "no-cookies",
                        .help = "send no cookie back that a server sets; usually they\nare sent "
                                "while the program runs",
                        .sets = false,
                        .excludes = "cookies"},
            .dialog = {.page = OptionPage::Request,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Send no cookies back"),
                       .widget = "noCookies"}}),
    option(&TransferSettings::netrcFile,
           {.kind = OptionKind::File,
            .key = "netrcFile",
            .command = {.name = "netrc",
                        .value = "[=FILE]",
                        .help = "names and passwords from FILE (~/.netrc)"},
            .dialog = {.page = OptionPage::Request,
                       .label =
                           QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "Passwords &in:"),
                       .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "a .netrc file")}}),
    option(
        &TransferSettings::proxy,
        {.kind = OptionKind::Proxy,
         .key = "proxy",
         .command = {.name = "proxy",
                     .value = "URL|system",
                     .help = "http://, https:// or socks5://; system = the\nenvironment's (none)",
                     .secret = true},
         .dialog = {.page = OptionPage::Request,
                    .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "Pro&xy:"),
                    .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                     "none; system; or like socks5://host:1080")}}),
    option(
        &TransferSettings::segments,
        {.kind = OptionKind::Count,
         .key = "segments",
         .least = 1,
         .most = 64,
         .command = {.name = "segments",
                     .value = "N",
                     .help =
                         "connections for one file of 16 MiB and more, out of\nthose to its host",
                     .group = OptionGroup::Limits},
         .dialog = {.page = OptionPage::Speed,
                    .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                               "Connections for &one large file:")},
         .preset =
             {.name = "connections/segments",
              .page = PresetPage::Connections,
              .label =
                  QT_TRANSLATE_NOOP("trawl::desktop::Settings", "Connections for one &large file"),
              .help = QT_TRANSLATE_NOOP(
                  "trawl::desktop::Settings",
                  "A large file comes in so many pieces at once, where its server allows it.")}}),
    option(&TransferSettings::segmentFrom,
           {.kind = OptionKind::Size,
            .key = "segmentFrom",
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "A file is large from:"),
                       .placeholder =
                           QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "like 16M")}}),
    option(&TransferSettings::retryCodes,
           {.kind = OptionKind::Codes,
            .key = "retryCodes",
            .command = {.name = "retry-on",
                        .value = "CODES",
                        .help = "retry on these HTTP status codes",
                        .group = OptionGroup::Limits},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Retry on HTTP status:"),
                       .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "like 429,503; none")}}),
    option(&TransferSettings::connectTimeoutMs,
           {.kind = OptionKind::Seconds,
            .key = "connectTimeoutMs",
            .least = 1,
            .most = dayMs,
            .command = {.name = "connect-timeout",
                        .value = "S",
                        .help = "seconds to connect",
                        .group = OptionGroup::Limits},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Seconds to &connect:"),
                       .widget = "connectTimeout"},
            .preset = {.name = "connections/connect-timeout",
                       .page = PresetPage::Connections,
                       .label =
                           QT_TRANSLATE_NOOP("trawl::desktop::Settings", "Wait for a &connection"),
                       .help = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                                 "After that the attempt counts as failed.")}}),
    option(
        &TransferSettings::firstByteTimeoutMs,
        {.kind = OptionKind::Seconds,
         .key = "firstByteTimeoutMs",
         .least = 1,
         .most = dayMs,
         .command = {.name = "first-byte-timeout",
                     .value = "S",
                     .help = "seconds from the request to its answer",
                     .group = OptionGroup::Limits},
         .dialog = {.page = OptionPage::Speed,
                    .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                               "Seconds to the a&nswer:"),
                    .widget = "firstByteTimeout"},
         .preset = {.name = "connections/first-byte-timeout",
                    .page = PresetPage::Connections,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "Wait for the &answer"),
                    .help = QT_TRANSLATE_NOOP(
                        "trawl::desktop::Settings",
                        "From the request to the first byte of the answer.")}}),
    option(&TransferSettings::idleTimeoutMs,
           {.kind = OptionKind::Seconds,
            .key = "idleTimeoutMs",
            .least = 1,
            .most = dayMs,
            .command = {.name = "idle-timeout",
                        .value = "S",
                        .help = "seconds without a byte",
                        .group = OptionGroup::Limits},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Seconds &without a byte:"),
                       .widget = "idleTimeout"},
            .preset = {.name = "connections/idle-timeout",
                       .page = PresetPage::Connections,
                       .label =
                           QT_TRANSLATE_NOOP("trawl::desktop::Settings", "Wait for the next &byte"),
                       .help = QT_TRANSLATE_NOOP(
                           "trawl::desktop::Settings",
                           "A transfer that stands still for so long is tried again.")}}),
    option(&TransferSettings::totalTimeoutMs,
           {.kind = OptionKind::Seconds,
            .key = "totalTimeoutMs",
            .most = dayMs,
            .zeroIsNone = true,
            .command = {.name = "max-time",
                        .value = "S",
                        .help = "seconds for one attempt; 0 = no limit",
                        .group = OptionGroup::Limits},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Seconds for one a&ttempt:"),
                       .placeholder =
                           QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "0 = no limit"),
                       .widget = "totalTimeout"}}),
    option(
        &TransferSettings::minBytesPerSecond,
        {.kind = OptionKind::Rate,
         .key = "minBytesPerSecond",
         .zeroIsNone = true,
         .command = {.name = "min-speed",
                     .value = "RATE",
                     .help = "give an attempt up that is slower for\n--min-speed-time",
                     .group = OptionGroup::Limits},
         .dialog = {.page = OptionPage::Speed,
                    .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                               "&Slowest that is let go on:"),
                    .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                     "bytes a second over the time below; 0 = any"),
                    .widget = "minSpeed"}}),
    option(&TransferSettings::minSpeedWindowMs,
           {.kind = OptionKind::Seconds,
            .key = "minSpeedWindowMs",
            .least = 1,
            .most = dayMs,
            .command = {.name = "min-speed-time",
                        .value = "S",
                        .help = "seconds over which --min-speed is measured",
                        .group = OptionGroup::Limits,
                        .rare = true},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Measured over so many seconds:"),
                       .widget = "minSpeedTime"}}),
    option(&TransferSettings::maxBytes,
           {.kind = OptionKind::Size,
            .key = "maxBytes",
            .zeroIsNone = true,
            .command = {.name = "max-size",
                        .value = "SIZE",
                        .help = "refuse larger files, like 2G; 0 = no limit",
                        .group = OptionGroup::Limits},
            .dialog = {.page = OptionPage::Files,
                       .label =
                           QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "&Largest file:"),
                       .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "like 2G; 0 = no limit")}}),
    option(&TransferSettings::maxRedirects,
           {.kind = OptionKind::Count,
            .key = "maxRedirects",
            .most = 100,
            .command = {.name = "max-redirects", .value = "N", .help = "redirects to follow"},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Most &redirects:")}}),
    option(&TransferSettings::allowDowngrade,
           {.kind = OptionKind::Switch,
            .key = "allowDowngrade",
            .command = {.name = "allow-http", .help = "follow redirects from https to http, too"},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Follow redirects from https to &http, too")}}),
    option(&TransferSettings::allowPrivate,
           {.kind = OptionKind::Switch,
            .key = "allowPrivate",
            .command = {.name = "allow-private",
                        .help = "let public pages lead to addresses of your own network, too"},
            .dialog = {.page = OptionPage::Speed,
                       .label = QT_TRANSLATE_NOOP(
                           "trawl::adding::JobSettingsDialog",
                           "Let &public pages lead to addresses of your own network")}}),
    option(&TransferSettings::caFile,
           {.kind = OptionKind::File,
            .key = "caFile",
            .command = {.name = "cacert",
                        .value = "FILE",
                        .help = "trust the certificates in FILE (PEM) instead of the system's"},
            .dialog = {.page = OptionPage::Request,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Trusted certificates:"),
                       .placeholder =
                           QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "the system’s")}}),
    option(&TransferSettings::clientCertificate,
           {.kind = OptionKind::File,
            .key = "clientCertificate",
            .command = {.name = "cert",
                        .value = "FILE",
                        .help = "our own certificate (PEM), for servers that ask"},
            .dialog = {.page = OptionPage::Request,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Our &own certificate:")}}),
    option(&TransferSettings::clientKey,
           {.kind = OptionKind::File,
            .key = "clientKey",
            .command = {.name = "key",
                        .value = "FILE",
                        .help = "its key (PEM; in the certificate's file)"},
            .dialog = {.page = OptionPage::Request,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "Its ke&y:"),
                       .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "in the same file")}}),
    option(&TransferSettings::verifyTls,
           {.kind = OptionKind::Switch,
            .key = "verifyTls",
            .command = {.name = "insecure",
                        .letter = 'k',
                        .help = "do not check the servers' certificates",
                        .sets = false,
                        .excludes = "cacert"},
            .dialog = {.page = OptionPage::Request,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Do not check the servers' &certificates"),
                       .widget = "insecure"}}),
    option(
        &TransferSettings::http,
        {.kind = OptionKind::Choice,
         .key = "http",
         .words = httpVersionWords,
         .command = {.name = "http", .value = "any|1.1|2", .help = "speak only this HTTP version"},
         .dialog = {.page = OptionPage::Request,
                    .label =
                        QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "HTTP &version:")},
         .preset = {.name = "network/http",
                    .page = PresetPage::Network,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "&HTTP version"),
                    .help = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                              "Some old servers get along with HTTP/1.1 only.")}}),
    option(&TransferSettings::stack,
           {.kind = OptionKind::Choice,
            .key = "stack",
            .words = httpStackWords,
            .command = {.name = "http-stack",
                        .value = "curl|qt",
                        .help = "what carries the requests; qt is for comparison",
                        .rare = true}}),
    option(&TransferSettings::connections,
           {.kind = OptionKind::Count,
            .key = "connections",
            .least = 1,
            .most = 1024,
            .command = {.name = "connections",
                        .letter = 'c',
                        .value = "N",
                        .help = "transfers at once in one worker",
                        .group = OptionGroup::Run},
            .preset = {.name = "connections/per-worker",
                       .page = PresetPage::Connections,
                       .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                                  "&Transfers at once in each worker"),
                       .help = QT_TRANSLATE_NOOP(
                           "trawl::desktop::Settings",
                           "More of them help where servers are slow to answer.")}}),
    option(&TransferSettings::sha256,
           {.kind = OptionKind::Switch,
            .key = "sha256",
            .command = {.name = "hash",
                        .value = "sha256",
                        .help = "tell each file's hash in the results",
                        .group = OptionGroup::Files},
            .dialog = {.page = OptionPage::Files,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Compute the SHA-256 of each file")}}),
    option(&TransferSettings::sums,
           {.kind = OptionKind::Switch,
            .key = "sums",
            .command = {.name = "sums",
                        .help = "look for SHA256SUMS or MD5SUMS beside each file",
                        .group = OptionGroup::Files},
            .dialog = {.page = OptionPage::Files,
                       .label = QT_TRANSLATE_NOOP(
                           "trawl::adding::JobSettingsDialog",
                           "Check against SHA256SUMS or MD5SUMS beside the file")}}),
    option(&TransferSettings::times,
           {.kind = OptionKind::Switch,
            .key = "times",
            .command = {.name = "times",
                        .help = "give files the server's time (Last-Modified)",
                        .group = OptionGroup::Files},
            .dialog = {.page = OptionPage::Files,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Give files the server's time")}}),
    option(&TransferSettings::xattr,
           {.kind = OptionKind::Switch,
            .key = "xattr",
            .command = {.name = "xattr",
                        .help = "write the URL to each file's user.xdg.origin.url",
                        .group = OptionGroup::Files},
            .dialog = {.page = OptionPage::Files,
                       .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                  "Keep the link in the file's &attributes")}}),
};
static_assert(hasARowForEachField(transferOptionTable));

} // namespace trawl::item

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/failure.h"

#include <array>

namespace trawl::item {

namespace {

constexpr std::array reasonWords{
    "",
    "cancelled",
    "invalid-url",
    "unsupported-scheme",
    "dns",
    "connect",
    "tls",
    "timeout",
    "proxy",
    "http",
    "too-many-redirects",
    "bad-redirect",
    "truncated",
    "bad-framing",
    "bad-head",
    "bad-encoding",
    "too-large",
    "disk-full",
    "file-error",
    "worker-crashed",
    "duplicate",
    "network",
    "worker-start",
    "session",
    "internal",
    "changed",
    "checksum",
    "unreachable",
    "too-slow",
    "exists",
    "robots",
    "bad-page",
    "missing-field",
    "out-of-scope",
};
static_assert(reasonWords.size() == std::size_t(Reason::Last) + 1);

} // namespace

QString reasonWord(Reason reason, int httpCode)
{
    if (reason > Reason::Last)
        return {};
    const auto word = QString::fromLatin1(reasonWords[std::size_t(reason)]);
    if (reason == Reason::Http && httpCode > 0)
        return word + u'-' + QString::number(httpCode);
    return word;
}

std::optional<Reason> reasonFromWord(QStringView word)
{
    if (word.startsWith(u"http-"))
        return Reason::Http;
    for (std::size_t i = 0; i < reasonWords.size(); ++i) {
        if (word == QLatin1StringView(reasonWords[i]))
            return Reason(i);
    }
    return std::nullopt;
}

} // namespace trawl::item

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/status.h"

#include <array>

namespace trawl::item {

namespace {

constexpr std::array statusWords{"queued", "queued", "paused", "done", "failed", "skipped"};
static_assert(statusWords.size() == std::size_t(Status::Last) + 1);

} // namespace

QString statusWord(Status status)
{
    return status > Status::Last ? QString()
                                 : QString::fromLatin1(statusWords[std::size_t(status)]);
}

std::optional<Status> statusFromWord(QStringView word)
{
    for (std::size_t i = 0; i < statusWords.size(); ++i) {
        if (word == QLatin1StringView(statusWords[i]))
            return Status(i);
    }
    return std::nullopt;
}

} // namespace trawl::item

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/failure.h"

#include <QtGlobal>

#include <array>

namespace trawl::item {

namespace {

constexpr std::array reasonRows{
#define TRAWL_REASON(number, name, word, sentence, cause, shortText)                               \
    ReasonInfo{Reason::name, word, sentence, cause, shortText},
#include "item/reasonvalues.h"
#undef TRAWL_REASON
};

constexpr bool areReasonsInOrder()
{
    for (std::size_t i = 0; i < reasonRows.size(); ++i) {
        if (std::size_t(reasonRows[i].reason) != i)
            return false;
    }
    return true;
}
static_assert(areReasonsInOrder(), "the numbers of reasonvalues.h have no gaps");

} // namespace

std::span<const ReasonInfo> reasons()
{
    return reasonRows;
}

const ReasonInfo &infoOf(Reason reason)
{
    return reasonRows[reason > Reason::Last ? 0 : std::size_t(reason)];
}

QString reasonWord(Reason reason, int httpCode)
{
    const auto word = QString::fromLatin1(infoOf(reason).word);
    if (reason == Reason::Http && httpCode > 0)
        return word + u'-' + QString::number(httpCode);
    return word;
}

std::optional<Reason> reasonFromWord(QStringView word)
{
    if (word.startsWith(u"http-"))
        return Reason::Http;
    for (const auto &row : reasonRows) {
        if (word == QLatin1StringView(row.word))
            return row.reason;
    }
    return std::nullopt;
}

} // namespace trawl::item

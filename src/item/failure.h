// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>

namespace trawl::item {

/// Why an item did not succeed: the rows of item/reasonvalues.h. Stored as a number.
enum class Reason : quint8 {
#define TRAWL_REASON(number, name, ...) name = (number),
#include "item/reasonvalues.h"
#undef TRAWL_REASON
    End, ///< not a reason
    Last = End - 1,
};

/// A row of item/reasonvalues.h. The texts are empty for Reason::None; sentence and cause are in
/// English, for models::Texts to translate.
struct ReasonInfo
{
    Reason reason;
    const char *word;
    const char *sentence;
    const char *cause;
    const char *shortText;
};

/// In the order of their numbers, which have no gaps.
[[nodiscard]] std::span<const ReasonInfo> reasons();

/// None's row for what is no reason.
[[nodiscard]] const ReasonInfo &infoOf(Reason reason);

/// The list's entry is none that can be fetched at all: to try again changes nothing.
[[nodiscard]] constexpr bool isOfEntry(Reason reason)
{
    return reason == Reason::InvalidUrl || reason == Reason::UnsupportedScheme ||
           reason == Reason::BadEntry;
}

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

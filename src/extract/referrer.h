// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/record.h"

#include <QByteArray>
#include <QStringView>

namespace trawl::extract {

/// What a page lets others know of itself (Referrer Policy, 3).
enum class ReferrerPolicy : quint8 {
    StrictOriginWhenCrossOrigin, ///< where nothing is said
    NoReferrer,
    NoReferrerWhenDowngrade,
    SameOrigin,
    Origin,
    StrictOrigin,
    OriginWhenCrossOrigin,
    UnsafeUrl,
};

/// The last policy of a list that is known; `before` where there is none.
[[nodiscard]] ReferrerPolicy readReferrerPolicy(QStringView text, ReferrerPolicy before);

/// What a request from one page for another URL tells. Both are absolute and in normal form.
[[nodiscard]] item::Referrer referrerFor(ReferrerPolicy policy, QByteArrayView page,
                                         QByteArrayView target);

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace trawl::support {

/// How long a test waits for what is to come, in ms. Comes with support/testmain.h into every test.
/// Qt's five seconds are no bound for what a busy machine may take: a wait tells only whether it
/// ends at all, so this is the only limit.
inline constexpr int patienceMs = 60'000;

/// Whether it comes.
template <typename Predicate> [[nodiscard]] bool comes(Predicate predicate)
{
    return QTest::qWaitFor(predicate, patienceMs);
}

} // namespace trawl::support

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), trawl::support::patienceMs)
#define QTRY_VERIFY2(expr, message)                                                                \
    QTRY_VERIFY2_WITH_TIMEOUT((expr), message, trawl::support::patienceMs)
#define QTRY_COMPARE(expr, expected)                                                               \
    QTRY_COMPARE_WITH_TIMEOUT((expr), expected, trawl::support::patienceMs)

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::extract {

/// How well bytes beyond ASCII make up characters of UTF-8 (RFC 3629).
struct Utf8Tally
{
    qsizetype good = 0;  ///< characters
    qsizetype bad = 0;   ///< bytes that belong to none
    qsizetype begun = 0; ///< bytes of a character that the end cuts off; not counted as bad

    /// UTF-8 all the same: where an accident or a cut is the exception. Two bytes of a
    /// character are as good as all of them, one might be a letter of another charset.
    [[nodiscard]] bool isNearly() const
    {
        constexpr qsizetype often = 4;
        return good >= often * bad && (good > 0 || begun > 1);
    }
};

[[nodiscard]] Utf8Tally tallyUtf8(QByteArrayView bytes);

} // namespace trawl::extract

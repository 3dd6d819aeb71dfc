// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trawl::exchange {

/// Counts the lines of a file that hold nothing to use, to say so in one sentence.
class PassedOver
{
public:
    void add(qint64 line) ///< counted from 1
    {
        if (++m_count == 1)
            m_first = line;
    }
    [[nodiscard]] qint64 count() const { return m_count; }
    /// Behind the file's name: "has 3 lines without a link, which are left out; the first is line
    /// 7"; empty = none.
    [[nodiscard]] QString text(QStringView what) const
    {
        if (m_count == 0)
            return {};
        if (m_count == 1)
            return QStringLiteral("has a line without a %1, which is left out: line %2")
                .arg(what)
                .arg(m_first);
        return QStringLiteral("has %1 lines without a %2, which are left out; the first is line %3")
            .arg(m_count)
            .arg(what)
            .arg(m_first);
    }

private:
    qint64 m_count = 0;
    qint64 m_first = 0;
};

} // namespace trawl::exchange

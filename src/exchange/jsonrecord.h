// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/jsonscanner.h"

#include <optional>

namespace trawl::exchange {

/// The members of one JSON object as a row: what is nested in it becomes lines of text, so that
/// {"headers": {"Referer": "x"}}, [{"name": "Referer", "value": "x"}] and ["Referer: x"] are all
/// the line "Referer: x". What is nested deeper is left out. Bounded as a row of a CSV is.
class JsonRecord
{
public:
    struct Member
    {
        QByteArray key;
        QByteArray value;  ///< of several values one a line; empty for null
        bool cut = false;  ///< it was longer than is kept
        bool list = false; ///< it is an array
    };

    /// Behind the BeginObject of `line`.
    void begin(qint64 line);
    /// Takes the tokens that follow; true when the object has ended.
    bool take(const JsonScanner &scanner, JsonToken token);

    [[nodiscard]] const std::vector<Member> &members() const { return m_members; }
    /// The first of that name, in any case; nullptr = none.
    [[nodiscard]] const Member *find(QByteArrayView key) const;
    [[nodiscard]] qint64 line() const { return m_line; }

private:
    void takeKey(const JsonScanner &scanner);
    void takeValue(const JsonScanner &scanner, JsonToken token);
    void endPair();
    void addLine(QByteArrayView text, bool cut);

    std::vector<Member> m_members;
    qsizetype m_bytes = 0;
    int m_depth = 0;
    bool m_skipped = false;       ///< the member of the moment is one too many
    QByteArray m_key;             ///< of a value in an object of the second level
    std::optional<Member> m_pair; ///< "name" and "value" of an object of the third level
    bool m_listed = false;        ///< the objects of the third level are elements of an array
    qint64 m_line = 0;
};

} // namespace trawl::exchange

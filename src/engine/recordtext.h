// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringMatcher>

#include <limits>

namespace trawl::engine {

/// Walks over the values of a record as the session has it, a JSON array (RFC 8259), without
/// making anything of them: a million records are looked into at once.
class RecordValues
{
public:
    explicit RecordValues(QByteArrayView json)
        : m_rest(json.trimmed())
    {
    }

    /// The next one's JSON; empty at the end, or where it is no JSON.
    [[nodiscard]] QByteArrayView next();

private:
    QByteArrayView m_rest;
};

/// The JSON of a record's column, 0, 1 …; empty = it has none.
[[nodiscard]] QByteArrayView valueAt(QByteArrayView record, int column);

[[nodiscard]] bool isNothing(QByteArrayView value); ///< null, or not there
[[nodiscard]] bool isNumber(QByteArrayView value);
[[nodiscard]] bool isList(QByteArrayView value); ///< or an object

/// The value as a person sees it, at most so many characters of it: a text without its quotes,
/// nothing for null, all else as its JSON.
[[nodiscard]] QString textOf(QByteArrayView value,
                             qsizetype most = std::numeric_limits<qsizetype>::max());

/// Looks for a text in records, in any case of letters.
class RecordSearch
{
public:
    explicit RecordSearch(const QString &text);

    /// Any value holds it as it is seen.
    [[nodiscard]] bool isIn(QByteArrayView record) const;

private:
    QStringMatcher m_matcher;
    bool m_plain; ///< it is written in JSON as it is
};

} // namespace trawl::engine

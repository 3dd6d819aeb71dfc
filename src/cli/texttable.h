// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace trawl::cli {

/// A table of a terminal: columns as wide as they need, two blanks between. Numbers stand at the
/// right of their column, all else at its left; a column of wide characters (Chinese) is as wide
/// as it is on the screen. What has no shape of its own (item::isUnseen()) is shown as '?'.
class TextTable
{
public:
    /// A heading of '>' first is a column of numbers.
    explicit TextTable(const QStringList &headings);

    void add(const QStringList &cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.size() == 1; }
    /// With the headings, in UTF-8; each line ends.
    [[nodiscard]] QByteArray text() const;

private:
    QList<bool> m_atRight;
    QList<QStringList> m_rows; ///< the headings first
};

/// How many columns of a terminal a text takes.
[[nodiscard]] int terminalWidth(const QString &text);

} // namespace trawl::cli

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/cell.h"
#include "item/result.h"

#include <QRegularExpression>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

namespace trawl::exchange {

enum class Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Match, NoMatch };

/// One comparison of a Where: a column with a value.
class Condition
{
public:
    /// The error says what is wrong with the column or the value.
    [[nodiscard]] static tl::expected<Condition, QString> make(const QString &column,
                                                               Comparison comparison,
                                                               const QString &value,
                                                               const QStringList &fields);
    [[nodiscard]] bool matches(const item::Result &result) const;

private:
    enum class Source { Column, Field, Host };

    [[nodiscard]] bool findColumn(const QString &name, const QStringList &fields);
    [[nodiscard]] QString valueComplaint(const QString &column) const;
    [[nodiscard]] Cell cell(const item::Result &result) const;
    [[nodiscard]] bool isEqual(const Cell &cell) const;
    /// How the cell stands to the value: < 0, 0, > 0; nullopt = not at all.
    [[nodiscard]] std::optional<int> order(const Cell &cell) const;
    [[nodiscard]] bool matchesPattern(const Cell &cell) const;

    Source m_source = Source::Column;
    qsizetype m_index = 0;
    CellKind m_kind = CellKind::Text; ///< of a result's column; Null = a field's, any
    Comparison m_comparison = Comparison::Equal;
    QByteArray m_value;
    std::optional<double> m_number;  ///< the value as one
    std::optional<qint64> m_integer; ///< and as one that a double may not hold
    QRegularExpression m_pattern;
};

} // namespace trawl::exchange

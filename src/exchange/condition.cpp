// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/condition.h"
#include "exchange/columns.h"
#include "item/ascii.h"
#include "item/weburl.h"

#include <QUrl>

#include <algorithm>

namespace trawl::exchange {

namespace {

// PCRE counts backtracks for one start, and not how far it looks between two of them. Both bounds
// together leave a second at worst for a text that was made for it.
const auto matchLimit = QStringLiteral("(*LIMIT_MATCH=50000)");
constexpr qsizetype maxMatchedChars = 32767;

/// A number as JSON and people write it, with K, M or G behind it.
std::optional<double> numberOf(QByteArray text, bool withUnit)
{
    static const QByteArray units("KMG");
    double factor = 1;
    if (withUnit && text.size() > 1) {
        if (const auto unit = units.indexOf(text.back()); unit >= 0) {
            factor = double(1LL << (10 * (unit + 1)));
            text.chop(1);
        }
    }
    // toDouble() takes blanks around it, "inf" and "nan".
    const auto isPart = [](char c) {
        return item::isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    };
    bool ok = std::all_of(text.begin(), text.end(), isPart);
    const double number = ok ? text.toDouble(&ok) : 0;
    return ok ? std::optional(number * factor) : std::nullopt;
}

std::optional<qint64> integerOf(const QByteArray &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QByteArray hostOf(const QByteArray &url)
{
    const auto host = item::hostOf(url).toByteArray();
    const auto unicode = QUrl::fromAce(host); // empty where Qt knows no such host
    return unicode.isEmpty() ? host : unicode.toUtf8();
}

template <typename T> int signOf(const T &a, const T &b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

} // namespace

tl::expected<Condition, QString> Condition::make(const QString &column, Comparison comparison,
                                                 const QString &value, const QStringList &fields)
{
    Condition condition;
    if (!condition.findColumn(column, fields)) {
        QStringList known{QStringLiteral("host")};
        for (const char *name : item::resultColumnNames)
            known.append(QString::fromLatin1(name));
        known += fields;
        return tl::unexpected(QStringLiteral("unknown column \"%1\"; known: %2")
                                  .arg(column, known.join(QStringLiteral(", "))));
    }
    condition.m_comparison = comparison;
    condition.m_value = value.toUtf8();
    condition.m_number = numberOf(condition.m_value, true);
    condition.m_integer = integerOf(condition.m_value);
    if (comparison == Comparison::Match || comparison == Comparison::NoMatch)
        condition.m_pattern.setPattern(matchLimit + value);
    if (!condition.m_pattern.isValid())
        return tl::unexpected(QStringLiteral("not a regular expression: ") +
                              condition.m_pattern.errorString());
    if (const auto complaint = condition.valueComplaint(column); !complaint.isEmpty())
        return tl::unexpected(complaint);
    condition.m_pattern.optimize();
    return condition;
}

bool Condition::findColumn(const QString &name, const QStringList &fields)
{
    for (std::size_t i = 0; i < columnCount; ++i) {
        if (name == QLatin1StringView(columns()[i].name)) {
            m_index = qsizetype(i);
            m_kind = columns()[i].kind;
            return true;
        }
    }
    m_index = fields.indexOf(name);
    m_source = m_index >= 0 ? Source::Field : Source::Host;
    m_kind = m_index >= 0 ? CellKind::Null : CellKind::Text;
    return m_index >= 0 || name == u"host";
}

/// Values that no row can have are typing errors.
QString Condition::valueComplaint(const QString &column) const
{
    if (m_comparison == Comparison::Match || m_comparison == Comparison::NoMatch)
        return {};
    if (m_kind == CellKind::Number && !m_number && !m_value.isEmpty())
        return QStringLiteral("%1 is compared with a number").arg(column);
    const bool isWord = m_comparison == Comparison::Equal || m_comparison == Comparison::NotEqual;
    const auto word = QString::fromUtf8(m_value);
    if (column == u"status" && m_source == Source::Column && isWord && !item::statusFromWord(word))
        return QStringLiteral("unknown status \"%1\"; known: done, failed, skipped, queued, paused")
            .arg(word);
    if (column == u"reason" && m_source == Source::Column && isWord && !item::reasonFromWord(word))
        return QStringLiteral("unknown reason \"%1\"; known are such as dns, timeout, http-404")
            .arg(word);
    return {};
}

Cell Condition::cell(const item::Result &result) const
{
    if (m_source == Source::Field)
        return cellOf(result.record.value(m_index));
    if (m_source == Source::Host)
        return {CellKind::Text, hostOf(result.url)};
    return {m_kind, cleanText(columns()[std::size_t(m_index)].cell(result))};
}

bool Condition::isEqual(const Cell &cell) const
{
    if (cell.kind == CellKind::Number && !cell.text.isEmpty() && m_number)
        return order(cell) == 0;
    return cell.text == m_value;
}

std::optional<int> Condition::order(const Cell &cell) const
{
    if (cell.text.isEmpty())
        return std::nullopt;
    const bool mayBeNumber = m_number && (m_kind == CellKind::Number || m_kind == CellKind::Null);
    if (mayBeNumber) {
        const auto number = numberOf(cell.text, false);
        if (const auto integer = integerOf(cell.text); number && integer && m_integer)
            return signOf(*integer, *m_integer);
        if (number)
            return signOf(*number, *m_number);
    }
    if (cell.kind == CellKind::Number) // with a text there is no order
        return std::nullopt;
    return signOf(cell.text, m_value);
}

/// A text for which the pattern takes too long does not match.
bool Condition::matchesPattern(const Cell &cell) const
{
    return m_pattern.match(QString::fromUtf8(cell.text).left(maxMatchedChars)).hasMatch();
}

bool Condition::matches(const item::Result &result) const
{
    const auto found = cell(result);
    switch (m_comparison) {
    case Comparison::Equal:
        return isEqual(found);
    case Comparison::NotEqual:
        return !isEqual(found);
    case Comparison::Match:
        return matchesPattern(found);
    case Comparison::NoMatch:
        return !matchesPattern(found);
    default:
        break;
    }
    const auto sign = order(found);
    if (!sign)
        return false;
    switch (m_comparison) {
    case Comparison::Less:
        return *sign < 0;
    case Comparison::LessEqual:
        return *sign <= 0;
    case Comparison::Greater:
        return *sign > 0;
    default:
        return *sign >= 0;
    }
}

} // namespace trawl::exchange

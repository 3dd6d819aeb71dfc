// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/contentrange.h"
#include "item/ascii.h"

#include <algorithm>

namespace trawl::fetch {

namespace {

std::optional<qint64> number(QByteArrayView digits)
{
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), item::isDigit))
        return std::nullopt;
    bool ok = false;
    const auto value = digits.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

/// What follows the unit; empty when it is another one.
QByteArrayView rangeOf(QByteArrayView field)
{
    field = field.trimmed();
    constexpr qsizetype unit = 5;
    if (field.size() <= unit || field.first(unit).compare("bytes", Qt::CaseInsensitive) != 0 ||
        (field[unit] != ' ' && field[unit] != '\t'))
        return {};
    return field.sliced(unit).trimmed();
}

} // namespace

std::optional<ContentRange> parseContentRange(QByteArrayView field)
{
    const auto text = rangeOf(field);
    const auto slash = text.indexOf('/');
    const auto dash = text.indexOf('-');
    if (dash < 0 || slash < dash)
        return std::nullopt;
    const auto first = number(text.first(dash));
    const auto last = number(text.sliced(dash + 1, slash - dash - 1));
    const auto whole = text.sliced(slash + 1);
    const auto total = whole == "*" ? std::optional<qint64>(-1) : number(whole);
    if (!first || !last || !total || *first > *last || (*total >= 0 && *last >= *total))
        return std::nullopt;
    return ContentRange{*first, *last, *total};
}

qint64 unsatisfiedTotal(QByteArrayView field)
{
    const auto text = rangeOf(field);
    return text.startsWith("*/") ? number(text.sliced(2)).value_or(-1) : -1;
}

tl::expected<ContentRange, QString> checkContentRange(QByteArrayView field, qint64 asked,
                                                      qint64 total)
{
    const auto wrong = [](const QString &why) { return tl::unexpected(why); };
    if (field.isEmpty())
        return wrong(QStringLiteral("no Content-Range"));
    const auto range = parseContentRange(field);
    if (!range)
        return wrong(QStringLiteral("a Content-Range that makes no sense"));
    if (total >= 0 && range->total >= 0 && range->total != total)
        return wrong(
            QStringLiteral("a file of %1 bytes instead of %2").arg(range->total).arg(total));
    if (range->first > asked)
        return wrong(QStringLiteral("bytes from %1 on instead of %2").arg(range->first).arg(asked));
    if (range->last < asked)
        return wrong(QStringLiteral("bytes up to %1, which are there").arg(range->last));
    if (total >= 0 && range->last >= total)
        return wrong(QStringLiteral("bytes up to %1 of %2").arg(range->last).arg(total));
    return *range;
}

} // namespace trawl::fetch

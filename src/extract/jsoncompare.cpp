// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/jsoncompare.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>
#include <vector>

namespace trawl::extract::jsonpath {

namespace {

using Pairs = std::vector<std::pair<QJsonValue, QJsonValue>>;

/// QJsonValue keeps integers of 64 bits apart; as doubles large ones run together.
bool equalNumbers(const QJsonValue &a, const QJsonValue &b)
{
    constexpr double exact = 9'007'199'254'740'992.0;
    const double x = a.toDouble();
    if (x != b.toDouble())
        return false;
    return (x > -exact && x < exact) || a.toInteger() == b.toInteger();
}

/// What is to be compared further comes to `pairs`.
bool equalArrays(const QJsonArray &a, const QJsonArray &b, Pairs &pairs)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i)
        pairs.emplace_back(a.at(i), b.at(i));
    return true;
}

bool equalObjects(const QJsonObject &a, const QJsonObject &b, Pairs &pairs)
{
    if (a.size() != b.size())
        return false;
    for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j) { // both in the keys' order
        if (i.key() != j.key())
            return false;
        pairs.emplace_back(i.value(), j.value());
    }
    return true;
}

bool equalHere(const QJsonValue &a, const QJsonValue &b, Pairs &pairs)
{
    if (a.type() != b.type())
        return false;
    switch (a.type()) {
    case QJsonValue::Bool:
        return a.toBool() == b.toBool();
    case QJsonValue::Double:
        return equalNumbers(a, b);
    case QJsonValue::String:
        return a.toString() == b.toString();
    case QJsonValue::Array:
        return equalArrays(a.toArray(), b.toArray(), pairs);
    case QJsonValue::Object:
        return equalObjects(a.toObject(), b.toObject(), pairs);
    default:
        return true; // null, Nothing
    }
}

bool lessText(const QString &a, const QString &b)
{
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (x == a.end() || y == b.end())
        return x == a.end() && y != b.end();
    if (x->isSurrogate() != y->isSurrogate()) // UTF-16 has pairs before U+E000 … U+FFFF
        return y->isSurrogate();
    return *x < *y;
}

} // namespace

bool isEqual(const QJsonValue &a, const QJsonValue &b, qint64 &steps)
{
    Pairs pairs;
    pairs.emplace_back(a, b);
    while (!pairs.empty()) {
        const auto [x, y] = std::move(pairs.back());
        pairs.pop_back();
        if (--steps < 0 || !equalHere(x, y, pairs))
            return false;
    }
    return true;
}

bool isLess(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble()) {
        const double x = a.toDouble();
        const double y = b.toDouble();
        return x == y ? a.toInteger() < b.toInteger() : x < y;
    }
    return a.isString() && b.isString() && lessText(a.toString(), b.toString());
}

qint64 lengthOf(QStringView text)
{
    qint64 result = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i).isLowSurrogate() && text.at(i - 1).isHighSurrogate())
            --result;
    }
    return result;
}

} // namespace trawl::extract::jsonpath

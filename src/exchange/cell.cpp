// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QVariant>

#include <cmath>

namespace trawl::exchange {

namespace {

QByteArray numberText(const item::Value &value)
{
    if (const auto variant = value.toVariant(); variant.typeId() == QMetaType::LongLong)
        return QByteArray::number(variant.toLongLong()); // a double has not all of its digits
    constexpr double exact = 9007199254740992.0;         // 2^53
    const double number = value.toDouble();
    if (number == std::floor(number) && std::abs(number) <= exact)
        return QByteArray::number(qint64(number));
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QByteArray cleanText(QByteArray text)
{
    const QByteArrayView view(text);
    if (view.isValidUtf8() && !view.contains('\0'))
        return text;
    return QString::fromUtf8(text).replace(QChar(u'\0'), QChar::ReplacementCharacter).toUtf8();
}

Cell cellOf(const item::Value &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return {CellKind::Flag, value.toBool() ? "true" : "false"};
    case QJsonValue::Double:
        if (!std::isfinite(value.toDouble()))
            return {};
        return {CellKind::Number, numberText(value)};
    case QJsonValue::String:
        return {CellKind::Text, cleanText(value.toString().toUtf8())};
    case QJsonValue::Array:
        return {CellKind::Json, QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)};
    case QJsonValue::Object:
        return {CellKind::Json, QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)};
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

} // namespace trawl::exchange

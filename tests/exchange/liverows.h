// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/livesink.h"

#include <QFile>
#include <QStringList>

namespace trawl::test {

/// The row of an id, always the same, with texts that try the quoting.
inline item::Result liveRow(int id)
{
    item::Result result;
    result.id = item::ItemId(id);
    result.url = "http://a/" + QByteArray::number(id);
    result.status = item::Status::Done;
    const auto text = QStringLiteral("\"%1\",\r\n\t\u4e2d").arg(id);
    result.record = {text.repeated(1 + id % 40), id / 2.0};
    return result;
}

inline exchange::ExportOptions liveOptions(exchange::ExportFormat format)
{
    return {.format = format, .fields = {QStringLiteral("text"), QStringLiteral("half")}};
}

/// What the caller of a sink keeps in its session: the mark and the number of rows up to it.
struct LiveRecord
{
    qint64 mark = 0;
    int rows = 0;
};

inline LiveRecord readRecord(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto parts = file.readAll().split(' ');
    return {parts.value(0).toLongLong(), parts.value(1).toInt()};
}

} // namespace trawl::test

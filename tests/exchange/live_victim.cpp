// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/liverows.h"

#include <QRandomGenerator>

#include <cstdio>

using namespace trawl;
using namespace trawl::test;

namespace {

/// Takes the old record's place in one step, as a commit of a session does.
bool keepRecord(const QString &path, LiveRecord record)
{
    const auto fresh = path + QStringLiteral(".new");
    QFile file(fresh);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QByteArray::number(record.mark) + ' ' + QByteArray::number(record.rows));
    file.close();
    return std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) ==
           0;
}

} // namespace

/// Appends rows to the live export that argv[1] names until it is killed, on from the record in
/// argv[2]; says "kept" each time it has kept its record.
int main(int, char **argv)
{
    const auto path = QString::fromLocal8Bit(argv[1]);
    const auto recordPath = QString::fromLocal8Bit(argv[2]);
    auto record = readRecord(recordPath);
    const auto format = *exchange::exportFormat(path);
    const auto sink = exchange::LiveSink::open(path, liveOptions(format), record.mark);
    if (!sink) {
        std::fprintf(stderr, "%s\n", qPrintable(sink.error().detail));
        return 1;
    }
    for (;;) {
        QList<item::Result> rows;
        for (int left = QRandomGenerator::global()->bounded(1, 200); left > 0; --left)
            rows.append(liveRow(++record.rows));
        const auto mark = (*sink)->append(rows);
        if (!mark)
            return 1;
        record.mark = *mark;
        if (!keepRecord(recordPath, record))
            return 1;
        std::puts("kept");
        std::fflush(stdout);
    }
}

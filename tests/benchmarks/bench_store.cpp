// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <cstdio>
#include <sqlite3.h>

using namespace trawl;
using namespace trawl::test;

namespace {

void tell(const char *what, const QElapsedTimer &timer, qint64 items)
{
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    std::printf("%-12s %9lld items %7.3f s %10.0f items/s\n", what, static_cast<long long>(items),
                seconds, double(items) / seconds);
}

/// Waits when the store is behind, as the engine does.
void holdBack(const store::Store &store)
{
    while (store.backlog() > 20'000)
        QThread::usleep(200);
}

std::unique_ptr<store::Store> openOrExit(const QString &path)
{
    auto store = store::Store::open(path);
    if (store)
        return std::move(*store);
    std::fprintf(stderr, "%s\n", qPrintable(store.error().detail));
    std::exit(1);
}

void write(const QString &path, qint64 count)
{
    QElapsedTimer timer;
    auto store = openOrExit(path);
    store->addJob(makeJob(1));
    std::vector<store::ImportBatch> batches;
    for (qint64 first = 1; first < count; first += 1000)
        batches.push_back(makeBatch(first, 1000));
    timer.start();
    for (auto &batch : batches) {
        store->import(std::move(batch));
        holdBack(*store);
    }
    while (store->backlog() > 0)
        QThread::usleep(200);
    tell("import", timer, count);

    std::vector<QList<store::ItemUpdate>> bursts;
    for (qint64 first = 1; first < count; first += 500)
        bursts.push_back(makeUpdates(first, 500));
    timer.start();
    for (auto &burst : bursts) {
        store->apply(std::move(burst));
        holdBack(*store);
    }
    while (store->backlog() > 0)
        QThread::usleep(200);
    tell("apply", timer, count);
    timer.start();
    store.reset();
    tell("close", timer, count);
}

void read(const QString &path, qint64 count)
{
    QElapsedTimer timer;
    timer.start();
    auto store = openOrExit(path);
    tell("open", timer, count);
    timer.start();
    qint64 seen = 0;
    std::vector<item::UrlBlockPtr> blocks;
    store->loadItems([&](item::UrlBlockPtr block, std::vector<store::ItemState> states) {
        seen += qint64(states.size());
        blocks.push_back(std::move(block));
    });
    tell("load", timer, seen);
    timer.start();
    auto reader = store::ResultReader::open(path, {});
    for (seen = 0; (*reader)->next();)
        ++seen;
    tell("results", timer, seen);
}

void markUnclean(const QString &path)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(QFile::encodeName(path).constData(), &handle);
    sqlite3_exec(handle, "UPDATE session SET clean = 0", nullptr, nullptr, nullptr);
    sqlite3_close(handle);
}

} // namespace

/// bench_store FILE [ITEMS]: the inner loops of a session that does not exist yet.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc < 2)
        return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    const qint64 count = argc > 2 ? QByteArray(argv[2]).toLongLong() : 1'000'000;
    write(path, count);
    read(path, count);
    markUnclean(path);
    QElapsedTimer timer;
    timer.start();
    auto store = openOrExit(path);
    tell("open+check", timer, count);
}

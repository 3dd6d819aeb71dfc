// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessions.h"

#include <QCoreApplication>

#include <cstdio>

using namespace trawl;
using namespace trawl::test;

namespace {

constexpr qint64 ItemsABurst = 100;
constexpr int Groups = 20; ///< of items; bursts go through them in turn
/// Fills the WAL soon, so that a kill also hits checkpoints.
const QString Bulk(4000, u'x');

void say(const char *word, quint64 number)
{
    std::printf("%s %llu\n", word, static_cast<unsigned long long>(number));
    std::fflush(stdout);
}

/// Each burst says who wrote it: all its items get its number as `attempts`.
void applyNext(store::Store &store, int &burst)
{
    ++burst;
    const qint64 first = 1 + (burst % Groups) * ItemsABurst;
    auto updates = makeUpdates(first, ItemsABurst);
    for (auto &update : updates) {
        update.attempts = burst;
        update.outcome.failure.detail = Bulk;
    }
    store.apply(std::move(updates));
}

} // namespace

/// Writes bursts to the session that argv[1] names until it is killed, and prints each number that
/// was committed. argv[2] is the number of the last burst of the run before.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    auto store = store::Store::open(QString::fromLocal8Bit(argv[1]));
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().detail));
        return 1;
    }
    const int before = QByteArray(argv[2]).toInt();
    int burst = before;
    if (before == 0)
        (*store)->import(makeBatch(1, Groups * ItemsABurst));
    QObject::connect(store->get(), &store::Store::committed, &app, [&](quint64 number) {
        say("committed", number + quint64(before));
        applyNext(**store, burst);
    });
    say("open", 0);
    for (int ahead = 0; ahead < 8; ++ahead)
        applyNext(**store, burst);
    return app.exec();
}

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessions.h"
#include "support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace tst_storekill {

using namespace trawl;
using namespace trawl::test;

/// kill -9 in the middle of bursts: what was reported as committed is there, nothing is half there.
class StoreKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasCommitted();
    void lockGoesWithItsOwner();

private:
    static constexpr int ItemsABurst = 100;
    static constexpr int Groups = 20;
};

namespace {

bool waitForLine(QProcess &process, QByteArray &output, const QByteArray &word)
{
    while (!output.contains(word)) {
        if (!process.waitForReadyRead(support::patienceMs))
            return false;
        output += process.readAll();
    }
    return true;
}

void start(QProcess &process, const QString &path, int before)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(STORE_VICTIM_PROGRAM), {path, QString::number(before)});
}

void killHard(QProcess &process)
{
    process.kill();
    process.waitForFinished();
}

int lastNumber(const QByteArray &output)
{
    const qsizetype end = output.lastIndexOf('\n'); // a line without its end does not count
    const qsizetype begin = output.left(end).lastIndexOf("committed ");
    return begin < 0 ? 0 : output.mid(begin + 10, end - begin - 10).toInt();
}

} // namespace

void StoreKillTest::keepsWhatWasCommitted()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.trawl"));
    int written = 0;
    for (int round = 0; round < 15; ++round) {
        QProcess victim;
        start(victim, path, written);
        QByteArray output;
        // At any point of its work; about every 35th burst there is a checkpoint.
        const int last = written + 1 + QRandomGenerator::global()->bounded(70);
        QVERIFY(waitForLine(victim, output, "committed " + QByteArray::number(last)));
        QThread::usleep(QRandomGenerator::global()->bounded(5000));
        killHard(victim);
        output += victim.readAll();
        const int committed = lastNumber(output);
        QVERIFY(committed >= last);

        auto store = store::Store::open(path); // runs quick_check
        QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
        const auto states = loadAll(**store).states;
        QCOMPARE(states.size(), std::size_t(Groups * ItemsABurst));
        int newest = 0;
        for (std::size_t group = 0; group < Groups; ++group) {
            const int burst = states[group * ItemsABurst].attempts;
            newest = qMax(newest, burst);
            for (std::size_t index = 0; index < ItemsABurst; ++index)
                QCOMPARE(states[group * ItemsABurst + index].attempts, burst);
        }
        QVERIFY2(newest >= committed,
                 qPrintable(QStringLiteral("%1 of %2").arg(newest).arg(committed)));
        // Bursts are in order: each of the last ones up to the newest is in its place.
        for (int burst = qMax(1, newest - Groups + 1); burst <= newest; ++burst)
            QCOMPARE(states[std::size_t(burst % Groups * ItemsABurst)].attempts, burst);
        written = newest;
    }
}

void StoreKillTest::lockGoesWithItsOwner()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.trawl"));
    QProcess owner;
    start(owner, path, 0);
    QByteArray output;
    QVERIFY(waitForLine(owner, output, "open"));
    const auto second = store::Store::open(path);
    QVERIFY(!second);
    QVERIFY(second.error().reason == item::Reason::Session);
    QVERIFY2(second.error().detail.contains(
                 QStringLiteral("in use by process %1").arg(owner.processId())),
             qPrintable(second.error().detail));
    killHard(owner);
    QVERIFY(QFile::exists(path + QStringLiteral(".lock")));
    QVERIFY(store::Store::open(path));
}

TRAWL_TEST(Guiless, StoreKillTest)

} // namespace tst_storekill

#include "tst_storekill.moc"

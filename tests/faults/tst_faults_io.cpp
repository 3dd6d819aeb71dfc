// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QTest>

#include <cerrno>

namespace tst_faults_io {

using namespace trawl;
using namespace trawl::faults;

namespace {

constexpr int mostCalls = 400;

struct Kind
{
    const char *name;
    int error;
};

constexpr std::array kinds{
    Kind{"open", EACCES}, Kind{"write", EIO}, Kind{"sync", EIO},
    Kind{"rename", EIO},  Kind{"close", EIO}, Kind{"allocate", EIO},
};

/// Nobody's fault, and to be waited for (row 38a).
constexpr Kind tooManyOpen{"open", EMFILE};

} // namespace

/// The Nth open, write, sync, rename, close or allocation fails, for every N, in a worker and in
/// the front end (row 12): the run ends, says why, and the state is never ahead of the data.
class FaultsIo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCall_data();
    void everyCall();
    void tooFewDescriptorsFailNobody();

private:
    enum class Fired { No, Yes };
    static Fired failOnce(const QString &program, const Kind &kind, int number);
    static void work(Bench &bench);
};

void FaultsIo::everyCall_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("kind");
    for (const char *program : {"trawl-worker", "trawlc"}) {
        for (std::size_t i = 0; i < kinds.size(); ++i)
            QTest::addRow("12 %s %s", program, kinds[i].name)
                << QString::fromLatin1(program) << int(i);
    }
}

void FaultsIo::work(Bench &bench)
{
    bench.work(9);                                                         // each kind of body once
    bench.serve("/large.bin", {bodyOf("large", (1 << 20) + (128 << 10))}); // is allocated, saved
}

FaultsIo::Fired FaultsIo::failOnce(const QString &program, const Kind &kind, int number)
{
    Bench bench;
    work(bench);
    const auto what = QStringLiteral("%1:%2:%3:%4")
                          .arg(program, QString::fromLatin1(kind.name))
                          .arg(number)
                          .arg(kind.error);
    bench.useShim({{QStringLiteral("FAIL"), what}});
    const int status = bench.get({QStringLiteral("-w"), QStringLiteral("1")});
    const bool fired = bench.shimFired();
    const bool exported = status == 0 || status == 1;
    auto problem = bench.problem({.requests = 2, .killed = !exported});
    if (status < 0)
        problem += "\nit crashed or hung";
    if (status != 0 && kind.error == tooManyOpen.error)
        problem += "\nnot all was done";
    bench.useShim({});
    if (problem.isEmpty() && bench.get() != 0)
        problem = "the next run has not done it all";
    // What failed may be asked for again.
    if (problem.isEmpty())
        problem = bench.problem({.requests = 4});
    if (!problem.isEmpty())
        QTest::qFail((what.toUtf8() + ": " + problem + '\n' + bench.trawlc().err()).constData(),
                     __FILE__, __LINE__);
    return fired ? Fired::Yes : Fired::No;
}

void FaultsIo::everyCall()
{
    QFETCH(const QString, program);
    QFETCH(const int, kind);
    int number = 1;
    while (number < mostCalls && !QTest::currentTestFailed() &&
           failOnce(program, kinds[std::size_t(kind)], number) == Fired::Yes)
        ++number;
    if (QTest::currentTestFailed())
        return;
    QVERIFY(number < mostCalls);
    qInfo("%d calls", number - 1);
}

void FaultsIo::tooFewDescriptorsFailNobody()
{
    for (int number = 1; !QTest::currentTestFailed(); ++number) {
        QVERIFY(number < mostCalls);
        if (failOnce(QStringLiteral("trawl-worker"), tooManyOpen, number) == Fired::No)
            return;
    }
}

TRAWL_TEST(Guiless, FaultsIo)

} // namespace tst_faults_io

#include "tst_faults_io.moc"

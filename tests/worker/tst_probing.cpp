// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/probing.h"

#include "support/testmain.h"
#include "worker/workerharness.h"

#include <QFile>

namespace tst_probing {

using namespace trawl;
using namespace trawl::worker;

namespace {

/// On a page of many paragraphs it takes until its effort is spent.
constexpr auto slowRecipe = R"~({"fields":{"a":"xpath:string(//p[count(//p)=0])"}})~";
constexpr auto recipe = R"({"rows":"li","fields":{"name":"b"}})";

item::Probe probeOf(quint64 number, const QString &path)
{
    return {number, recipe, "http://a.test/", "text/html", path, {}, true, true};
}

QString written(const QTemporaryDir &directory, const QByteArray &body)
{
    const auto path = directory.filePath(QStringLiteral("body"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(body) == body.size() ? path : QString();
}

item::ProbeAnswer together(const QList<item::ProbeAnswer> &pieces)
{
    auto answer = pieces.first();
    for (const auto &piece : pieces.sliced(1))
        answer.append(piece);
    return answer;
}

} // namespace

/// Recipes tried in a worker: the step itself, and a real process.
class TestProbing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsNotThere()
    {
        const auto answer = runProbe(probeOf(3, QStringLiteral("/nowhere/at/all")));
        QCOMPARE(answer.number, 3U);
        QCOMPARE(answer.failure.reason, item::Reason::FileError);
    }
    void piecesAddUp()
    {
        item::ProbeAnswer answer;
        answer.number = 4;
        answer.note = QStringLiteral("note");
        answer.missing = {1, 2};
        for (int i = 0; i < 1000; ++i) {
            answer.records.append(QByteArray(3000, char('a' + i % 26)));
            answer.lost.append({i, 0, QString(2000, u'x')});
            answer.links.append(QByteArray(1000, 'l'));
            answer.matches.append({i, i + 1});
        }
        answer.source = QString(item::ProbeAnswer::mostSource, u'\u0416');
        const auto pieces = inPieces(answer);
        QVERIFY(pieces.size() > 10);
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            QCOMPARE(pieces[i].number, 4U);
            QCOMPARE(pieces[i].goesOn, i + 1 < pieces.size());
            QVERIFY(wire::encode(wire::Probed{pieces[i]}).size() < qsizetype(wire::maxFrame));
        }
        QCOMPARE(together(pieces), answer);
        QCOMPARE(inPieces(item::ProbeAnswer()).size(), 1);
    }

    void aRealWorkerAnswers()
    {
        tests::WorkerHarness bench;
        QVERIFY(bench.begin());
        const auto path = written(bench.directory, "<ul><li><b>One</b><li><b>Two</b><li></ul>");
        bench.send(wire::Probe{probeOf(1, path)});
        QTRY_VERIFY(bench.probed.contains(1));
        QCOMPARE(bench.probed[1].records,
                 (QList<QByteArray>{R"(["One"])", R"(["Two"])", "[null]"}));
        QCOMPARE(bench.probed[1].missing, QList<qint64>{1});
        QCOMPARE(bench.probed[1].sameInOther, std::optional(true));
        QVERIFY(bench.outcomes.isEmpty());
    }
    void largeAnswersComeInFrames()
    {
        tests::WorkerHarness bench;
        QVERIFY(bench.begin());
        const auto text = QByteArray("<li><b>\xd0\x96</b>").repeated(100'000);
        bench.send(wire::Probe{probeOf(1, written(bench.directory, text))});
        QTRY_VERIFY(bench.probed.contains(1) && !bench.probed[1].goesOn);
        QVERIFY(bench.probedFrames > 1);
        QCOMPARE(bench.probed[1].recordCount, 100'000);
        QCOMPARE(bench.probed[1].source.size(), 1'200'000);
    }
    void tasksGoOnBesideIt()
    {
        tests::WorkerHarness bench;
        QVERIFY(bench.begin());
        bench.server.body("/a", "hello");
        const auto slow = written(bench.directory, QByteArray("<p>x").repeated(60'000));
        auto probe = probeOf(1, slow);
        probe.recipe = slowRecipe;
        bench.send(wire::Probe{probe});
        bench.send(wire::Assign{{bench.request(1, "/a")}});
        QTRY_VERIFY(bench.outcomeOf(1));
        QVERIFY2(bench.probed.isEmpty(), "the probe was too quick to tell anything");
        QTRY_VERIFY(bench.probed.contains(1));
        QCOMPARE(bench.probed[1].failure.reason, item::Reason::BadPage);
    }
    void aDrainedWorkerAnswersFirst()
    {
        tests::WorkerHarness bench;
        QVERIFY(bench.begin());
        const auto slow = written(bench.directory, QByteArray("<li><b>x</b>").repeated(50'000));
        bench.send(wire::Probe{probeOf(1, slow)});
        bench.send(wire::Drain{});
        QVERIFY(bench.waitForExit(20'000));
        QTRY_VERIFY(bench.probed.contains(1));
        QCOMPARE(bench.probed[1].recordCount, 50'000);
        QCOMPARE(bench.worker.exitCode(), 0);
    }
};

TRAWL_TEST(Guiless, TestProbing)

} // namespace tst_probing

#include "tst_probing.moc"

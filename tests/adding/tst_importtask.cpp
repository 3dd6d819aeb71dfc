// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/importtask.h"

#include "engine/enginethread.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tst_importtask {

using namespace trawl;
using namespace trawl::adding;
using item::JobId;

namespace {

engine::EngineOptions noFetching()
{
    engine::EngineOptions options;
    options.fetches = false;
    return options;
}

QByteArray links(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += "http://a.example/" + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

/// What was agreed to in the review, read into a real session, though the list may be another one
/// by then.
class TestImportTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<engine::EngineThread>(noFetching());
        QVERIFY(m_engine->call([](engine::Engine &e) { return e.open().has_value(); }));
        connect(m_engine->engine(), &engine::Engine::changed, this,
                [this](const engine::ChangeSet &changes) { m_jobs = changes.jobs; });
    }
    void cleanup()
    {
        m_engine.reset();
        m_dir.reset();
    }

    void readsAll()
    {
        const auto report = import(list("a.txt", links(2500)));
        QVERIFY(report.result);
        QCOMPARE(report.result->added, 2500);
        QCOMPARE(report.readError, QString());
        QVERIFY(!report.cancelled);
        QCOMPARE(jobs().size(), 1);
        QCOMPARE(jobs()[0].counts.total(), 2500);
    }

    void aListThatIsGoneLeavesNoJob()
    {
        auto plan = list("a.txt", links(10));
        QFile::remove(plan.input.files.first());
        const auto report = import(plan);
        QVERIFY2(report.readError.startsWith(u"a.txt: "), qPrintable(report.readError));
        QVERIFY2(report.readError.contains(u"No such file"), qPrintable(report.readError));
        QVERIFY(jobs().isEmpty());
    }

    void whatIsLeftOfSeveralIsRead()
    {
        auto plan = list("gone.txt", links(10));
        QFile::remove(plan.input.files.first());
        plan.input.files += list("there.txt", links(20)).input.files;
        const auto report = import(plan);
        QVERIFY2(report.readError.startsWith(u"gone.txt: "), qPrintable(report.readError));
        QCOMPARE(report.result->added, 20);
        QCOMPARE(jobs().size(), 1);
    }

    void whatIsPassedOverIsNoError()
    {
        const auto report = import(list("a.txt", "See this:\nand http://a.example/1\n"));
        QCOMPARE(report.result->added, 1);
        QCOMPARE(report.readError, QString());
        QVERIFY2(report.readNote.contains(u"line 1"), qPrintable(report.readNote));
    }

    void aListThatBecameShorterIsReadAsItIs()
    {
        auto plan = list("a.txt", links(1000));
        plan.expected = 1000;
        QVERIFY(QFile::resize(plan.input.files.first(), links(10).size()));
        const auto report = import(plan);
        QCOMPARE(report.result->added, 10);
        QCOMPARE(report.readError, QString());
    }

    void anotherListOfThatNameIsAnotherJob()
    {
        QCOMPARE(import(list("a.txt", links(10))).result->added, 10);
        QCOMPARE(import(list("a.txt", links(15))).result->added, 5); // it has grown
        QCOMPARE(jobs().size(), 1);
        QCOMPARE(import(list("a.txt", "http://b.example/\n")).result->added, 1);
        QCOMPARE(jobs().size(), 2);
    }

    void itStaysPausedIfItIsNotToStart()
    {
        auto plan = list("a.txt", links(10));
        plan.startNow = false;
        QVERIFY(import(plan).result);
        QVERIFY(jobs().at(0).paused);
    }

    void cookiesThatAreGoneAddNothing()
    {
        auto plan = list("a.txt", links(10));
        plan.cookiesFile = m_dir->filePath(QStringLiteral("cookies.txt"));
        const auto report = import(plan);
        QVERIFY(!report.result);
        QVERIFY2(report.result.error().detail.contains(u"cookies.txt"),
                 qPrintable(report.result.error().detail));
        QVERIFY(jobs().isEmpty());
    }

    void linesOfACookieFileThatAreNoneAreTold()
    {
        auto plan = list("a.txt", links(10));
        plan.cookiesFile =
            list("cookies.txt", "a.test\tFALSE\t/\tFALSE\t0\tn\tv\nn=v\n").input.files.first();
        const auto report = import(plan);
        QVERIFY(report.result);
        QCOMPARE(report.readNote, plan.cookiesFile + QStringLiteral(" has a line without a cookie, "
                                                                    "which is left out: line 2"));
    }

    void cancelledItKeepsWhatItHasAndGoesOnThere()
    {
        constexpr int many = 200'000;
        const auto plan = list("a.txt", links(many));
        const auto first = import(plan, true);
        QVERIFY(first.cancelled);
        QVERIFY(first.result);
        QVERIFY(first.result->added > 0 && first.result->added < many);
        QCOMPARE(first.readError, QString());
        const auto second = import(plan);
        QCOMPARE(second.result->skipped, first.result->added);
        QCOMPARE(second.result->added, many - first.result->added);
        QCOMPARE(jobs().size(), 1);
        QCOMPARE(jobs()[0].counts.total(), many);
    }

private:
    [[nodiscard]] ImportPlan list(const char *name, const QByteArray &text) const
    {
        const auto path = m_dir->filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the list cannot be written");
        ImportPlan plan;
        plan.input.files = {path};
        plan.name = QString::fromLatin1(name);
        plan.directory = m_dir->filePath(QStringLiteral("out"));
        return plan;
    }
    ImportReport import(const ImportPlan &plan, bool cancelAfterFirst = false)
    {
        ImportTask task(*m_engine, plan);
        ImportReport report;
        bool over = false;
        connect(&task, &ImportTask::finished, this, [&](const ImportReport &told) {
            report = told;
            over = true;
        });
        if (cancelAfterFirst) {
            connect(&task, &ImportTask::progress, &task, [&task](qint64 entries) {
                if (entries > 0)
                    task.cancel();
            });
        }
        task.start();
        if (!support::comes([&] { return over; }))
            qFatal("the import does not end");
        return report;
    }
    /// As the session tells them now.
    QList<engine::JobState> jobs()
    {
        m_jobs.reset();
        m_engine->post([](engine::Engine &e) { e.requestChanges(); });
        if (!support::comes([this] { return m_jobs.has_value(); }))
            qFatal("the session does not answer");
        return *m_jobs;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<engine::EngineThread> m_engine;
    std::optional<QList<engine::JobState>> m_jobs;
};

TRAWL_TEST(Guiless, TestImportTask)

} // namespace tst_importtask

#include "tst_importtask.moc"

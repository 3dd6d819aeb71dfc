// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/survey.h"
#include "support/testmain.h"

#include "support/growth.h"
#include "support/loopturns.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tst_survey {

using namespace trawl;
using namespace trawl::adding;

class TestSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndExplains()
    {
        const auto survey = surveyOf({.text = QStringLiteral("http://a.example/1\n"
                                                             "http://a.example/2\n"
                                                             "http://a.example/1\n"
                                                             "ftp://a.example/3\n"
                                                             "http://a.example/4\n"
                                                             "http://a.example/5\n"),
                                      .files = {}});
        QCOMPARE(survey.valid, 4);
        QCOMPARE(survey.duplicate, 1);
        QCOMPARE(survey.invalid, 1);
        QCOMPARE(survey.total(), 6);
        QCOMPARE(survey.hosts.size(), 1);
        QCOMPARE(survey.hosts[0].name, QByteArray("a.example"));
        QCOMPARE(survey.hosts[0].links, 4);
        QCOMPARE(survey.links.size(), 4);
        QCOMPARE(survey.problems.size(), 2);
        QCOMPARE(survey.problems[0].line, 3);
        QCOMPARE(survey.problems[0].reason, item::Reason::Duplicate);
        QCOMPARE(survey.problems[1].line, 4);
        QCOMPARE(survey.problems[1].reason, item::Reason::UnsupportedScheme);
        QVERIFY(survey.complete);
    }

    void namesTheFileOfAProblem()
    {
        const auto file = write("http://a.example/1\nhttp://a.example/1\nhttp://a.example/2\n");
        const auto survey = surveyOf({.text = {}, .files = {file}});
        QCOMPARE(survey.problems.size(), 1);
        QCOMPARE(survey.problems[0].file, QStringLiteral("list.txt"));
    }

    void keepsTheFirstProblemsOnly()
    {
        QByteArray list;
        for (int i = 0; i < 15'000; ++i)
            list += "http://a.example/same\n";
        const auto survey = surveyOf({.text = {}, .files = {write(list)}});
        QCOMPARE(survey.valid, 1);
        QCOMPARE(survey.duplicate, 14'999);
        QCOMPARE(survey.problems.size(), Survey::problemLimit);
    }

    void saysWhatCannotBeRead()
    {
        const auto survey = surveyOf({.text = {}, .files = {m_dir.filePath(QStringLiteral("no"))}});
        QCOMPARE(survey.total(), 0);
        QVERIFY(survey.error.startsWith(u"no: "));
    }

    void countsAsTheEngineWillTakeThem()
    {
        const auto survey = surveyOf({.text = QStringLiteral("http://a.example/1\n"
                                                             "http://a.example/1 name=x\n"
                                                             "http://a.example/1 name=x\n"
                                                             "http://b.example:81/ size=100\n"),
                                      .files = {}});
        QCOMPARE(survey.valid, 3); // another name is another wish
        QCOMPARE(survey.duplicate, 1);
        QCOMPARE(survey.hosts.size(), 2);
        QCOMPARE(survey.hosts[1].name, QByteArray("b.example:81"));
        QCOMPARE(survey.bytes, 100);
    }

    void knowsWhatTheSessionHas()
    {
        auto block = std::make_shared<item::UrlBlock>(item::ItemId(1), item::JobId(1));
        block->append("http://a.example/1");
        block->append("http://a.example/2");
        const auto session = std::make_shared<const SessionLinks>(
            QList<item::UrlBlockPtr>{block}, QSet<item::ItemId>{item::ItemId(2)});
        const auto survey = surveyOf({.text = QStringLiteral("http://a.example/1\n"
                                                             "http://a.example/2\n"
                                                             "http://a.example/3\n"),
                                      .files = {}},
                                     {}, session);
        QCOMPARE(survey.valid, 3);
        QCOMPARE(survey.known, 1); // the second was removed
    }

    void leavesPatternsAlone()
    {
        const ListInput input{.text = QStringLiteral("http://a.example/[1-3]\nhttp://b.example/"),
                              .files = {}};
        const auto expanded = surveyOf(input);
        QCOMPARE(expanded.valid, 4);
        QCOMPARE(expanded.patterns.size(), 1);
        QCOMPARE(expanded.patterns[0].last, QStringLiteral("http://a.example/3"));
        const auto plain = surveyOf(input, {.patterns = false});
        QCOMPARE(plain.valid, 2);
        QCOMPARE(plain.links[0].url, QByteArray("http://a.example/[1-3]"));
    }

    void countsNoPatternForEver()
    {
        const auto survey =
            surveyOf({.text = QStringLiteral("http://a.example/[1-999999999]"), .files = {}});
        QVERIFY(survey.more);
        QCOMPARE(survey.total(), Survey::entryLimit);
    }

    void showsTheTable()
    {
        const auto file =
            write("a;where\n1;http://a.example/1\n2;http://a.example/2\n", QStringLiteral("t.csv"));
        const auto survey = surveyOf({.text = {}, .files = {file}});
        QVERIFY(survey.hasTable);
        QCOMPARE(survey.table.layout.columns.size(), 2);
        QCOMPARE(survey.table.rows.size(), 2);
        QCOMPARE(survey.valid, 2);
        auto layout = survey.table.layout;
        layout.columns[0].role = exchange::Role::Name;
        const auto again = surveyOf({.text = {}, .files = {file}}, {.layout = layout});
        QVERIFY(again.links[0].options);
        QCOMPARE(again.links[0].options->name, QStringLiteral("1"));
    }

    void readsAFileInTheCharsetThatIsChosen()
    {
        const auto file = write("http://a.example/\xd6\xd0 name=\xd6\xd0\n");
        const auto chosen = surveyOf({.text = {}, .files = {file}}, {.charset = "gbk"});
        QCOMPARE(chosen.charset, QByteArray("gbk"));
        QVERIFY2(chosen.sample.contains(u'中'), qPrintable(chosen.sample));
        QCOMPARE(chosen.links[0].url, QByteArray("http://a.example/%E4%B8%AD"));
    }

    void readsTheListsOfAFolder()
    {
        QDir folder(m_dir.filePath(QStringLiteral("lists")));
        QVERIFY(folder.mkpath(QStringLiteral("below/.hidden")));
        (void)write("http://a.example/1\n", QStringLiteral("lists/b.txt"));
        (void)write("url\nhttp://a.example/2\n", QStringLiteral("lists/a.csv"));
        (void)write("http://a.example/3\n", QStringLiteral("lists/below/c.urls"));
        (void)write("http://no.example/\n", QStringLiteral("lists/below/.hidden/d.txt"));
        (void)write("http://no.example/\n", QStringLiteral("lists/.e.txt"));
        (void)write("http://no.example/\n", QStringLiteral("lists/picture.png"));
        const auto survey = surveyOf({.text = {}, .files = {folder.path()}});
        QCOMPARE(survey.files, 3);
        QCOMPARE(survey.valid, 3);
        QCOMPARE(survey.links[0].url, QByteArray("http://a.example/2"));
        QVERIFY(folder.mkpath(QStringLiteral("empty")));
        const auto none =
            surveyOf({.text = {}, .files = {folder.filePath(QStringLiteral("empty"))}});
        QVERIFY2(none.error.contains(u"no lists"), qPrintable(none.error));
    }

    void aMillionLinesDoNotHoldUpTheWindow()
    {
        QFile file(m_dir.filePath(QStringLiteral("million.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 1'000'000; ++i)
            file.write("http://host" + QByteArray::number(i % 1000) + ".example/" +
                       QByteArray::number(i) + '\n');
        file.close();
        SurveyTask task({.text = {}, .files = {file.fileName()}});
        Survey last;
        int updates = 0;
        connect(&task, &SurveyTask::updated, this, [&](const Survey &survey) {
            ++updates;
            last = survey;
        });
        const support::LoopTurns turns;
        task.start();
        QCOMPARE(updates, 0);
        QTRY_VERIFY(last.complete);
        QCOMPARE(last.valid, 1'000'000);
        QCOMPARE(last.hosts.size(), 1000);
        QVERIFY(updates > 1);
        // What the window hears of it is little, and it has time for other things in between.
        QVERIFY2(updates < 1000 && turns.count() > updates, qPrintable(QString::number(updates)));
    }

    void lettingGoOfALongSurveyIsQuick()
    {
        QFile file(m_dir.filePath(QStringLiteral("nothing.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 120; ++i)
            file.write(QByteArray("no link, ").repeated(50'000)); // 54 MB in one line
        file.close();
        const auto whole =
            support::spent([&] { surveyOf({.text = {}, .files = {file.fileName()}}); });
        auto task = std::make_unique<SurveyTask>(ListInput{.text = {}, .files = {file.fileName()}});
        task->start();
        QTest::qWait(5);
        const auto letGo = support::spent([&] { task.reset(); });
        QVERIFY2(letGo < whole / 4, qPrintable(QString::number(letGo / whole)));
    }

    void endsWhenItIsNoLongerWanted()
    {
        QByteArray list;
        for (int i = 0; i < 200'000; ++i)
            list += "http://a.example/" + QByteArray::number(i) + '\n';
        int complete = 0;
        {
            SurveyTask task({.text = {}, .files = {write(list)}});
            connect(&task, &SurveyTask::updated, this,
                    [&](const Survey &survey) { complete += survey.complete ? 1 : 0; });
            task.start();
            task.cancel();
        }
        QCoreApplication::processEvents();
        QCOMPARE(complete, 0);
    }

private:
    Survey surveyOf(const ListInput &input, const ReadChoices &choices = {},
                    const std::shared_ptr<const SessionLinks> &session = {})
    {
        SurveyTask task(input, choices, session);
        Survey last;
        connect(&task, &SurveyTask::updated, this, [&](const Survey &survey) { last = survey; });
        task.start();
        [&] { QTRY_VERIFY(last.complete); }();
        return last;
    }
    QString write(const QByteArray &content, const QString &name = QStringLiteral("list.txt"))
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a list");
        return file.fileName();
    }

    QTemporaryDir m_dir;
};

TRAWL_TEST(Guiless, TestSurvey)

} // namespace tst_survey

#include "tst_survey.moc"

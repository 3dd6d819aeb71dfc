// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/survey.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
        QCOMPARE(survey.host, QStringLiteral("a.example"));
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
        for (int i = 0; i < 5000; ++i)
            list += "http://a.example/same\n";
        const auto survey = surveyOf({.text = {}, .files = {write(list)}});
        QCOMPARE(survey.valid, 1);
        QCOMPARE(survey.duplicate, 4999);
        QCOMPARE(survey.problems.size(), Survey::problemLimit);
    }

    void saysWhatCannotBeRead()
    {
        const auto survey = surveyOf({.text = {}, .files = {m_dir.filePath(QStringLiteral("no"))}});
        QCOMPARE(survey.total(), 0);
        QVERIFY(survey.error.startsWith(u"no: "));
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
    Survey surveyOf(const ListInput &input)
    {
        SurveyTask task(input);
        Survey last;
        connect(&task, &SurveyTask::updated, this, [&](const Survey &survey) { last = survey; });
        task.start();
        [&] { QTRY_VERIFY(last.complete); }();
        return last;
    }
    QString write(const QByteArray &content)
    {
        QFile file(m_dir.filePath(QStringLiteral("list.txt")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a list");
        return file.fileName();
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestSurvey)
#include "tst_survey.moc"

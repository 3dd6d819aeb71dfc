// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_startup {

using namespace trawl::app;

class TestStartup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhetherThereIsADisplay_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("display");
        QTest::addColumn<QString>("wayland");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("lacks");
        const QStringList plain{QStringLiteral("trawl")};
        QTest::newRow("nothing") << ""
                                 << ""
                                 << "" << plain << true;
        QTest::newRow("x") << ""
                           << ":0"
                           << "" << plain << false;
        QTest::newRow("wayland") << ""
                                 << ""
                                 << "wayland-0" << plain << false;
        QTest::newRow("xcb") << "xcb"
                             << ""
                             << "" << plain << true;
        QTest::newRow("xcb with options") << "xcb:x=1"
                                          << ""
                                          << "" << plain << true;
        QTest::newRow("wayland-egl") << "wayland-egl"
                                     << ""
                                     << "" << plain << true;
        QTest::newRow("offscreen") << "offscreen"
                                   << ""
                                   << "" << plain << false;
        QTest::newRow("argument") << ""
                                  << ""
                                  << ""
                                  << QStringList{QStringLiteral("trawl"),
                                                 QStringLiteral("-platform"),
                                                 QStringLiteral("offscreen")}
                                  << false;
    }
    void knowsWhetherThereIsADisplay()
    {
        QFETCH(QString, platform);
        QFETCH(QString, display);
        QFETCH(QString, wayland);
        QFETCH(QStringList, words);
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
        environment.insert(QStringLiteral("DISPLAY"), display);
        environment.insert(QStringLiteral("WAYLAND_DISPLAY"), wayland);
        QTEST(lacksDisplay(environment, words), "lacks");
    }

    void showsTheCommandLineToUseInstead()
    {
        const auto text = noDisplayMessage(
            {QStringLiteral("list.txt"), QStringLiteral("http://a.example/?a=1&b=it's")});
        QVERIFY2(text.endsWith(u"trawlc get list.txt 'http://a.example/?a=1&b=it'\\''s'\n"),
                 qPrintable(text));
        QVERIFY(noDisplayMessage({}).endsWith(u"trawlc get LIST\n"));
    }

    void understandsItsArguments()
    {
        const auto parsed = parse({"--session", "s.trawl", "a.txt", "http://a.example/"});
        QVERIFY(parsed.arguments);
        QCOMPARE(parsed.arguments->session, QStringLiteral("s.trawl"));
        QCOMPARE(parsed.arguments->lists.size(), 2);
        QCOMPARE(parse({"--nonsense"}).status, ExitStatus::Usage);
        QVERIFY(!parse({"--help"}).arguments);
        QVERIFY(parse({"--help"}).output.contains(u"--session"));
        QCOMPARE(parse({"--version"}).output, QStringLiteral("trawl " TRAWL_VERSION "\n"));
    }

    void countsSessionsUp()
    {
        QCOMPARE(otherSessionPath(QStringLiteral("/d/session.trawl")),
                 QStringLiteral("/d/session-2.trawl"));
        QCOMPARE(otherSessionPath(QStringLiteral("/d/session-2.trawl")),
                 QStringLiteral("/d/session-3.trawl"));
        QCOMPARE(otherSessionPath(QStringLiteral("/d/my-list")), QStringLiteral("/d/my-list-2"));
    }

    void findsTheWorker()
    {
        QTemporaryDir dir;
        const auto bin = dir.filePath(QStringLiteral("bin"));
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("bin")));
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("libexec/trawl")));
        const auto beside = dir.filePath(QStringLiteral("bin/trawl-worker"));
        const auto installed = dir.filePath(QStringLiteral("libexec/trawl/trawl-worker"));
        QProcessEnvironment environment;
        QCOMPARE(workerProgram(environment, bin), beside);
        makeProgram(installed);
        QCOMPARE(workerProgram(environment, bin), installed);
        makeProgram(beside);
        QCOMPARE(workerProgram(environment, bin), beside);
        environment.insert(QStringLiteral("TRAWL_WORKER"), QStringLiteral("/x/worker"));
        QCOMPARE(workerProgram(environment, bin), QStringLiteral("/x/worker"));
    }

    void speaksTheChosenLanguage_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("nothing chosen") << QString() << QLocale();
        QTest::newRow("desktop") << QStringLiteral("desktop") << QLocale();
        QTest::newRow("English") << QStringLiteral("en") << QLocale(QLocale::English);
        QTest::newRow("Chinese") << QStringLiteral("zh_CN")
                                 << QLocale(QLocale::Chinese, QLocale::China);
        QTest::newRow("unreadable") << QStringLiteral("klingon") << QLocale();
    }
    void speaksTheChosenLanguage()
    {
        QFETCH(QString, word);
        QFETCH(QLocale, locale);
        QTemporaryDir dir;
        QSettings store(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        if (!word.isEmpty())
            store.setValue(trawl::desktop::Settings::name(trawl::desktop::Setting::Language), word);
        QCOMPARE(chosenLocale(trawl::desktop::Settings(store)), locale);
    }

private:
    static ParsedArguments parse(const QList<QByteArray> &words)
    {
        QStringList line{QStringLiteral("trawl")};
        for (const auto &word : words)
            line << QString::fromLatin1(word);
        return parseArguments(line);
    }
    static void makeProgram(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
};

TRAWL_TEST(Guiless, TestStartup)

} // namespace tst_startup

#include "tst_startup.moc"

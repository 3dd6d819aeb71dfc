// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace tst_program {

namespace {

using trawl::support::patienceMs;

} // namespace

/// The real program as a person or a script starts it.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNoDisplay()
    {
        QProcess trawl;
        auto environment = clean();
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        run(trawl, environment, {QStringLiteral("list.txt")});
        QVERIFY(trawl.waitForFinished(patienceMs));
        QCOMPARE(trawl.exitCode(), 4);
        const auto said = trawl.readAllStandardError();
        QVERIFY2(said.contains("trawlc get list.txt"), said.constData());
        QVERIFY2(!said.contains("qt.qpa"), said.constData());
    }

    void answersQuestionsAboutItself()
    {
        QProcess trawl;
        auto environment = clean();
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        run(trawl, environment, {QStringLiteral("--version")});
        QVERIFY(trawl.waitForFinished(patienceMs));
        QCOMPARE(trawl.exitCode(), 0);
        QCOMPARE(trawl.readAllStandardOutput(), QByteArray("trawl " TRAWL_VERSION "\n"));
        run(trawl, environment, {QStringLiteral("--help")});
        QVERIFY(trawl.waitForFinished(patienceMs));
        QCOMPARE(trawl.exitCode(), 0);
        QVERIFY(trawl.readAllStandardOutput().contains("--session"));
    }

    void refusesAnUnknownOption()
    {
        QProcess trawl;
        run(trawl, clean(), {QStringLiteral("--nonsense")});
        QVERIFY(trawl.waitForFinished(patienceMs));
        QCOMPARE(trawl.exitCode(), 2);
        QVERIFY(trawl.readAllStandardError().contains("nonsense"));
    }

    void keepsItsSessionWhereItIsTold_data()
    {
        QTest::addColumn<bool>("joined");
        QTest::newRow("two words") << false;
        QTest::newRow("one word") << true;
    }
    void keepsItsSessionWhereItIsTold()
    {
        QFETCH(bool, joined);
        QTemporaryDir home;
        const auto environment = homeIn(home);
        const auto session = home.filePath(QStringLiteral("mine.trawl"));
        QProcess trawl;
        run(trawl, environment,
            joined ? QStringList{QStringLiteral("--session=") + session}
                   : QStringList{QStringLiteral("--session"), session});
        waitUntilOpen(home);
        QVERIFY(QFile::exists(session));
        trawl.terminate();
        QVERIFY(trawl.waitForFinished(patienceMs));
        QVERIFY(!QFile::exists(home.filePath(QStringLiteral("trawl/trawl/session.trawl"))));
    }

    void endsInGoodOrderAtASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void endsInGoodOrderAtASignal()
    {
        QFETCH(int, signal);
        QTemporaryDir home;
        const auto environment = homeIn(home);
        QProcess trawl;
        run(trawl, environment, {});
        waitUntilOpen(home);
        QCOMPARE(::kill(pid_t(trawl.processId()), signal), 0);
        QVERIFY(trawl.waitForFinished(patienceMs));
        QCOMPARE(trawl.exitStatus(), QProcess::NormalExit);
        QCOMPARE(trawl.exitCode(), 0);
        QVERIFY2(!trawl.readAllStandardError().contains("ERROR"), "a sanitizer complained");
    }

    void isOneWindowASession()
    {
        QTemporaryDir home;
        const auto environment = homeIn(home);
        QProcess first;
        run(first, environment, {});
        waitUntilOpen(home);
        QProcess second;
        run(second, environment, {QStringLiteral("http://a.example/")});
        QVERIFY(second.waitForFinished(patienceMs));
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(second.readAllStandardError(), QByteArray());
        QCOMPARE(first.state(), QProcess::Running);
        QProcess other;
        const auto its = home.filePath(QStringLiteral("other.trawl"));
        run(other, environment, {QStringLiteral("--session"), its});
        waitUntilOpen(home, 2);
        QVERIFY(QFile::exists(its));
        QCOMPARE(other.state(), QProcess::Running);
        for (auto *trawl : {&first, &other}) {
            trawl->terminate();
            QVERIFY(trawl->waitForFinished(patienceMs));
            QCOMPARE(trawl->exitCode(), 0);
        }
    }

    void saysWhenTheFirstOneHangs()
    {
        QTemporaryDir home;
        const auto environment = homeIn(home);
        QProcess first;
        run(first, environment, {});
        waitUntilOpen(home);
        QCOMPARE(::kill(pid_t(first.processId()), SIGSTOP), 0);
        QProcess second;
        run(second, environment, {});
        QVERIFY(second.waitForFinished(patienceMs));
        QCOMPARE(second.exitCode(), 4);
        const auto said = second.readAllStandardError();
        QVERIFY2(said.contains("does not answer"), said.constData());
        QVERIFY2(said.contains(QByteArray::number(first.processId())), said.constData());
        QCOMPARE(::kill(pid_t(first.processId()), SIGCONT), 0);
        first.terminate();
        QVERIFY(first.waitForFinished(patienceMs));
    }

    void opensAgainAfterACrash()
    {
        QTemporaryDir home;
        const auto environment = homeIn(home);
        QProcess first;
        run(first, environment, {});
        waitUntilOpen(home);
        first.kill();
        QVERIFY(first.waitForFinished(patienceMs));
        QCOMPARE(sockets(home), 1); // it could not take it away
        QProcess second;
        run(second, environment, {});
        waitUntilOpen(home); // on the same socket
        QProcess third;
        run(third, environment, {});
        QVERIFY(third.waitForFinished(patienceMs));
        QCOMPARE(third.exitCode(), 0);
        QCOMPARE(second.state(), QProcess::Running);
        second.terminate();
        QVERIFY(second.waitForFinished(patienceMs));
        QCOMPARE(sockets(home), 0);
    }

private:
    /// All of a person's directories are in it.
    static QProcessEnvironment homeIn(const QTemporaryDir &home)
    {
        auto environment = clean();
        for (const auto *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            environment.insert(QLatin1StringView(name), home.path());
        const auto runtime = home.filePath(QStringLiteral("run"));
        QDir().mkpath(runtime);
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
        return environment;
    }
    static QFileInfoList socketFiles(const QTemporaryDir &home)
    {
        return QDir(home.filePath(QStringLiteral("run/trawl"))).entryInfoList(QDir::System);
    }
    static qsizetype sockets(const QTemporaryDir &home) { return socketFiles(home).size(); }
    /// The sockets that a program answers, which it does from when its window is there.
    static qsizetype answering(const QTemporaryDir &home)
    {
        const auto files = socketFiles(home);
        return std::ranges::count_if(files, [](const QFileInfo &file) {
            QLocalSocket socket;
            socket.connectToServer(file.absoluteFilePath());
            return socket.waitForConnected(patienceMs);
        });
    }
    static void waitUntilOpen(const QTemporaryDir &home, qsizetype windows = 1)
    {
        QTRY_COMPARE(answering(home), windows);
    }
    static QProcessEnvironment clean()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        return environment;
    }
    static void run(QProcess &trawl, const QProcessEnvironment &environment,
                    const QStringList &arguments)
    {
        trawl.setProcessEnvironment(environment);
        trawl.start(QStringLiteral(TRAWL_PROGRAM), arguments);
        QVERIFY(trawl.waitForStarted(patienceMs));
    }
};

TRAWL_TEST(Guiless, TestProgram)

} // namespace tst_program

#include "tst_program.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/clipboardwatch.h"
#include "support/testmain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_clipboardwatch {

using namespace trawl;
using namespace trawl::adding;

class TestClipboardWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store.clear(); }

    void matches_data()
    {
        QTest::addColumn<QString>("patterns");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *patterns, bool good) {
            QTest::newRow(*patterns ? patterns : "none") << QString::fromLatin1(patterns) << good;
        };
        row("", true);
        row("  ", true);
        row(".pdf", true);
        row(".PDF .zip", true);
        row(".zip", false);
        row("example.org", true);
        row("files.example.org", true);
        row("ple.org", false);
        row("other.org .zip", false);
        row("other.org .pdf", true);
    }
    void matches()
    {
        QFETCH(QString, patterns);
        QFETCH(bool, good);
        QCOMPARE(matchesPatterns("https://files.example.org/a/Paper.pdf?x=.zip", patterns), good);
    }

    void tellsOfLinks()
    {
        ClipboardWatch watch(m_settings);
        QSignalSpy found(&watch, &ClipboardWatch::found);
        watch.look(QStringLiteral("https://a.example/1.pdf\nhttps://a.example/1.pdf\n"
                                  "https://b.example/2.zip\nnot a link\n"));
        QCOMPARE(found.count(), 1);
        QCOMPARE(found.first().at(1).toInt(), 2);
        QCOMPARE(found.first().first().toString(),
                 QStringLiteral("https://a.example/1.pdf\nhttps://b.example/2.zip"));
    }

    void keepsToThePatternsAndTellsOnce()
    {
        m_settings.set(desktop::Setting::ClipboardPatterns, QStringLiteral(".zip"));
        ClipboardWatch watch(m_settings);
        QSignalSpy found(&watch, &ClipboardWatch::found);
        watch.look(QStringLiteral("https://a.example/1.pdf"));
        QCOMPARE(found.count(), 0);
        watch.look(QStringLiteral("https://a.example/1.pdf https://b.example/2.zip"));
        watch.look(QStringLiteral("https://a.example/1.pdf https://b.example/2.zip"));
        QCOMPARE(found.count(), 1);
        QCOMPARE(found.first().at(1).toInt(), 1);
    }

    void leavesTextsAlone()
    {
        ClipboardWatch watch(m_settings);
        QSignalSpy found(&watch, &ClipboardWatch::found);
        watch.look(QStringLiteral("just some words"));
        watch.look(QStringLiteral("https://a.example/ ").repeated(10'000));
        QCOMPARE(found.count(), 0);
    }

    void ignoresOwnCopies()
    {
        m_settings.set(desktop::Setting::ClipboardWatch, true);
        const ClipboardWatch watch(m_settings);
        QSignalSpy found(&watch, &ClipboardWatch::found);
        QGuiApplication::clipboard()->setText(QStringLiteral("https://a.example/own.pdf"));
        if (!QGuiApplication::clipboard()->ownsClipboard())
            QSKIP("this platform does not know whose the clipboard is");
        QTest::qWait(20);
        QCOMPARE(found.count(), 0);
    }

private:
    QTemporaryDir m_dir;
    QSettings m_store{m_dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    desktop::Settings m_settings{m_store};
};

TRAWL_TEST(Gui, TestClipboardWatch)

} // namespace tst_clipboardwatch

#include "tst_clipboardwatch.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QDir>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QTimeZone>

namespace tst_environment {

namespace {

/// What this program is given to run this test once more.
QStringList test(const QStringList &arguments)
{
    return QStringList{QStringLiteral("tst_environment")} + arguments;
}

} // namespace

/// What every test can rely on, whatever is installed and whoever starts it.
class TestEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheNamedFontsAreSeen()
    {
        // Some are other names, of fontconfig's or Qt's, for one of those there are.
        for (const auto &name : QFontDatabase::families()) {
            const auto family = QFontInfo(QFont(name)).family();
            QVERIFY2(family.startsWith(u"DejaVu Sans") || family.startsWith(u"Noto Sans CJK") ||
                         family.startsWith(u"Noto Sans Mono CJK"),
                     qPrintable(family));
        }
        QCOMPARE(QFontInfo(QFont(QStringLiteral("Sans Serif"))).family(),
                 QStringLiteral("DejaVu Sans"));
        QCOMPARE(QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family(),
                 QStringLiteral("DejaVu Sans"));
    }
    void noIconsNorSettingsOfTheMachine()
    {
        QVERIFY(!QIcon::hasThemeIcon(QStringLiteral("document-open")));
        const auto home = QDir::homePath();
        for (const auto place :
             {QStandardPaths::GenericDataLocation, QStandardPaths::GenericConfigLocation,
              QStandardPaths::RuntimeLocation}) {
            for (const auto &path : QStandardPaths::standardLocations(place))
                QVERIFY2(path.startsWith(home), qPrintable(path));
        }
    }
    void oneLocaleAndTimeZone()
    {
        QCOMPARE(QLocale::system().language(), QLocale::C);
        QCOMPARE(QTimeZone::systemTimeZone().offsetFromUtc(QDateTime::currentDateTime()), 0);
    }
    /// Even when it is told otherwise.
    void nobodyElseHasASay()
    {
        if (qEnvironmentVariableIsSet("TRAWL_TOLD_OTHERWISE")) {
            for (const char *name : {"QT_SCALE_FACTOR", "LANGUAGE", "http_proxy"})
                QVERIFY2(!qEnvironmentVariableIsSet(name), name);
            return;
        }
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto *name : {"QT_SCALE_FACTOR", "LANGUAGE", "http_proxy", "HOME", "LC_ALL",
                                 "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "FONTCONFIG_FILE",
                                 "XDG_DATA_DIRS", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM", "TZ"})
            environment.insert(QString::fromLatin1(name), QStringLiteral("elsewhere"));
        environment.insert(QStringLiteral("TRAWL_TOLD_OTHERWISE"), QStringLiteral("1"));
        QProcess again;
        again.setProcessEnvironment(environment);
        again.setProcessChannelMode(QProcess::ForwardedChannels);
        again.start(QCoreApplication::applicationFilePath(),
                    test(QCoreApplication::arguments().mid(1)));
        QVERIFY(again.waitForFinished());
        QCOMPARE(again.exitCode(), 0);
    }
    void theHomeGoesWithTheTest()
    {
        QProcess again;
        again.start(QCoreApplication::applicationFilePath(),
                    test({QStringLiteral("printsItsHome")}));
        QVERIFY(again.waitForFinished());
        const auto said = QString::fromLocal8Bit(again.readAllStandardOutput());
        const auto at = said.indexOf(u"home: ");
        QVERIFY2(at >= 0, qPrintable(said));
        const auto home = said.mid(at + 6).section(u'\n', 0, 0).trimmed();
        QVERIFY(home.contains(u"trawl-test-") && home != QDir::homePath());
        QVERIFY(!QDir(home).exists());
    }
    void printsItsHome() { qInfo("home: %s", qPrintable(QDir::homePath())); }
};

TRAWL_TEST(Gui, TestEnvironment)

} // namespace tst_environment

#include "tst_environment.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settingproblems.h"
#include "desktop/settings.h"
#include "support/proxytexts.h"
#include "support/testmain.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace tst_settings {

using namespace trawl::desktop;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_dir.isValid()); }

    void namesAreDistinct()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(Setting::Last); ++i)
            names.insert(Settings::name(Setting(i)));
        QCOMPARE(names.size(), int(Setting::Last) + 1);
    }

    void takesAProxyAsTheEngineDoes()
    {
        for (const auto &one : trawl::support::proxyTexts) {
            const auto problem = SettingProblems::ofProxy(QLatin1StringView(one.text));
            QVERIFY2(problem.isEmpty() == one.good, one.text);
        }
        QVERIFY(SettingProblems::ofProxy(QStringLiteral(" http://proxy.example ")).isEmpty());
        QVERIFY(SettingProblems::ofProxy(QStringLiteral(" ")).isEmpty()); // there is none
        QVERIFY(!SettingProblems::ofProxy(QStringLiteral("system")).isEmpty());
    }

    void fallsBack()
    {
        QSettings store(file(), QSettings::IniFormat);
        const Settings settings(store);
        QVERIFY(settings.get<bool>(Setting::StartNow));
        QCOMPARE(settings.get<qint64>(Setting::RateLimit), qint64(0));
        QVERIFY(settings.get<QString>(Setting::Destination).endsWith(u"/Trawl"));
        QVERIFY(settings.get<QByteArray>(Setting::Geometry).isEmpty());
    }

    void remembersAcrossStarts()
    {
        {
            QSettings store(file(), QSettings::IniFormat);
            Settings settings(store);
            settings.set(Setting::StartNow, false);
            settings.set(Setting::RateLimit, qint64(5'000'000'000));
            settings.set(Setting::Geometry, QByteArray("\0\1\2", 3));
        }
        QSettings store(file(), QSettings::IniFormat);
        const Settings settings(store);
        QVERIFY(!settings.get<bool>(Setting::StartNow));
        QCOMPARE(settings.get<qint64>(Setting::RateLimit), qint64(5'000'000'000));
        QCOMPARE(settings.get<QByteArray>(Setting::Geometry), QByteArray("\0\1\2", 3));
    }

    void ignoresWhatIsNoSuchValue()
    {
        QSettings store(file(), QSettings::IniFormat);
        store.setValue(Settings::name(Setting::RateLimit), QVariantList{1, 2});
        QCOMPARE(Settings(store).get<qint64>(Setting::RateLimit), qint64(0));
    }

    void everyRowIsWhole()
    {
        for (const auto &info : Settings::table()) {
            const auto name = Settings::name(info.setting);
            const auto fallback = info.fallback();
            QVERIFY2(fallback.isValid(), qPrintable(name));
            QVERIFY2(Settings::read(info, fallback), qPrintable(name));
            if (info.kind == SettingKind::Remembered)
                continue;
            QVERIFY2(info.label && info.help, qPrintable(name));
            QCOMPARE(!info.choices.empty(), info.kind == SettingKind::Choice);
            const bool counts =
                info.kind == SettingKind::Number || info.kind == SettingKind::Duration;
            QCOMPARE(info.most > info.least, counts);
            if (info.needed.isEmpty())
                continue;
            const auto &other = Settings::info(info.needs);
            QVERIFY2(Settings::read(other, QString(info.needed)), qPrintable(name));
        }
    }

    void setsUnreadableValuesAside_data()
    {
        QTest::addColumn<Setting>("setting");
        QTest::addColumn<QVariant>("stored");
        const auto row = [](const char *title, Setting setting, const QVariant &stored) {
            QTest::newRow(title) << setting << stored;
        };
        row("bool", Setting::StartNow, QStringLiteral("perhaps"));
        row("remembered bool", Setting::SaidItHides, QStringLiteral("perhaps"));
        row("no number", Setting::Workers, QStringLiteral("many"));
        row("too large", Setting::Workers, QStringLiteral("257"));
        row("too small", Setting::PerHost, QStringLiteral("0"));
        row("rate", Setting::RateLimit, QStringLiteral("fast"));
        row("a list", Setting::RateLimit, QVariantList{1, 2});
        row("duration", Setting::IdleTimeout, QStringLiteral("-1"));
        row("choice", Setting::Collision, QStringLiteral("explode"));
        row("folder", Setting::Destination, QStringLiteral("somewhere"));
        row("schedule", Setting::SpeedSchedule, QStringLiteral("at night"));
        row("name template", Setting::NameTemplate, QStringLiteral("{nome}"));
        row("proxy", Setting::ProxyUrl, QStringLiteral("proxy.example"));
        row("remembered number", Setting::ChartView, QStringLiteral("x"));
    }
    void setsUnreadableValuesAside()
    {
        QFETCH(Setting, setting);
        QFETCH(QVariant, stored);
        {
            QSettings store(file(), QSettings::IniFormat);
            store.setValue(Settings::name(setting), stored);
        }
        QSettings store(file(), QSettings::IniFormat);
        Settings settings(store);
        QCOMPARE(settings.value(setting), Settings::info(setting).fallback());
        const auto said = settings.setAsideUnreadable();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(Settings::label(setting)), qPrintable(said.first()));
        QVERIFY(!store.contains(Settings::name(setting)));
        QCOMPARE(
            store.value(QStringLiteral("unreadable/") + Settings::name(setting)).toStringList(),
            stored.toStringList());
        QCOMPARE(settings.setAsideUnreadable(), QStringList());
    }

    void saysNothingOfWhatItWroteItself()
    {
        {
            QSettings store(file(), QSettings::IniFormat);
            Settings settings(store);
            for (const auto &info : Settings::table())
                settings.set(info.setting, info.fallback());
        }
        QSettings store(file(), QSettings::IniFormat);
        Settings settings(store);
        QCOMPARE(settings.setAsideUnreadable(), QStringList());
        for (const auto &info : Settings::table())
            QCOMPARE(settings.value(info.setting), info.fallback());
    }

    void keepsACopyOfADamagedFile()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("[limits]\nbytes-per-second=7\nthis is no line of it\n");
        damaged.close();
        QSettings store(file(), QSettings::IniFormat);
        Settings settings(store);
        const auto said = settings.setAsideUnreadable();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u".damaged"), qPrintable(said.first()));
        QFile copy(file() + QStringLiteral(".damaged"));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QVERIFY(copy.readAll().contains("no line of it"));
        QCOMPARE(settings.get<qint64>(Setting::RateLimit), qint64(7));
    }

    void readsRatesAsAPersonWritesThem()
    {
        QSettings store(file(), QSettings::IniFormat);
        store.setValue(Settings::name(Setting::RateLimit), QStringLiteral("2M"));
        QCOMPARE(Settings(store).get<qint64>(Setting::RateLimit), qint64(2 << 20));
    }

    void tellsOfChangesOnce()
    {
        QSettings store(file(), QSettings::IniFormat);
        Settings settings(store);
        QList<Setting> told;
        connect(&settings, &Settings::changed, this, [&](Setting s) { told << s; });
        settings.set(Setting::Workers, 4);
        settings.set(Setting::Workers, 4);
        settings.setChoice(Setting::Theme, int(Theme::Dark));
        QCOMPARE(told, (QList{Setting::Workers, Setting::Theme}));
        QCOMPARE(settings.choice<Theme>(Setting::Theme), Theme::Dark);
    }

    void cleanup() { QFile::remove(file()); }

private:
    [[nodiscard]] QString file() const { return m_dir.filePath(QStringLiteral("settings.ini")); }

    QTemporaryDir m_dir;
};

TRAWL_TEST(Guiless, TestSettings)

} // namespace tst_settings

#include "tst_settings.moc"

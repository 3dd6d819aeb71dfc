// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settings.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

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

    void cleanup() { QFile::remove(file()); }

private:
    [[nodiscard]] QString file() const { return m_dir.filePath(QStringLiteral("settings.ini")); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"

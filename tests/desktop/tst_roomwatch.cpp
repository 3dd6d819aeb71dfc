// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/jobstates.h"
#include "desktop/offerbar.h"
#include "desktop/roomwatch.h"
#include "support/testmain.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace tst_roomwatch {

using namespace trawl;
using namespace trawl::desktop;

namespace {

constexpr qint64 mebi = 1 << 20;

engine::FullDisk fullDisk()
{
    return {7, QStringLiteral("/media/papers"), {item::JobId(3), item::JobId(5)}, 2833, {}};
}

} // namespace

class TestRoomWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_free = 5 * mebi;
        m_asked = 0;
        m_knows = true;
        m_bar = std::make_unique<OfferBar>(QStringLiteral("warning"));
        m_watch = std::make_unique<RoomWatch>(
            *m_bar,
            [this](const QString &directory) -> std::optional<Room> {
                ++m_asked;
                if (!m_knows || directory != u"/media/papers")
                    return std::nullopt;
                return Room{m_free, 100'000 * mebi};
            },
            10);
        m_goes = std::make_unique<QSignalSpy>(m_watch.get(), &RoomWatch::goOn);
    }
    void cleanup()
    {
        m_goes.reset();
        m_watch.reset();
        m_bar.reset();
    }

    void saysWhatWaitsAndWhere()
    {
        m_watch->wait(fullDisk());
        QVERIFY(m_bar->text().contains(u"/media/papers"));
        QVERIFY2(m_bar->text().contains(u"2,833"), qPrintable(m_bar->text()));
    }

    void goesOnWhenThereIsRoom()
    {
        m_watch->wait(fullDisk());
        looks(3);
        m_free += 63 * mebi; // as much as comes and goes
        looks(3);
        QVERIFY(m_goes->isEmpty());
        m_free += mebi;
        QTRY_COMPARE(m_goes->size(), 1);
        QCOMPARE(m_goes->first().first().value<QList<item::JobId>>(), fullDisk().jobs);
        QVERIFY(m_bar->isHidden());
        QTest::qWait(50);
        QCOMPARE(m_goes->size(), 1);
    }

    void goesOnWhenThePersonSaysSo()
    {
        m_watch->wait(fullDisk());
        click(u"Go on");
        QCOMPARE(m_goes->size(), 1);
        QVERIFY(m_bar->isHidden());
    }

    void stopsLookingWhenThePersonSaysSo()
    {
        m_watch->wait(fullDisk());
        looks(2);
        click(u"Leave");
        m_free += 1000 * mebi;
        QTest::qWait(60);
        QVERIFY(m_goes->isEmpty());
    }

    void leavesAloneWhatSomebodyResumed()
    {
        m_watch->wait(fullDisk());
        m_watch->apply({jobState(3, true), jobState(4, false), jobState(5, false)});
        QVERIFY2(m_bar->text().contains(u" 40 link"), qPrintable(m_bar->text()));
        looks(2);
        m_free += 1000 * mebi;
        QTRY_COMPARE(m_goes->size(), 1);
        m_watch->wait(fullDisk()); // once more, with less room than there was
        m_goes->clear();
        m_watch->apply({jobState(3, false)}); // the other one is gone
        QVERIFY(m_bar->isHidden());
        m_free += 1000 * mebi;
        QTest::qWait(60);
        QVERIFY(m_goes->isEmpty());
    }

    void aDiskThatDoesNotTellIsLeftToThePerson()
    {
        m_knows = false;
        m_watch->wait(fullDisk());
        looks(3);
        QVERIFY(m_goes->isEmpty());
        click(u"Go on");
        QCOMPARE(m_goes->size(), 1);
    }

    void asksARealDisk()
    {
        const QTemporaryDir directory;
        const auto room = RoomWatch::ask(directory.path());
        QVERIFY(room && room->free > 0 && room->total >= room->free);
        QVERIFY(!RoomWatch::ask(QStringLiteral("/no/such/place")));
        QCOMPARE(engine::diskOf(directory.path() + QStringLiteral("/not/made/yet")),
                 engine::diskOf(directory.path()));
        QVERIFY(engine::diskOf(QStringLiteral("/proc/self")) != engine::diskOf(directory.path()));
    }

private:
    /// Waits until it has asked so often, and its answers are heard.
    void looks(int times)
    {
        const int before = m_asked;
        QTRY_VERIFY(m_asked >= before + times);
    }
    void click(QStringView label) const
    {
        const auto buttons = m_bar->findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->text().remove(u'&').startsWith(label))
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL("no such button");
    }

    std::atomic<qint64> m_free = 0;
    std::atomic<int> m_asked = 0;
    std::atomic_bool m_knows = true;
    std::unique_ptr<OfferBar> m_bar;
    std::unique_ptr<RoomWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_goes;
};

TRAWL_TEST(Gui, TestRoomWatch)

} // namespace tst_roomwatch

#include "tst_roomwatch.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fulldisks.h"

#include "desktop/jobstates.h"
#include "desktop/offerbar.h"
#include "support/testmain.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

namespace tst_fulldisks {

using namespace trawl;
using namespace trawl::desktop;

namespace {

using Gone = QList<QList<item::JobId>>; ///< the jobs of each goOn()

constexpr qint64 mebi = 1 << 20;

engine::FullDisk papers()
{
    return {7, QStringLiteral("/media/papers"), {item::JobId(3)}, 40, {}};
}

engine::FullDisk images()
{
    return {8, QStringLiteral("/media/images"), {item::JobId(5)}, 2833, {}};
}

} // namespace

class TestFullDisks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_freeOfPapers = mebi;
        m_freeOfImages = mebi;
        m_asked = 0;
        m_disks = std::make_unique<FullDisks>();
        m_disks->setAsking(
            [this](const QString &directory) {
                ++m_asked;
                return Room{directory == u"/media/papers" ? m_freeOfPapers : m_freeOfImages,
                            100'000 * mebi};
            },
            10);
        m_disks->show();
        m_goes = std::make_unique<QSignalSpy>(m_disks.get(), &FullDisks::goOn);
    }
    void cleanup()
    {
        m_goes.reset();
        m_disks.reset();
    }

    void takesNoPlaceWhileThereIsNothingToTell()
    {
        QCOMPARE(m_disks->sizeHint().height(), 0);
        m_disks->wait(papers());
        QVERIFY(m_disks->sizeHint().height() > 0);
        m_disks->apply({jobState(3, false)});
        QCOMPARE(m_disks->sizeHint().height(), 0);
    }

    void tellsOfEach()
    {
        m_disks->wait(papers());
        m_disks->wait(images());
        QCOMPARE(told().size(), 2);
        QVERIFY(told()[0].contains(u"/media/papers"));
        QVERIFY(told()[1].contains(u"/media/images"));
    }

    void tellsOfOneOnce()
    {
        m_disks->wait(papers());
        auto again = papers();
        again.directory = QStringLiteral("/media/papers/old");
        m_disks->wait(again);
        QCOMPARE(told().size(), 1);
        QVERIFY(told()[0].contains(u"/media/papers/old"));
    }

    void eachGoesOnByItself()
    {
        m_disks->wait(papers());
        m_disks->wait(images());
        const int before = m_asked;
        QTRY_VERIFY(m_asked >= before + 6);
        QVERIFY(m_goes->isEmpty());
        m_freeOfPapers += 100 * mebi;
        QTRY_COMPARE(gone(), Gone{papers().jobs});
        QCOMPARE(told().size(), 1);
        QVERIFY(told()[0].contains(u"/media/images"));
        m_freeOfImages += 100 * mebi;
        QTRY_COMPARE(gone(), (Gone{papers().jobs, images().jobs}));
        QVERIFY(told().isEmpty());
    }

    void thePersonDecidesForEach()
    {
        m_disks->wait(papers());
        m_disks->wait(images());
        auto *goOn = bars()[1]->findChildren<QPushButton *>().first();
        QTest::mouseClick(goOn, Qt::LeftButton);
        QCOMPARE(gone(), Gone{images().jobs});
        QCOMPARE(told().size(), 1);
        QVERIFY(told()[0].contains(u"/media/papers"));
    }

    void hearsOfAllJobs()
    {
        m_disks->wait(papers());
        m_disks->wait(images());
        m_disks->apply({jobState(3, false), jobState(5, true)});
        QCOMPARE(told().size(), 1);
        QVERIFY(told()[0].contains(u"/media/images"));
        QVERIFY2(told()[0].contains(u" 40 link"), qPrintable(told()[0]));
    }

private:
    [[nodiscard]] QList<OfferBar *> bars() const { return m_disks->findChildren<OfferBar *>(); }
    /// What the visible ones say.
    [[nodiscard]] QStringList told() const
    {
        QStringList texts;
        for (const auto *bar : bars()) {
            if (!bar->text().isEmpty())
                texts.append(bar->text());
        }
        return texts;
    }
    [[nodiscard]] Gone gone() const
    {
        Gone jobs;
        for (const auto &emission : *m_goes)
            jobs.append(emission.first().value<QList<item::JobId>>());
        return jobs;
    }

    std::atomic<qint64> m_freeOfPapers = 0;
    std::atomic<qint64> m_freeOfImages = 0;
    std::atomic<int> m_asked = 0;
    std::unique_ptr<FullDisks> m_disks;
    std::unique_ptr<QSignalSpy> m_goes;
};

TRAWL_TEST(Gui, TestFullDisks)

} // namespace tst_fulldisks

#include "tst_fulldisks.moc"

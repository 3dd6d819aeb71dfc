// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"
#include "adding/sessionlinks.h"
#include "dialogs.h"
#include "support/growth.h"
#include "support/testmain.h"

#include <QLabel>
#include <QThread>

#include <thread>

namespace tst_sessionlinks {

using namespace trawl;
using namespace trawl::adding;

namespace {

#ifdef __SANITIZE_ADDRESS__ // another program: fewer links, to look for errors only
constexpr int many = 100'000;
#else
constexpr int many = 4'000'000;
#endif
constexpr int blockSize = 20'000;

QByteArray url(int number)
{
    return "http://a.example/" + QByteArray::number(number);
}

} // namespace

/// The links of a session of four million items.
class TestSessionLinks : public QObject
{
    Q_OBJECT

    QList<item::UrlBlockPtr> m_blocks;
    const std::atomic_bool m_wanted = false; ///< nobody cancels
    double m_whole = 0;                      ///< that it takes to know them all

    [[nodiscard]] auto links(const QSet<item::ItemId> &removed = {}) const
    {
        return std::make_shared<const SessionLinks>(m_blocks, removed);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int first = 1; first <= many; first += blockSize) {
            auto block = std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(1));
            for (int i = 0; i < blockSize; ++i)
                block->append(url(first + i));
            m_blocks.append(block);
        }
    }

    void knowsThemAll()
    {
        const auto session = links({item::ItemId(7), item::ItemId(many)});
        m_whole = support::spent([&] { QVERIFY(session->prepare(m_wanted)); });
        int known = 0;
        constexpr int step = 100;
        for (int i = step / 2; i < many + 1000; i += step)
            known += session->contains(url(i)) ? 1 : 0;
        QCOMPARE(known, many / step);
        QVERIFY(session->contains(url(1)) && session->contains(url(many - 1)));
        QVERIFY(!session->contains(url(7)) && !session->contains(url(many)));
    }
    void knowsNothingOfAnEmptySession()
    {
        const SessionLinks session({}, {});
        QVERIFY(session.prepare(m_wanted));
        QVERIFY(!session.contains(url(1)));
    }
    void canBeGivenUpAtAnyTime()
    {
        const auto session = links();
        for (const int ms : {0, 20, 100, 200, 300}) {
            std::atomic_bool cancelled = false;
            bool prepared = false;
            std::thread thread([&] { prepared = session->prepare(cancelled); });
            QThread::msleep(ms);
            const auto more = support::spent([&] {
                cancelled = true;
                thread.join();
            });
            QVERIFY2(more < m_whole / 3, qPrintable(QString::number(more / m_whole)));
            if (prepared)
                break;
        }
        QVERIFY(session->prepare(m_wanted));
        QVERIFY(session->contains(url(many / 2)));
    }
    void aDialogIsLeftAtOnce()
    {
        DialogFixture fixture;
        for (const int ms : {20, 100, 200}) {
            auto dialog =
                std::make_unique<AddDialog>(ListInput{QString::fromLatin1(url(1)), {}},
                                            fixture.settings, fixture.prompts, nullptr, links());
            dialog->open();
            QTest::qWait(ms);
            const auto more = support::spent([&] {
                QTest::mouseClick(DialogFixture::find<QDialogButtonBox>(*dialog, "buttons")
                                      ->button(QDialogButtonBox::Cancel),
                                  Qt::LeftButton);
                dialog.reset();
            });
            QVERIFY2(more < m_whole / 3, qPrintable(QString::number(more / m_whole)));
        }
    }
    void theDialogSaysWhatIsThere()
    {
        DialogFixture fixture;
        const auto text = QString::fromLatin1(url(many) + '\n' + url(many + 1));
        AddDialog dialog({text, {}}, fixture.settings, fixture.prompts, nullptr, links());
        dialog.open();
        QTRY_COMPARE(DialogFixture::find<QLabel>(dialog, "known")->text(), QStringLiteral("1"));
        QCOMPARE(DialogFixture::find<QLabel>(dialog, "valid")->text(), QStringLiteral("2"));
    }
};

TRAWL_TEST(Gui, TestSessionLinks)

} // namespace tst_sessionlinks

#include "tst_sessionlinks.moc"

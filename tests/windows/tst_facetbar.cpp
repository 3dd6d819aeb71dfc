// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "windows/facetbar.h"

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace tst_facetbar {

using namespace trawl;
using namespace trawl::windows;
using item::Reason;
using models::Cause;
using models::ItemFilter;

namespace {

const Cause busy{Reason::Http, 429};
const Cause dns{Reason::Dns};

} // namespace

class TestFacetBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_parent = std::make_unique<QWidget>();
        m_parent->resize(800, 90);
        m_bar = new FacetBar(m_parent.get());
        m_bar->setGeometry(0, 50, 800, 40); // away from where the pointer may be
        m_parent->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_parent.get()));
    }
    void cleanup() { m_parent.reset(); }

    void isThereOnlyWhenItHasSomethingToSay()
    {
        QVERIFY(!m_bar->isVisible());
        m_bar->setCauses({{dns, 1}});
        QVERIFY(m_bar->isVisible());
        m_bar->setCauses({});
        QTRY_VERIFY(!m_bar->isVisible());
        m_bar->setHints({QStringLiteral("hint")});
        QVERIFY(m_bar->isVisible());
        m_bar->setHints({});
        QVERIFY(!m_bar->isVisible());
        m_bar->setEnded(1, 2);
        QVERIFY(m_bar->isVisible());
    }

    void showsCausesWithTheirCounts()
    {
        m_bar->setCauses({{dns, 12}, {busy, 1204}});
        QCOMPARE(texts(),
                 (QStringList{QStringLiteral("HTTP 429 (%1)").arg(QLocale().toString(1204)),
                              QStringLiteral("DNS (12)")}));
        // Numbers follow twice a second, places more seldom.
        m_bar->setCauses({{dns, 2000}, {busy, 1204}});
        QVERIFY(texts().contains(QStringLiteral("DNS (12)")));
        QTRY_VERIFY(texts().last().contains(QLocale().toString(2000)));
        QTRY_VERIFY(
            (m_bar->setCauses({{dns, 2001}, {busy, 1204}}), texts().first().startsWith(u"DNS")));
    }

    void causesThatAreAsManyHaveFixedPlaces()
    {
        QHash<Cause, qint64> causes;
        QStringList expected;
        for (int code = 400; code < 406; ++code) {
            causes.insert({Reason::Http, code}, 2);
            expected << QStringLiteral("HTTP %1 (2)").arg(code);
        }
        m_bar->setCauses(causes);
        QCOMPARE(texts().first(3), expected.first(3)); // the others may be behind "more"
    }

    void aClickShowsThoseAloneAndAnotherAll()
    {
        m_bar->setCauses({{dns, 12}, {busy, 1204}});
        QSignalSpy chosen(m_bar, &FacetBar::chosen);
        QTest::mouseClick(button(u"DNS"), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(filter().cause, std::optional(dns));
        QVERIFY(button(u"DNS")->isChecked());
        QTest::mouseClick(button(u"HTTP"), Qt::LeftButton);
        QCOMPARE(filter().cause, std::optional(busy));
        QVERIFY(!button(u"DNS")->isChecked());
        QTest::mouseClick(button(u"HTTP"), Qt::LeftButton);
        QVERIFY(!filter().cause);
        QCOMPARE(chosen.size(), 3);
    }

    void aChosenCauseStaysUntilItIsLetGo()
    {
        m_bar->setCauses({{dns, 1}, {busy, 4}});
        QTest::mouseClick(button(u"DNS"), Qt::LeftButton);
        m_bar->setCauses({{busy, 4}});
        QTest::qWait(600);
        QVERIFY(button(u"DNS"));
        QCOMPARE(button(u"DNS")->text(), QStringLiteral("DNS (0)"));
        QTest::mouseClick(button(u"DNS"), Qt::LeftButton);
        QTRY_VERIFY(!button(u"DNS"));
    }

    void aMenuOffersWhatSomebodyDoes()
    {
        m_bar->setBase({.jobs = {item::JobId(3)}});
        m_bar->setCauses({{dns, 1}});
        QCOMPARE(menuOf(u"DNS")->actions().size(), 0);
        QSignalSpy retry(m_bar, &FacetBar::retryWanted);
        QSignalSpy limit(m_bar, &FacetBar::limitWanted);
        const auto actions = menuOf(u"DNS")->actions();
        QCOMPARE(actions.size(), 2);
        actions[0]->trigger();
        QCOMPARE(retry.size(), 1);
        QCOMPARE(limit.size(), 0);
        QCOMPARE(retry[0][0].value<ItemFilter>(),
                 (ItemFilter{.jobs = {item::JobId(3)}, .cause = dns}));
    }

    // To ask for what is no link would change nothing, and it has no host.
    void whatIsNoLinkIsNotRetried()
    {
        m_bar->setCauses({{Cause{Reason::InvalidUrl}, 3}});
        const QSignalSpy retry(m_bar, &FacetBar::retryWanted);
        const QSignalSpy limit(m_bar, &FacetBar::limitWanted);
        const QSignalSpy exported(m_bar, &FacetBar::exportWanted);
        auto *menu = m_bar->findChildren<QToolButton *>().last()->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().first()->trigger();
        QCOMPARE(exported.size(), 1);
    }

    void nothingMovesUnderThePointer()
    {
        m_bar->setCauses({{dns, 3}, {busy, 2}});
        const auto before = texts();
        const auto place = button(u"HTTP")->geometry();
        QTest::mouseMove(m_bar, {5, 5});
        QTRY_VERIFY(m_bar->underMouse());
        m_bar->setCauses({{dns, 30'000}, {busy, 40'000}});
        QTest::qWait(700); // longer than a count is held
        QCOMPARE(texts(), before);
        QCOMPARE(button(u"HTTP")->geometry(), place);
        QTest::mouseMove(m_parent.get(), {5, 5});
        QTRY_VERIFY(texts() != before);
    }

    void theRangeOfTimeIsTakenAwayByAClick()
    {
        const auto from = QDateTime(QDate::currentDate(), QTime(14, 3)).toMSecsSinceEpoch();
        m_bar->setEnded(from, from + 120'000);
        QCOMPARE(filter().endedFromMs, from);
        QCOMPARE(filter().endedToMs, from + 120'000);
        auto *chip = button(u"ended");
        QVERIFY2(chip->text().contains(u"14:03"), qPrintable(chip->text()));
        QSignalSpy chosen(m_bar, &FacetBar::chosen);
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(filter().endedToMs, 0);
        QVERIFY(!m_bar->isVisible());
    }

    void whatDoesNotFitIsInAMenu()
    {
        QHash<Cause, qint64> many;
        for (int code = 400; code < 440; ++code)
            many.insert({Reason::Http, code}, code);
        m_bar->setCauses(many);
        const auto shown = texts().size();
        QVERIFY(shown > 2 && shown < 40);
        auto *more = button(u"More");
        QVERIFY(more->isVisible());
        QVERIFY(more->geometry().right() <= m_bar->width());
        Q_EMIT more->menu()->aboutToShow();
        QCOMPARE(more->menu()->actions().size(), 40 - shown);
        more->menu()->actions().last()->trigger();
        QVERIFY(filter().cause);
    }

    void saysWhatIsWrongWithTheSearch()
    {
        m_bar->setHints({QStringLiteral("one <b>"), QStringLiteral("two")});
        const auto *label = m_bar->findChild<QLabel *>();
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(u"one <b>") && label->text().contains(u"two"));
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }

private:
    /// As the person sees them, from left to right.
    QStringList texts() const
    {
        QStringList result;
        for (const auto *shown : shownButtons())
            result << shown->text();
        return result;
    }
    QList<QToolButton *> shownButtons() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QList<QToolButton *> result;
        const auto buttons = m_bar->findChildren<QToolButton *>();
        for (auto *each : buttons) {
            if (each->isVisible() && each->isCheckable())
                result << each;
        }
        std::ranges::sort(result, {}, [](const QToolButton *each) { return each->x(); });
        return result;
    }
    QToolButton *button(QStringView start) const
    {
        const auto buttons = m_bar->findChildren<QToolButton *>();
        for (auto *each : buttons) {
            if (each->isVisible() && each->text().startsWith(start))
                return each;
        }
        return nullptr;
    }
    QMenu *menuOf(QStringView start) const
    {
        auto *menu = button(start)->menu();
        Q_EMIT menu->aboutToShow();
        return menu;
    }
    ItemFilter filter() const
    {
        ItemFilter result;
        m_bar->addTo(result);
        return result;
    }

    std::unique_ptr<QWidget> m_parent;
    FacetBar *m_bar = nullptr;
};

TRAWL_TEST(Gui, TestFacetBar)

} // namespace tst_facetbar

#include "tst_facetbar.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/limits.h"
#include "desktop/theme.h"
#include "desktop/tray.h"
#include "desktop/trayicon.h"
#include "models/texts.h"
#include "support/testmain.h"

#include <QApplication>
#include <QLabel>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

namespace tst_tray {

using namespace trawl;
using namespace trawl::desktop;

namespace {

/// How many pixels of the foot's middle row are the bar's.
int filled(int percent)
{
    const auto image = trayIcon(percent).pixmap(QSize(64, 64), 1.0).toImage();
    int pixels = 0;
    for (int x = 0; x < image.width(); ++x)
        pixels += image.pixelColor(x, image.height() - 6).green() > 180 ? 1 : 0;
    return pixels;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        const auto part = [](double v) {
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
    };
    const auto one = luminance(a);
    const auto other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void iconShowsProgress()
    {
        QCOMPARE(filled(0), 0);
        QVERIFY(qAbs(filled(50) - 31) <= 2);
        QVERIFY(filled(100) >= 60);
        QCOMPARE(filled(250), filled(100));
        for (const int side : {16, 22, 24, 32, 48})
            QCOMPARE(trayIcon(30).pixmap(QSize(side, side), 1.0).size(), QSize(side, side));
    }

    void menuDoesWhatItSays()
    {
        Tray tray;
        const auto trigger = [&](const char *text) {
            for (auto *action : tray.menu().actions()) {
                if (action->text().remove(u'&') == QLatin1StringView(text))
                    return action->trigger(), true;
            }
            return false;
        };
        QSignalSpy toggles(&tray, &Tray::toggleWanted);
        QSignalSpy pauses(&tray, &Tray::pauseWanted);
        QSignalSpy resumes(&tray, &Tray::resumeWanted);
        QSignalSpy pastes(&tray, &Tray::pasteWanted);
        QSignalSpy quits(&tray, &Tray::quitWanted);
        tray.setWindowShown(false);
        QVERIFY(trigger("Show the window"));
        tray.setWindowShown(true);
        QVERIFY(trigger("Hide the window"));
        QCOMPARE(toggles.count(), 2);
        QVERIFY(trigger("Add from the clipboard"));
        QVERIFY(trigger("Pause all") && trigger("Start all") && trigger("Quit"));
        QCOMPARE(pauses.count() + resumes.count() + pastes.count() + quits.count(), 4);
        tray.setCanPauseAndResume(false, true);
        trigger("Pause all");
        QCOMPARE(pauses.count(), 1);
    }

    void offersLimits()
    {
        Tray tray;
        tray.setLimit(777);
        auto *limits = tray.menu().findChild<QMenu *>();
        Q_EMIT limits->aboutToShow();
        const auto actions = limits->actions();
        const auto checked = std::ranges::find_if(actions, &QAction::isChecked);
        QVERIFY(checked != actions.end());
        QCOMPARE((*checked)->text(), limitText(777));
        QSignalSpy chosen(&tray, &Tray::limitChosen);
        actions.first()->trigger();
        QCOMPARE(chosen.first().first().toLongLong(), qint64(0));
    }

    void limitsAreInOrderAndOfTheUnits()
    {
        const auto usual = offeredLimits(0);
        QVERIFY(std::ranges::is_sorted(usual));
        QVERIFY(usual.contains(qint64(1 << 20)));
        QCOMPARE(offeredLimits(777).size(), usual.size() + 1);
        QVERIFY(std::ranges::is_sorted(offeredLimits(777)));
        models::Texts::setUnits(models::Units::Si);
        QVERIFY(offeredLimits(0).contains(qint64(1'000'000)));
        models::Texts::setUnits(models::Units::Iec);
    }

    void themesAreReadable_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }
    void themesAreReadable()
    {
        QFETCH(Theme, theme);
        const auto palette = themePalette(theme);
        const auto reads = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            return contrast(palette.color(text), palette.color(ground)) >= 4.5;
        };
        QVERIFY(reads(QPalette::WindowText, QPalette::Window));
        QVERIFY(reads(QPalette::Text, QPalette::Base));
        QVERIFY(reads(QPalette::Text, QPalette::AlternateBase));
        QVERIFY(reads(QPalette::ButtonText, QPalette::Button));
        QVERIFY(reads(QPalette::ToolTipText, QPalette::ToolTipBase));
        QVERIFY(reads(QPalette::Link, QPalette::Base));
        QVERIFY(reads(QPalette::PlaceholderText, QPalette::Base));
        QVERIFY(contrast(palette.color(QPalette::HighlightedText),
                         palette.color(QPalette::Highlight)) >= 4);
        const bool dark = palette.color(QPalette::Window).lightness() < 128;
        QCOMPARE(dark, theme == Theme::Dark);
    }

    void themesReachOpenWindowsAndGoAgain()
    {
        const auto before = QApplication::palette();
        QLabel label(QStringLiteral("x"));
        label.show();
        for (const auto theme : {Theme::Dark, Theme::Light}) {
            applyTheme(theme);
            QTRY_COMPARE(label.palette().color(QPalette::Window),
                         themePalette(theme).color(QPalette::Window));
        }
        applyTheme(Theme::Desktop);
        QTRY_COMPARE(QApplication::palette().color(QPalette::Window),
                     before.color(QPalette::Window));
        QTRY_COMPARE(label.palette().color(QPalette::Text), before.color(QPalette::Text));
    }
};

TRAWL_TEST(Gui, TestTray)

} // namespace tst_tray

#include "tst_tray.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bringforward.h"
#include "support/testmain.h"

#include <QDialog>
#include <QLineEdit>
#include <QTest>

namespace tst_bringforward {

using trawl::app::bringForward;

class TestBringForward : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsHidden()
    {
        QWidget window;
        window.show();
        window.hide();
        bringForward(window, {});
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    void restoresWhatIsMinimized()
    {
        QWidget window;
        window.showMaximized();
        window.setWindowState(window.windowState() | Qt::WindowMinimized);
        bringForward(window, {});
        QVERIFY(!window.isMinimized());
        QVERIFY(window.isMaximized()); // as it was before
    }

    void leavesTheKeyboardToADialog()
    {
        QWidget window;
        window.show();
        QDialog dialog(&window);
        auto *line = new QLineEdit(&dialog);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QWidget other;
        other.show();
        other.activateWindow();
        bringForward(window, {});
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("x"));
        QCOMPARE(line->text(), QStringLiteral("x"));
    }

    void passesTheTokenOn()
    {
        QWidget window;
        bringForward(window, QStringLiteral("leave"));
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("leave"));
        qunsetenv("XDG_ACTIVATION_TOKEN");
    }
};

TRAWL_TEST(Gui, TestBringForward)

} // namespace tst_bringforward

#include "tst_bringforward.moc"

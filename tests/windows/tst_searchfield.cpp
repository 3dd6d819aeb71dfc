// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "windows/searchfield.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

namespace tst_searchfield {

using namespace trawl;
using namespace trawl::windows;

class TestSearchField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_field = std::make_unique<SearchField>();
        m_field->resize(300, m_field->sizeHint().height());
        m_field->show();
        m_field->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
        m_spy = std::make_unique<QSignalSpy>(m_field.get(), &SearchField::searchChanged);
    }
    void cleanup()
    {
        m_spy.reset();
        m_field.reset();
    }

    void tellsAMomentAfterTheLastKey()
    {
        QTest::keyClicks(m_field.get(), QStringLiteral("abc"));
        QCOMPARE(m_spy->size(), 0);
        QTRY_COMPARE(m_spy->size(), 1);
        QCOMPARE(m_field->search().terms.first().text, QStringLiteral("abc"));
        QTest::keyClicks(m_field.get(), QStringLiteral(" "));
        QTest::qWait(400);
        QCOMPARE(m_spy->size(), 1); // it means the same
    }

    void enterTellsAtOnce()
    {
        QTest::keyClicks(m_field.get(), QStringLiteral("abc"));
        QTest::keyClick(m_field.get(), Qt::Key_Return);
        QCOMPARE(m_spy->size(), 1);
    }

    void escapeEmptiesIt()
    {
        m_field->setText(QStringLiteral("abc"));
        QTest::keyClick(m_field.get(), Qt::Key_Return);
        QTest::keyClick(m_field.get(), Qt::Key_Escape);
        QCOMPARE(m_field->text(), QString());
        QCOMPARE(m_spy->size(), 2);
        QVERIFY(m_field->search().terms.isEmpty());
    }

    void showsThatAWordIsWrong()
    {
        auto *hint = m_field->actions().first();
        QVERIFY(!hint->isVisible());
        QTest::keyClicks(m_field.get(), QStringLiteral("pdf size:big"));
        QTest::keyClick(m_field.get(), Qt::Key_Return);
        QVERIFY(hint->isVisible());
        QVERIFY2(hint->toolTip().contains(u"big"), qPrintable(hint->toolTip()));
        QCOMPARE(m_field->accessibleDescription(), hint->text());
        QCOMPARE(m_field->search().terms.size(), 1);
        m_field->clear();
        QVERIFY(!hint->isVisible());
    }

    void completesWithTheKeyboard()
    {
        auto *popup = m_field->findChild<QCompleter *>()->popup();
        QTest::keyClicks(m_field.get(), QStringLiteral("pdf stat"));
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(m_field->text(), QStringLiteral("pdf status:"));
        QTRY_VERIFY(popup->isVisible()); // the statuses
        QTest::keyClicks(m_field.get(), QStringLiteral("f"));
        QCOMPARE(popup->model()->rowCount(), 1);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(m_field->text(), QStringLiteral("pdf status:failed "));
        QTRY_COMPARE(m_field->search().terms.size(), 2);
        QTest::keyClicks(m_field.get(), QStringLiteral("zz"));
        QVERIFY(!popup->isVisible());
    }

    void escapeClosesTheListFirst()
    {
        auto *popup = m_field->findChild<QCompleter *>()->popup();
        QTest::keyClicks(m_field.get(), QStringLiteral("stat"));
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QCOMPARE(m_field->text(), QStringLiteral("stat"));
    }

    void explainsItself()
    {
        m_field->actions().last()->trigger();
        const auto shows = [] {
            return std::ranges::any_of(QApplication::topLevelWidgets(), [](const QWidget *widget) {
                return widget->isVisible() && widget->inherits("QWhatsThat");
            });
        };
        QTRY_VERIFY(shows());
        QWidget *text = nullptr;
        for (auto *widget : QApplication::topLevelWidgets())
            text = widget->inherits("QWhatsThat") ? widget : text;
        QTest::mouseClick(text, Qt::LeftButton);
        QTRY_VERIFY(!shows());
    }

private:
    std::unique_ptr<SearchField> m_field;
    std::unique_ptr<QSignalSpy> m_spy;
};

TRAWL_TEST(Gui, TestSearchField)

} // namespace tst_searchfield

#include "tst_searchfield.moc"

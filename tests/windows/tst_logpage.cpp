// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "windows/logpage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace tst_logpage {

using namespace trawl;
using namespace trawl::windows;
using engine::LogLevel;

class TestLogPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_prompts.saveText = [this](QWidget *, const QString &, const QString &) { return m_path; };
        m_page = std::make_unique<LogPage>();
        m_page->setUp(m_prompts);
        m_page->resize(600, 240);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_table = m_page->findChild<QTableView *>();
    }
    void cleanup() { m_page.reset(); }

    void followsTheEndUnlessScrolledAway()
    {
        addLines(200);
        auto *bar = m_table->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        QTest::keyClick(m_table, Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(bar->value(), 0);
        addLines(50);
        QTest::qWait(20);
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(m_table, Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(bar->value(), bar->maximum());
        addLines(50);
        QTRY_COMPARE(bar->value(), bar->maximum());
        QCOMPARE(m_table->model()->rowCount(), 300);
    }

    void filtersByKeyboard()
    {
        m_page->add(QStringLiteral("one apple"));
        m_page->add(QStringLiteral("two pears"), LogLevel::Warning);
        m_page->add(QStringLiteral("three apples"), LogLevel::Error);
        auto *level = m_page->findChild<QComboBox *>();
        QTest::keyClick(level, Qt::Key_Down);
        QTRY_COMPARE(m_table->model()->rowCount(), 2);
        auto *search = m_page->findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("APPLE"));
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        QTest::keyClick(level, Qt::Key_Up);
        QTRY_COMPARE(m_table->model()->rowCount(), 2);
    }

    void copiesAndClears()
    {
        m_page->add(QStringLiteral("one"));
        m_page->add(QStringLiteral("two"), LogLevel::Warning);
        click("copy");
        const auto lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].endsWith(u"  Warning  two"), qPrintable(lines[1]));
        m_table->selectRow(0);
        QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().endsWith(u"\tone"),
                 qPrintable(QGuiApplication::clipboard()->text()));
        click("clear");
        QCOMPARE(m_table->model()->rowCount(), 0);
        QVERIFY(!button("clear")->isEnabled());
    }

    void savesWhatIsShown()
    {
        QTemporaryDir dir;
        m_path = dir.filePath(QStringLiteral("x.log"));
        m_page->add(QStringLiteral("ünï"));
        m_page->add(QStringLiteral("two"), LogLevel::Error);
        click("save");
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        QCOMPARE(text.count(u'\n'), 2);
        QVERIFY2(text.contains(u"  Note  ünï\n"), qPrintable(text));

        m_path = dir.filePath(QStringLiteral("no/such/x.log"));
        QSignalSpy failed(m_page.get(), &LogPage::saveFailed);
        click("save");
        QCOMPARE(failed.size(), 1);
    }

private:
    void addLines(int count)
    {
        for (int i = 0; i < count; ++i)
            m_page->add(QString::number(i));
    }
    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return m_page->findChild<QToolButton *>(QLatin1StringView(name));
    }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    desktop::Prompts m_prompts;
    QString m_path;
    std::unique_ptr<LogPage> m_page;
    QTableView *m_table = nullptr;
};

TRAWL_TEST(Gui, TestLogPage)

} // namespace tst_logpage

#include "tst_logpage.moc"

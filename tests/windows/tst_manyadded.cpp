// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/importbar.h"
#include "support/bigsession.h"
#include "support/growth.h"
#include "support/loopturns.h"
#include "support/testmain.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>

namespace tst_manyadded {

using namespace trawl;
using namespace trawl::windows;

namespace {

#ifdef __SANITIZE_ADDRESS__ // another program: fewer links, to look for errors only
constexpr int usualMany = 10'000;
constexpr int pastedLines = 10'000;
#else
constexpr int usualMany = 200'000;
constexpr int pastedLines = 500'000; // 20 MB
#endif

QByteArray lines(const QByteArray &site, int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "https://" + site + ".example.org/a/" + QByteArray::number(i) + "\n";
    return text;
}

} // namespace

/// Lists of a million links (TRAWL_LONG), of fewer without, on their way into a session, in a whole
/// window.
class TestManyAdded : public QObject
{
    Q_OBJECT

public:
    /// A short import may be over before a test looks for its bar.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_barShown += event->type() == QEvent::Show ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture.settings.set(desktop::Setting::StartNow, false);
        QVERIFY(m_fixture.open(false));
        bar().installEventFilter(this);
    }
    void cleanupTestCase() { m_fixture.close(); }

    void aListAndAnotherMeanwhile()
    {
        add("one.txt", lines("one", m_many));
        QTRY_VERIFY(m_barShown > 0);
        QTRY_VERIFY(m_fixture.items().rowCount() > 0);
        add("two.txt", lines("two", 1000));
        QTRY_COMPARE(m_fixture.items().rowCount(), m_many + 1000);
        QVERIFY(m_turns.count() > 0);
    }
    void oneLinkOverAndOver()
    {
        const int before = m_fixture.items().rowCount();
        m_whole = support::spent([&] {
            add("same.txt", QByteArray("https://same.example.org/x\n").repeated(m_many));
            QTRY_COMPARE(m_fixture.items().rowCount(), before + m_many);
        });
        QVERIFY(m_turns.count() > 0);
    }
    void isCancelled()
    {
        const int before = m_fixture.items().rowCount();
        add("three.txt", lines("three", m_many));
        QTRY_VERIFY(m_fixture.items().rowCount() > before);
        const auto more = support::spent([this] {
            QTest::mouseClick(bar().findChild<QPushButton *>(), Qt::LeftButton);
            QTRY_VERIFY(!bar().isVisible());
        });
        QVERIFY2(more < m_whole, qPrintable(QString::number(more / m_whole)));
    }

    void aLongTextIsPasted()
    {
        const auto text = longText();
        QGuiApplication::clipboard()->setText(text);
        m_fixture.window->activateWindow();
        QTest::keyClick(m_fixture.window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_fixture.addDialog());
        QVERIFY(!ok().isEnabled()); // it is looked over elsewhere
        QTRY_VERIFY(ok().isEnabled());
        leave();
    }
    void aLongTextIsPastedIntoANewJob()
    {
        const auto text = longText();
        QGuiApplication::clipboard()->setText(text);
        m_fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture.window.get()));
        QTest::keyClick(m_fixture.window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_fixture.addDialog());
        auto *editor = m_fixture.addDialog()->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(editor->isVisible());
        QTest::keyClick(editor, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!ok().isEnabled()); // it is looked over elsewhere, and shown nowhere
        QTRY_VERIFY(ok().isEnabled());
        QCOMPARE(m_fixture.addDialog()->plan().input.text.size(), text.size());
        const auto *forget =
            m_fixture.addDialog()->findChild<QPushButton *>(QStringLiteral("forgetLongText"));
        QVERIFY(forget->isVisible() && editor->toPlainText().isEmpty());
        leave();
    }

    void whatIsStillShownIsShownAtOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("many lines") << QString::fromLatin1(lines("shown", 1900));
        const auto line = QString(4000, u'x') + u'\n';
        QTest::newRow("a line") << line.trimmed();
        QTest::newRow("long lines") << line.repeated(30);
    }
    void whatIsStillShownIsShownAtOnce()
    {
        QFETCH(QString, text);
        QGuiApplication::clipboard()->setText(text);
        m_fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture.window.get()));
        QTest::keyClick(m_fixture.window.get(), Qt::Key_N, Qt::ControlModifier);
        auto *editor = m_fixture.addDialog()->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(editor->isVisible());
        const auto pasting = support::spent([editor] {
            QTest::keyClick(editor, Qt::Key_V, Qt::ControlModifier);
            editor->repaint();
        });
        QCOMPARE(editor->toPlainText(), text);
        leave();
        // What Qt takes for it is what there is to take.
        QPlainTextEdit plain;
        plain.resize(600, 400);
        plain.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plain));
        const auto usual = support::spent([&] {
            QTest::keyClick(&plain, Qt::Key_V, Qt::ControlModifier);
            plain.repaint();
        });
        QVERIFY2(pasting < 20 * usual, qPrintable(QString::number(pasting / usual)));
    }

private:
    static QString longText() { return QString::fromLatin1(lines("pasted", pastedLines)); }
    [[nodiscard]] QPushButton &ok() const
    {
        return *m_fixture.addDialog()->findChild<QDialogButtonBox *>()->button(
            QDialogButtonBox::Ok);
    }
    void leave()
    {
        QTest::keyClick(m_fixture.addDialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture.addDialog());
    }
    void add(const char *name, const QByteArray &content)
    {
        const auto path = m_fixture.dir.filePath(QLatin1StringView(name));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        m_fixture.listsToOpen = {path};
        QTest::keyClick(m_fixture.window.get(), Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_fixture.acceptDialog());
        m_turns.reset();
    }
    [[nodiscard]] adding::ImportBar &bar() const
    {
        return *m_fixture.window->findChild<adding::ImportBar *>();
    }
    const int m_many = qEnvironmentVariableIsSet("TRAWL_LONG") ? 1'000'000 : usualMany;
    int m_barShown = 0;
    WindowFixture m_fixture;
    support::LoopTurns m_turns;
    double m_whole = 0; ///< that it takes to take in a list of m_many
};

TRAWL_TEST(Gui, TestManyAdded)

} // namespace tst_manyadded

#include "tst_manyadded.moc"

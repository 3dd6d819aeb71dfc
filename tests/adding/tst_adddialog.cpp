// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace trawl;
using namespace trawl::adding;

class TestAddDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store.clear();
        m_prompts = {};
        m_prompts.chooseFolder = [this](QWidget *, const QString &) { return m_chosen; };
    }

    void showsWhatIsInAList()
    {
        AddDialog dialog({.text = QStringLiteral("http://a.example/1\nhttp://a.example/2\n"
                                                 "http://a.example/2\nmailto:x@a.example\n"
                                                 "http://a.example/3\nhttp://a.example/4\n"),
                          .files = {}},
                         m_settings, m_prompts);
        dialog.open();
        QTRY_VERIFY(find<QWidget>(dialog, "counting")->isHidden());
        QCOMPARE(find<QLabel>(dialog, "valid")->text(), QStringLiteral("4"));
        QCOMPARE(find<QLabel>(dialog, "duplicate")->text(), QStringLiteral("1"));
        QCOMPARE(find<QLabel>(dialog, "invalid")->text(), QStringLiteral("1"));
        const auto problems = find<QPlainTextEdit>(dialog, "problems")->toPlainText().split(u'\n');
        QCOMPARE(problems.size(), 2);
        QVERIFY2(problems[0].startsWith(u"Line 3: "), qPrintable(problems[0]));
        QVERIFY2(problems[1].contains(u"mailto:x@a.example"), qPrintable(problems[1]));
        QCOMPARE(dialog.plan().name, QStringLiteral("a.example"));
        QCOMPARE(dialog.plan().expected, 6);
    }

    void cannotAddNothing()
    {
        AddDialog dialog({.text = QStringLiteral("no link at all"), .files = {}}, m_settings,
                         m_prompts);
        dialog.open();
        QTRY_VERIFY(find<QWidget>(dialog, "counting")->isHidden());
        QVERIFY(!ok(dialog)->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void needsAnAbsoluteFolder()
    {
        AddDialog dialog(oneLink(), m_settings, m_prompts);
        dialog.open();
        QTRY_VERIFY(ok(dialog)->isEnabled());
        find<QLineEdit>(dialog, "destination")->setText(QStringLiteral("here"));
        QVERIFY(!ok(dialog)->isEnabled());
    }

    void remembersTheAnswers()
    {
        m_chosen = QStringLiteral("/somewhere/else");
        AddDialog dialog(oneLink(), m_settings, m_prompts);
        QSignalSpy agreed(&dialog, &AddDialog::agreed);
        dialog.open();
        QTRY_VERIFY(ok(dialog)->isEnabled());
        QTest::mouseClick(find<QPushButton>(dialog, "browse"), Qt::LeftButton);
        QTest::keyClicks(find<QLineEdit>(dialog, "name"), QStringLiteral("papers"));
        find<QCheckBox>(dialog, "startNow")->click();
        QTest::mouseClick(ok(dialog), Qt::LeftButton);
        QCOMPARE(agreed.size(), 1);
        const auto plan = agreed.first().first().value<ImportPlan>();
        QCOMPARE(plan.name, QStringLiteral("papers"));
        QCOMPARE(plan.directory, m_chosen);
        QVERIFY(!plan.startNow);

        const AddDialog next(oneLink(), m_settings, m_prompts);
        QCOMPARE(next.plan().directory, m_chosen);
        QVERIFY(!next.plan().startNow);
    }

    void forgetsWhenCancelled()
    {
        AddDialog dialog(oneLink(), m_settings, m_prompts);
        QSignalSpy agreed(&dialog, &AddDialog::agreed);
        dialog.open();
        find<QLineEdit>(dialog, "destination")->setText(QStringLiteral("/not/this"));
        dialog.reject();
        QCOMPARE(agreed.size(), 0);
        QVERIFY(m_settings.get<QString>(desktop::Setting::Destination) != u"/not/this");
    }

    void namesAJobAfterItsFile()
    {
        const AddDialog dialog({.text = {}, .files = {QStringLiteral("/x/papers.2024.txt")}},
                               m_settings, m_prompts);
        QCOMPARE(dialog.plan().name, QStringLiteral("papers.2024"));
    }

private:
    static ListInput oneLink()
    {
        return {.text = QStringLiteral("http://a.example/1"), .files = {}};
    }
    template <typename T> static T *find(const QWidget &dialog, const char *name)
    {
        auto *widget = dialog.findChild<T *>(QLatin1StringView(name));
        Q_ASSERT(widget);
        return widget;
    }
    static QPushButton *ok(const QWidget &dialog)
    {
        return find<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok);
    }

    QTemporaryDir m_dir;
    QSettings m_store{m_dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    desktop::Settings m_settings{m_store};
    desktop::Prompts m_prompts;
    QString m_chosen;
};

QTEST_MAIN(TestAddDialog)
#include "tst_adddialog.moc"

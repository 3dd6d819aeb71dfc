// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportdialog.h"
#include "exporting/results.h"
#include "support/testmain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace tst_exportdialog {

using namespace trawl;
using namespace trawl::exporting;

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_results = std::make_unique<Results>();
        m_settings = std::make_unique<desktop::Settings>(m_results->settings);
        m_settings->set(desktop::Setting::ExportDirectory, m_results->dir.path());
        m_prompts.saveExport = [this](QWidget *, const QString &, const QString &) {
            return m_answer;
        };
        open();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_settings.reset();
        m_results.reset();
    }

    void showsTheFirstRowsAsTheyWillBeWritten()
    {
        QTRY_VERIFY2(text().startsWith(u"id,url,final_url,status"), qPrintable(rowCount()));
        QCOMPARE(text().count(u'\n'), 21); // a header and 20 rows
        QTRY_COMPARE(rowCount(), QStringLiteral("33 row(s)"));
        choose<QComboBox>("format", 3);
        QTRY_VERIFY(text().startsWith(u"{\"id\":1,"));
        choose<QComboBox>("format", 6);
        QTRY_VERIFY(text().startsWith(u"https://host1.example/"));
        QVERIFY(!part<QWidget>("columnsBox")->isEnabled());
        choose<QComboBox>("format", 4);
        const auto *table = part<QTableView>("table");
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(table->model()->rowCount(), 20);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("id"));
        QVERIFY(!part<QWidget>("bom")->isEnabled());
    }

    void scopesGiveTheirRows_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("shown, in the table's order")
            << QStringLiteral("shown")
            << QStringList{QStringLiteral("5"), QStringLiteral("3"), QStringLiteral("31"),
                           QStringLiteral("31"), QStringLiteral("9")};
        QTest::newRow("selected") << QStringLiteral("selected")
                                  << QStringList{QStringLiteral("9"), QStringLiteral("5")};
        QTest::newRow("failed") << QStringLiteral("failed")
                                << QStringList{QStringLiteral("10"), QStringLiteral("20"),
                                               QStringLiteral("30")};
        QTest::newRow("a job") << QStringLiteral("oneJob")
                               << QStringList{QStringLiteral("31"), QStringLiteral("31"),
                                              QStringLiteral("32")};
    }
    void scopesGiveTheirRows()
    {
        QFETCH(QString, scope);
        QFETCH(QStringList, ids);
        part<QComboBox>("job")->setCurrentIndex(1);
        click(scope.toLatin1().constData());
        QTRY_COMPARE(shownIds(), ids);
        QTRY_COMPARE(rowCount(), QStringLiteral("%1 row(s)").arg(ids.size()));
        const bool own = scope == u"shown" || scope == u"selected";
        QCOMPARE(part<QComboBox>("order")->isEnabled(), !own);
    }

    void orderOfArrival()
    {
        choose<QComboBox>("order", 1);
        QTRY_COMPARE(shownIds().value(0), QString::number(m_results->count));
    }

    void formulasAreDefusedUnlessTheyAreWanted()
    {
        part<QComboBox>("job")->setCurrentIndex(1);
        click("oneJob");
        choose<QComboBox>("preset", int(ColumnPreset::Fields));
        QTRY_COMPARE(text(), QStringLiteral("title,price\n'=1+1,2.5\nPen,7\nCup,11\n"));
        QVERIFY(!part<QCheckBox>("defuse")->toolTip().isEmpty());
        part<QCheckBox>("defuse")->click();
        QTRY_COMPARE(text(), QStringLiteral("title,price\n=1+1,2.5\nPen,7\nCup,11\n"));
    }

    void columnsArePresetChosenAndMoved()
    {
        choose<QComboBox>("preset", int(ColumnPreset::Table));
        QTRY_VERIFY(text().startsWith(u"status,url\n"));
        auto *columns = part<QListWidget>("columns");
        columns->setCurrentRow(1);
        QTest::mouseClick(part<QToolButton>("up"), Qt::LeftButton);
        QTRY_VERIFY(text().startsWith(u"url,status\n"));
        QCOMPARE(part<QComboBox>("preset")->currentIndex(), int(ColumnPreset::Own));
        columns->setCurrentRow(0);
        columns->setFocus();
        QTest::keyClick(columns, Qt::Key_Space); // url goes
        QTRY_VERIFY(text().startsWith(u"status\n"));
        columns->setCurrentRow(1);
        QTest::keyClick(columns, Qt::Key_Space); // and all is gone
        QVERIFY(!ok()->isEnabled());
        QVERIFY(part<QLabel>("columnsNote")->isVisible());
        choose<QComboBox>("preset", int(ColumnPreset::All));
        QVERIFY(ok()->isEnabled());
    }

    void whereSaysWhatIsWrong()
    {
        auto *where = part<QLineEdit>("where");
        where->setText(QStringLiteral("nonsense=1"));
        QVERIFY(part<QLabel>("whereError")->isVisible());
        QVERIFY(part<QLabel>("whereError")->text().contains(u"nonsense"));
        QVERIFY(!ok()->isEnabled());
        QTRY_COMPARE(rowCount(), QString()); // it is not that of what was before
        where->setText(QStringLiteral("status=failed"));
        QVERIFY(!part<QLabel>("whereError")->isVisible());
        QVERIFY(ok()->isEnabled());
        QTRY_COMPARE(rowCount(), QStringLiteral("3 row(s)"));
        where->setText(QStringLiteral("price>5"));
        QTRY_COMPARE(rowCount(), QStringLiteral("2 row(s)"));
        where->setText(QStringLiteral("price>5000"));
        QTRY_COMPARE(rowCount(), QStringLiteral("0 row(s)"));
    }

    void fileAndFormatGoTogether()
    {
        auto *file = part<QLineEdit>("file");
        QVERIFY(file->text().endsWith(u"/trawl-results.csv"));
        choose<QComboBox>("format", 4);
        QVERIFY(file->text().endsWith(u"/trawl-results.xlsx"));
        file->setText(m_results->dir.filePath(QStringLiteral("my list.jsonl")));
        QCOMPARE(part<QComboBox>("format")->currentIndex(), 3);
        file->setText(QStringLiteral("plain")); // beside the last one, with the format's suffix
        QCOMPARE(m_dialog->plan().file, m_results->dir.filePath(QStringLiteral("plain.jsonl")));
        m_answer = m_results->dir.filePath(QStringLiteral("browsed.tsv"));
        QTest::mouseClick(part<QPushButton>("browse"), Qt::LeftButton);
        QCOMPARE(m_dialog->plan().file, m_answer);
        QCOMPARE(part<QComboBox>("format")->currentIndex(), 1);
        m_answer.clear();
        QTest::mouseClick(part<QPushButton>("browse"), Qt::LeftButton);
        QVERIFY(file->text().endsWith(u"browsed.tsv"));
    }

    void saysThatAFileIsReplaced()
    {
        auto *note = part<QLabel>("fileNote");
        QCOMPARE(note->text(), QString());
        const auto there = m_results->dir.filePath(QStringLiteral("there.csv"));
        QFile file(there);
        QVERIFY(file.open(QIODevice::WriteOnly));
        part<QLineEdit>("file")->setText(there);
        QVERIFY(note->text().contains(u"replaced"));
        QVERIFY(ok()->isEnabled());
        part<QLineEdit>("file")->setText(m_results->path); // all that there is, gone
        QVERIFY(note->text().contains(u"session"));
        QVERIFY(!ok()->isEnabled());
        part<QLineEdit>("file")->setText(m_results->dir.path());
        QVERIFY(!ok()->isEnabled());
        part<QLineEdit>("file")->setText(m_results->dir.filePath(QStringLiteral("no/x.csv")));
        QVERIFY(note->text().contains(u"no such folder"));
        part<QLineEdit>("file")->clear();
        QVERIFY(!ok()->isEnabled());
    }

    void remembersEverything()
    {
        click("failed");
        choose<QComboBox>("format", 1);
        choose<QComboBox>("order", 1);
        choose<QComboBox>("preset", int(ColumnPreset::Table));
        part<QCheckBox>("bom")->click();
        part<QCheckBox>("defuse")->click();
        part<QLineEdit>("where")->setText(QStringLiteral("code=200"));
        part<QLineEdit>("file")->setText(m_results->dir.filePath(QStringLiteral("mine.tsv")));
        const auto before = m_dialog->choices();
        QTest::mouseClick(ok(), Qt::LeftButton);
        open();
        QVERIFY(m_dialog->choices() == before);
        QVERIFY(part<QLineEdit>("file")->text().endsWith(u"mine.tsv"));
    }

    void nonsenseInTheSettingsIsNothing()
    {
        m_settings->set(
            desktop::Setting::ExportChoices,
            QByteArray(R"({"scope":77,"format":-3,"order":"x","preset":9,"columns":4})"));
        open();
        QVERIFY(m_dialog->choices().scope == ExportScope::All);
        QVERIFY(m_dialog->choices().format == exchange::ExportFormat::Csv);
        QTRY_COMPARE(rowCount(), QStringLiteral("33 row(s)"));
    }

    void whatIsSelectedCannotBeChosenWithoutASelection()
    {
        auto subject = m_results->subject();
        subject.selected.reset();
        m_dialog = std::make_unique<ExportDialog>(subject, *m_settings, m_prompts);
        QVERIFY(!part<QRadioButton>("selected")->isEnabled());
    }

    void closesAtOnceWhileItStillReads()
    {
        m_dialog.reset(); // with a preview under way
        open();
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

private:
    void open()
    {
        m_dialog = std::make_unique<ExportDialog>(m_results->subject(), *m_settings, m_prompts);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    template <typename T> T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    /// On the circle: a button with a short text is wider than what can be clicked.
    void click(const char *radio) const
    {
        auto *button = part<QRadioButton>(radio);
        QTest::mouseClick(button, Qt::LeftButton, {}, {10, button->height() / 2});
        QVERIFY(button->isChecked());
    }
    template <typename T> void choose(const char *name, int index) const
    {
        auto *box = part<T>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), index);
    }
    QPushButton *ok() const
    {
        return part<QDialogButtonBox>("buttons")->button(QDialogButtonBox::Ok);
    }
    QString text() const { return part<QPlainTextEdit>("text")->toPlainText(); }
    QString rowCount() const { return part<QLabel>("rowCount")->text(); }
    QStringList shownIds() const
    {
        QStringList ids;
        const auto lines = text().split(u'\n', Qt::SkipEmptyParts);
        for (const auto &line : lines.mid(1))
            ids.append(line.section(u',', 0, 0));
        return ids;
    }

    std::unique_ptr<Results> m_results;
    std::unique_ptr<desktop::Settings> m_settings;
    desktop::Prompts m_prompts;
    QString m_answer;
    std::unique_ptr<ExportDialog> m_dialog;
};

TRAWL_TEST(Gui, TestExportDialog)

} // namespace tst_exportdialog

#include "tst_exportdialog.moc"

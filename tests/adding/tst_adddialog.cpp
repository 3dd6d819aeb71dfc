// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"
#include "adding/folderbox.h"
#include "adding/reviewtabs.h"
#include "adding/roleheader.h"
#include "dialogs.h"
#include "support/ordinaryuser.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

namespace tst_adddialog {

using namespace trawl;
using namespace trawl::adding;

class TestAddDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<DialogFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void showsWhatIsInAList()
    {
        const auto dialog = open({.text = QStringLiteral("http://a.example/1\nhttp://a.example/2\n"
                                                         "http://a.example/2\nmailto:x@a.example\n"
                                                         "http://a.example/3\nhttp://a.example/4"),
                                  .files = {}});
        QCOMPARE(label(*dialog, "valid"), QStringLiteral("4"));
        QCOMPARE(label(*dialog, "duplicate"), QStringLiteral("1"));
        QCOMPARE(label(*dialog, "invalid"), QStringLiteral("1"));
        QVERIFY(find<QWidget>(*dialog, "known")->isHidden());
        auto *problems = find<QTableView>(*dialog, "problems")->model();
        const QAbstractItemModelTester tester(problems);
        QCOMPARE(problems->rowCount(), 2);
        QCOMPARE(problems->index(0, 0).data().toString(), QStringLiteral("3"));
        QCOMPARE(problems->index(1, 1).data().toString(), QStringLiteral("mailto:x@a.example"));
        QCOMPARE(find<QTableView>(*dialog, "links")->model()->rowCount(), 4);
        QCOMPARE(dialog->plan().name, QStringLiteral("a.example"));
        QCOMPARE(dialog->plan().expected, 6);
        QVERIFY(!dialog->plan().options);
        QCOMPARE(label(*dialog, "summary"),
                 QStringLiteral("4 link(s) will be added (and %1)")
                     .arg(QLocale().createSeparatedList(
                         {QStringLiteral("1 duplicate(s) as skipped"),
                          QStringLiteral("1 invalid line(s) as failed")})));
    }

    void theReasonOfABadLineIsSeen()
    {
        const auto dialog =
            open({.text = QStringLiteral("http://a.example/1\nhttp://a.example/2 size=<b>x</b>"),
                  .files = {}});
        DialogFixture::openTab(*find<QTabWidget>(*dialog, "review"), QStringLiteral("Problems"));
        auto *table = find<QTableView>(*dialog, "problems");
        const auto cell = table->model()->index(0, 2);
        const auto reason = cell.data().toString();
        QVERIFY2(reason.contains(QStringLiteral("<b>x</b>")), qPrintable(reason));
        const auto room = table->visualRect(cell).size();
        const auto text = table->fontMetrics().boundingRect({{}, room}, Qt::TextWordWrap, reason);
        QVERIFY(text.height() <= room.height());
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }

    void onlyBadLinesAreSaidToBeThat()
    {
        const auto dialog =
            open({.text = QStringLiteral("ftp://b.example/\nmailto:x@a.example"), .files = {}});
        QCOMPARE(
            label(*dialog, "summary"),
            QStringLiteral("There is no link in it; 2 invalid line(s) would be added as failed"));
    }

    void problemsCanBeCopied()
    {
        const auto dialog =
            open({.text = QStringLiteral("http://a.example/\nftp://b.example/\nhttp://c.example/"),
                  .files = {}});
        DialogFixture::openTab(*find<QTabWidget>(*dialog, "review"), QStringLiteral("Problems"));
        QTest::mouseClick(find<QPushButton>(*dialog, "copyProblems"), Qt::LeftButton);
        const auto text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"2\tftp://b.example/\tOnly http"), qPrintable(text));
    }

    void saysWhatTheSessionHas()
    {
        auto block = std::make_shared<item::UrlBlock>(item::ItemId(1), item::JobId(1));
        block->append("http://a.example/1");
        AddDialog dialog(
            {.text = QStringLiteral("http://a.example/1\nhttp://a.example/2"), .files = {}},
            m_fixture->settings, m_fixture->prompts, nullptr,
            std::make_shared<const SessionLinks>(QList<item::UrlBlockPtr>{block},
                                                 QSet<item::ItemId>()));
        dialog.open();
        QTRY_COMPARE(label(dialog, "known"), QStringLiteral("1"));
        QVERIFY(find<QWidget>(dialog, "known")->isVisible());
        QCOMPARE(label(dialog, "valid"), QStringLiteral("2"));
    }

    void leavesAHostOut()
    {
        const auto dialog = open({.text = QStringLiteral("http://a.example/1\nhttp://b.example/2\n"
                                                         "http://b.example/3"),
                                  .files = {}});
        DialogFixture::openTab(*find<QTabWidget>(*dialog, "review"), QStringLiteral("Hosts"));
        auto *hosts = find<QTableView>(*dialog, "hosts");
        hosts->setFocus();
        hosts->setCurrentIndex(hosts->model()->index(1, 0));
        QTest::keyClick(hosts, Qt::Key_Space);
        QCOMPARE(label(*dialog, "leftOut"), QStringLiteral("2"));
        QCOMPARE(label(*dialog, "summary"), QStringLiteral("1 link(s) will be added"));
        QCOMPARE(dialog->plan().choices.withoutHosts, QSet<QByteArray>{"b.example"});
        QCOMPARE(dialog->plan().expected, 1);
        hosts->setCurrentIndex(hosts->model()->index(0, 0));
        QTest::keyClick(hosts, Qt::Key_Space);
        QVERIFY(!DialogFixture::ok(*dialog)->isEnabled()); // nothing is left
    }

    void columnsGetRoles()
    {
        const auto file = m_fixture->write(
            QStringLiteral("t.csv"), "title,page,where\nx,http://p.example/,http://a.example/1\n");
        const auto dialog = open({.text = {}, .files = {file}});
        auto *tabs = find<QTabWidget>(*dialog, "review");
        DialogFixture::openTab(*tabs, QStringLiteral("Columns"));
        auto *header = dialog->findChild<RoleHeader *>();
        QVERIFY(header && header->box(1)->isVisible());
        QCOMPARE(header->box(1)->currentText(), QStringLiteral("Link"));
        choose(*header->box(2), exchange::Role::Url);
        QTRY_COMPARE(firstLink(*dialog), QStringLiteral("http://a.example/1"));
        choose(*header->box(0), exchange::Role::Name);
        QTRY_COMPARE(find<QTableView>(*dialog, "links")->model()->index(0, 2).data().toString(),
                     QStringLiteral("Name: x"));
        const auto layout = dialog->plan().choices.layout;
        QVERIFY(layout);
        QCOMPARE(layout->columns[1].role, exchange::Role::None);
        QTest::mouseClick(find<QPushButton>(*dialog, "forget"), Qt::LeftButton);
        QTRY_COMPARE(firstLink(*dialog), QStringLiteral("http://p.example/"));
        QVERIFY(!dialog->plan().choices.layout);
    }

    void theHeaderAndTheSeparatorCanBeSaid()
    {
        const auto file =
            m_fixture->write(QStringLiteral("t.csv"), "url|x\nhttp://a.example/1|2\n");
        const auto dialog = open({.text = {}, .files = {file}});
        DialogFixture::openTab(*find<QTabWidget>(*dialog, "review"), QStringLiteral("Columns"));
        auto *separator = find<QComboBox>(*dialog, "separator");
        separator->setCurrentIndex(separator->findData(int('|')));
        Q_EMIT separator->activated(separator->currentIndex());
        QTRY_COMPARE(firstLink(*dialog), QStringLiteral("http://a.example/1"));
        find<QCheckBox>(*dialog, "header")->click();
        QTRY_COMPARE(label(*dialog, "invalid"), QStringLiteral("1")); // "url" is a row now
        find<QCheckBox>(*dialog, "header")->click();
        QTRY_COMPARE(label(*dialog, "invalid"), QStringLiteral("0"));
        QCOMPARE(firstLink(*dialog), QStringLiteral("http://a.example/1"));
    }

    void patternsCanBeSwitchedOff()
    {
        const auto dialog =
            open({.text = QStringLiteral("http://a.example/[01-10].jpg"), .files = {}});
        QCOMPARE(label(*dialog, "valid"), QStringLiteral("10"));
        DialogFixture::openTab(*find<QTabWidget>(*dialog, "review"), QStringLiteral("Patterns"));
        auto *patterns = find<QTableView>(*dialog, "patterns")->model();
        QCOMPARE(patterns->index(0, 1).data().toString(), QStringLiteral("10"));
        QCOMPARE(patterns->index(0, 3).data().toString(),
                 QStringLiteral("http://a.example/10.jpg"));
        QTest::keyClick(find<QCheckBox>(*dialog, "expand"), Qt::Key_Space);
        QTRY_COMPARE(label(*dialog, "valid"), QStringLiteral("1"));
        QVERIFY(!dialog->plan().choices.patterns);
    }

    void anEncodingCanBeChosen()
    {
        const auto file =
            m_fixture->write(QStringLiteral("l.txt"), "http://a.example/1 name=\xd6\xd0\xce\xc4\n");
        const auto dialog = open({.text = {}, .files = {file}});
        DialogFixture::openTab(*find<QTabWidget>(*dialog, "review"), QStringLiteral("Encoding"));
        auto *charset = find<QComboBox>(*dialog, "charset");
        DialogFixture::pick(*charset, charset->findText(QStringLiteral("Windows-1251")));
        QTRY_VERIFY(!find<QPlainTextEdit>(*dialog, "sample")->toPlainText().contains(u"中文"));
        DialogFixture::pick(*charset, charset->findText(QStringLiteral("GBK")));
        QTRY_VERIFY(find<QPlainTextEdit>(*dialog, "sample")->toPlainText().contains(u"中文"));
        QCOMPARE(dialog->plan().choices.charset, QByteArray("gbk"));
    }

    void aSingleLinkIsShownShortly()
    {
        const auto dialog = open(
            {.text = QStringLiteral("curl 'http://a.example/x' -H 'Referer: http://r.example/' -H "
                                    "'Cookie: id=verysecret'"),
             .files = {}});
        QVERIFY(find<QWidget>(*dialog, "review")->isHidden());
        const auto text = label(*dialog, "single");
        QVERIFY2(text.contains(u"Referer: http://r.example/"), qPrintable(text));
        QVERIFY2(text.contains(u"Cookie: ••••") && !text.contains(u"verysecret"), qPrintable(text));
    }

    void aNewJobIsTyped()
    {
        AddDialog dialog({}, m_fixture->settings, m_fixture->prompts);
        QSignalSpy agreed(&dialog, &AddDialog::agreed);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(!DialogFixture::ok(dialog)->isEnabled());
        auto *editor = find<QPlainTextEdit>(dialog, "editor");
        QVERIFY(editor->isVisible());
        QTest::keyClicks(editor, QStringLiteral("http://a.example/[1-3]"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::keyClicks(editor, QStringLiteral("http://b.example/"));
        QTRY_COMPARE(label(dialog, "valid"), QStringLiteral("4"));
        QTest::keyClicks(editor, QStringLiteral("{x,y}"));
        QTRY_COMPARE(label(dialog, "valid"), QStringLiteral("5"));
        QTest::mouseClick(DialogFixture::ok(dialog), Qt::LeftButton);
        QCOMPARE(agreed.size(), 1);
        QCOMPARE(agreed.first().first().value<ImportPlan>().input.text,
                 QStringLiteral("http://a.example/[1-3]\nhttp://b.example/{x,y}"));
    }

    void aLongPasteIsReadAndNotShown()
    {
        AddDialog dialog({}, m_fixture->settings, m_fixture->prompts);
        dialog.open();
        auto *editor = find<QPlainTextEdit>(dialog, "editor");
        auto *forget = find<QPushButton>(dialog, "forgetLongText");
        QVERIFY(!forget->isVisible());
        QStringList lines;
        for (int i = 0; i < 3000; ++i)
            lines << QStringLiteral("http://b.example/%1").arg(i);
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
        editor->paste();
        QTRY_COMPARE(label(dialog, "valid"), QStringLiteral("3,000"));
        QVERIFY(editor->document()->isEmpty());
        QVERIFY(label(dialog, "longText").startsWith(QStringLiteral("3,000 pasted line(s)")));
        QTest::keyClicks(editor, QStringLiteral("http://a.example/[1-3]"));
        QTRY_COMPARE(label(dialog, "valid"), QStringLiteral("3,003"));
        QVERIFY(DialogFixture::ok(dialog)->isEnabled());
        QCOMPARE(dialog.plan().input.text,
                 QStringLiteral("http://a.example/[1-3]\n") + lines.join(u'\n') + u'\n');
        QTest::mouseClick(forget, Qt::LeftButton);
        QVERIFY(!forget->isVisible() && editor->hasFocus());
        QTRY_COMPARE(label(dialog, "valid"), QStringLiteral("3"));
        QGuiApplication::clipboard()->setText(QStringLiteral("x"));
        editor->paste();
        QCOMPARE(dialog.plan().input.text, QStringLiteral("http://a.example/[1-3]x"));
    }

    void cannotAddNothing()
    {
        const auto dialog = open({.text = QStringLiteral("no link at all"), .files = {}}, false);
        QTRY_VERIFY(find<QWidget>(*dialog, "counting")->isHidden());
        QVERIFY(!DialogFixture::ok(*dialog)->isEnabled());
        QTest::keyClick(dialog.get(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    void warnsOfTheFolder()
    {
        const auto dialog = open(oneLink());
        auto *destination = find<QComboBox>(*dialog, "destination")->lineEdit();
        QTRY_VERIFY2(label(*dialog, "room").endsWith(u"free"), qPrintable(label(*dialog, "room")));
        destination->setText(QStringLiteral("here"));
        QVERIFY(!DialogFixture::ok(*dialog)->isEnabled());
        QTRY_VERIFY(label(*dialog, "room").startsWith(u"⚠"));
        destination->setText(m_fixture->write(QStringLiteral("file"), "x"));
        QTRY_VERIFY2(label(*dialog, "room").contains(u"is a file"),
                     qPrintable(label(*dialog, "room")));
        destination->setText(m_fixture->dir.filePath(QStringLiteral("not/there/yet")));
        QTRY_VERIFY(!label(*dialog, "room").startsWith(u"⚠"));
    }

    void refusesAFolderThatCannotBeWrittenTo()
    {
        QVERIFY(QFile::setPermissions(m_fixture->dir.path(), // the other user looks into it
                                      QFile::Permissions(0x7755)));
        const auto locked = m_fixture->dir.filePath(QStringLiteral("locked"));
        QVERIFY(QDir().mkdir(locked));
        QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
        const support::OrdinaryUser user;
        const auto dialog = open(oneLink());
        QSignalSpy agreed(dialog.get(), &AddDialog::agreed);
        auto *destination = find<QComboBox>(*dialog, "destination")->lineEdit();
        for (const auto &folder : {locked, locked + QStringLiteral("/new")}) {
            destination->selectAll();
            QTest::keyClicks(destination, folder);
            QTest::keyClick(destination, Qt::Key_Return); // at once: nobody has looked yet
            QTRY_VERIFY2(label(*dialog, "room").contains(folder + QStringLiteral(" cannot be")),
                         qPrintable(label(*dialog, "room")));
            QVERIFY(!DialogFixture::ok(*dialog)->isEnabled());
            QVERIFY(dialog->isVisible());
            QCOMPARE(agreed.size(), 0);
        }
        QCOMPARE(label(*dialog, "single"), QStringLiteral("http://a.example/1"));
        QVERIFY(m_fixture->settings.get<QString>(desktop::Setting::Destination) != locked);
    }

    void saysWhyACurlCommandIsNoLink()
    {
        const auto dialog = open(
            {.text = QStringLiteral("curl 'http://a.example/x' --data-raw 'a=b'"), .files = {}});
        QCOMPARE(
            label(*dialog, "summary"),
            QStringLiteral("There is no link in it; 1 invalid line(s) would be added as failed"));
        QVERIFY2(label(*dialog, "single").contains(u"only GET can be fetched"),
                 qPrintable(label(*dialog, "single")));
        QVERIFY(DialogFixture::ok(*dialog)->isEnabled());
    }

    void warnsWhenTheListWillNotFit()
    {
        const auto dialog =
            open({.text = QStringLiteral("http://a.example/ size=9000000000000000"), .files = {}});
        QTRY_VERIFY2(label(*dialog, "room").contains(u"Too little room"),
                     qPrintable(label(*dialog, "room")));
        QVERIFY(DialogFixture::ok(*dialog)->isEnabled()); // the person knows better
    }

    void remembersTheAnswers()
    {
        m_fixture->chosen = m_fixture->dir.filePath(QStringLiteral("somewhere/else"));
        const auto dialog = open(oneLink());
        QSignalSpy agreed(dialog.get(), &AddDialog::agreed);
        QTest::mouseClick(find<QPushButton>(*dialog, "browse"), Qt::LeftButton);
        QTest::keyClicks(find<QLineEdit>(*dialog, "name"), QStringLiteral("papers"));
        find<QCheckBox>(*dialog, "startNow")->click();
        find<QCheckBox>(*dialog, "first")->click();
        QTest::mouseClick(DialogFixture::ok(*dialog), Qt::LeftButton);
        QTRY_COMPARE(agreed.size(), 1);
        const auto plan = agreed.first().first().value<ImportPlan>();
        QCOMPARE(plan.name, QStringLiteral("papers"));
        QCOMPARE(plan.directory, m_fixture->chosen);
        QVERIFY(!plan.startNow);
        QVERIFY(plan.first);

        const AddDialog next(oneLink(), m_fixture->settings, m_fixture->prompts);
        QCOMPARE(next.plan().directory, m_fixture->chosen);
        QVERIFY(!next.plan().startNow);
    }

    void forgetsWhenCancelled()
    {
        const auto dialog = open(oneLink());
        QSignalSpy agreed(dialog.get(), &AddDialog::agreed);
        find<QComboBox>(*dialog, "destination")->setEditText(QStringLiteral("/not/this"));
        dialog->reject();
        QCOMPARE(agreed.size(), 0);
        QVERIFY(m_fixture->settings.get<QString>(desktop::Setting::Destination) != u"/not/this");
    }

    void offersTheLastFolders()
    {
        QStringList used;
        for (int i = 1; i <= 10; ++i) {
            used.prepend(m_fixture->dir.filePath(QString::number(i)));
            const auto dialog = open(oneLink());
            auto *destination = find<QComboBox>(*dialog, "destination")->lineEdit();
            destination->selectAll();
            QTest::keyClicks(destination, used.first());
            QTest::keyClick(destination, Qt::Key_Return);
            QTRY_VERIFY(!dialog->isVisible());
        }
        const auto dialog = open(oneLink());
        auto *box = find<QComboBox>(*dialog, "destination");
        QStringList offered;
        for (int i = 0; i < box->count(); ++i)
            offered << box->itemText(i);
        QCOMPARE(offered, used.first(8));
        QCOMPARE(dialog->plan().directory, used.first());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(dialog->plan().directory, used.at(2));
        QTest::mouseClick(DialogFixture::ok(*dialog), Qt::LeftButton);
        QTRY_VERIFY(!dialog->isVisible());

        const auto last = open(oneLink());
        box = find<QComboBox>(*last, "destination");
        QCOMPARE(box->count(), 8); // used again: it has moved, and stands there once
        QCOMPARE(box->itemText(0), used.at(2));
        QCOMPARE(box->itemText(1), used.at(0));
    }

    void typingAFolderDoesNotCompleteIt()
    {
        const auto dialog = open(oneLink());
        auto *destination = find<QComboBox>(*dialog, "destination")->lineEdit();
        destination->selectAll();
        QTest::keyClicks(destination, m_fixture->dir.path().chopped(2));
        QCOMPARE(dialog->plan().directory, m_fixture->dir.path().chopped(2));
    }

    void aSingleLinkMayBeGivenItsName()
    {
        const auto dialog = open(oneLink());
        auto *name = find<QLineEdit>(*dialog, "fileName");
        QVERIFY(name->isVisible());
        QVERIFY(dialog->plan().fileName.isEmpty());
        QCOMPARE(name->placeholderText(), QStringLiteral("as the server says"));
        QTest::keyClick(dialog.get(), Qt::Key_F, Qt::AltModifier);
        QCOMPARE(dialog->focusWidget(), name);
        QTest::keyClicks(name, QStringLiteral(" my paper.pdf "));
        QCOMPARE(dialog->plan().fileName, QStringLiteral("my paper.pdf"));
    }

    void theNameOfACommandIsOffered()
    {
        const auto dialog =
            open({.text = QStringLiteral("curl -o mine.bin http://a.example/x"), .files = {}});
        auto *name = find<QLineEdit>(*dialog, "fileName");
        QCOMPARE(name->placeholderText(), QStringLiteral("mine.bin"));
        QVERIFY(dialog->plan().fileName.isEmpty());
    }

    void severalLinksHaveNoOneName()
    {
        const auto dialog =
            open({.text = QStringLiteral("http://a.example/1 http://a.example/2"), .files = {}});
        QVERIFY(find<QWidget>(*dialog, "fileName")->isHidden());
        QVERIFY(find<QWidget>(*dialog, "fileNameLabel")->isHidden());
    }

    void namesAJobAfterItsFile()
    {
        const AddDialog dialog({.text = {}, .files = {QStringLiteral("/x/papers.2024.txt")}},
                               m_fixture->settings, m_fixture->prompts);
        QCOMPARE(dialog.plan().name, QStringLiteral("papers.2024"));
    }

    void takesARecipe()
    {
        m_fixture->chosen = m_fixture->write(QStringLiteral("r.toml"), "fields.title = 'h1'\n");
        {
            const auto dialog = open(oneLink());
            auto *box = find<QComboBox>(*dialog, "recipeBox");
            QVERIFY(find<QWidget>(*dialog, "newRecipe")->isHidden()); // nobody would answer
            QTest::mouseClick(find<QPushButton>(*dialog, "chooseRecipe"), Qt::LeftButton);
            QTRY_COMPARE(box->currentText(), QStringLiteral("r.toml"));
            const auto plan = dialog->plan();
            QVERIFY(plan.options);
            QCOMPARE(plan.options->recipe.columns(), QStringList(QStringLiteral("title")));
            QTest::mouseClick(DialogFixture::ok(*dialog), Qt::LeftButton);
            QTRY_VERIFY(!dialog->isVisible());
        }
        const auto dialog = open(oneLink());
        auto *box = find<QComboBox>(*dialog, "recipeBox");
        DialogFixture::pick(*box, box->findText(QStringLiteral("r.toml")));
        QTRY_VERIFY(dialog->plan().options);
        DialogFixture::pick(*box, 0);
        QVERIFY(!dialog->plan().options);
    }

    void saysWhatIsNoRecipe()
    {
        m_fixture->chosen = m_fixture->write(QStringLiteral("r.toml"), "nonsense =\n");
        const auto dialog = open(oneLink());
        auto *box = find<QComboBox>(*dialog, "recipeBox");
        QTest::mouseClick(find<QPushButton>(*dialog, "chooseRecipe"), Qt::LeftButton);
        QTRY_VERIFY(!find<QWidget>(*dialog, "recipe")->findChild<QLabel *>()->text().isEmpty());
        QCOMPARE(box->currentIndex(), 0);
        QVERIFY(!dialog->plan().options);
    }

    void offersTheRecipeEditor()
    {
        const auto dialog = open(oneLink());
        dialog->setRecipesEditable(true);
        QSignalSpy wanted(dialog.get(), &AddDialog::recipeEditorWanted);
        auto *box = find<QComboBox>(*dialog, "recipeBox");
        find<QPushButton>(*dialog, "newRecipe")->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(dialog->sampleLinks(), QList<QByteArray>{"http://a.example/1"});
        dialog->useRecipe(m_fixture->write(QStringLiteral("new.toml"), "fields.x = 'h1'\n"));
        QTRY_COMPARE(box->currentText(), QStringLiteral("new.toml"));
        find<QPushButton>(*dialog, "editRecipe")->click();
        QVERIFY(wanted.last().first().toString().endsWith(u"new.toml"));
    }

    void jobSettingsGoIntoThePlan()
    {
        const auto dialog = open(oneLink());
        QTest::mouseClick(find<QPushButton>(*dialog, "jobSettings"), Qt::LeftButton);
        auto *settings = dialog->findChild<QDialog *>(QStringLiteral("JobSettingsDialog"));
        QVERIFY(settings);
        find<QLineEdit>(*settings, "itemLimit")->setText(QStringLiteral("500k"));
        QTest::mouseClick(DialogFixture::ok(*settings), Qt::LeftButton);
        QVERIFY(dialog->plan().options);
        QCOMPARE(dialog->plan().options->itemBytesPerSecond, 500 * 1024);
    }

private:
    static ListInput oneLink()
    {
        return {.text = QStringLiteral("http://a.example/1"), .files = {}};
    }
    std::unique_ptr<AddDialog> open(const ListInput &input, bool ready = true)
    {
        auto dialog = std::make_unique<AddDialog>(input, m_fixture->settings, m_fixture->prompts);
        // As the job would that comes of it.
        connect(dialog.get(), &AddDialog::agreed, dialog.get(), [this](const ImportPlan &plan) {
            rememberFolder(m_fixture->settings, plan.directory);
        });
        dialog->open();
        if (!QTest::qWaitForWindowExposed(dialog.get()))
            qFatal("the dialog is not shown");
        const auto counted = [&] { return find<QWidget>(*dialog, "counting")->isHidden(); };
        if (ready && !support::comes(counted))
            qFatal("the list is not counted");
        return dialog;
    }
    template <typename T> static T *find(const QWidget &dialog, const char *name)
    {
        return DialogFixture::find<T>(dialog, name);
    }
    static QString label(const QWidget &dialog, const char *name)
    {
        return find<QLabel>(dialog, name)->text();
    }
    static QString firstLink(const QWidget &dialog)
    {
        return find<QTableView>(dialog, "links")->model()->index(0, 1).data().toString();
    }
    static void choose(QComboBox &box, exchange::Role role)
    {
        DialogFixture::pick(box, box.findData(int(role)));
    }

    std::unique_ptr<DialogFixture> m_fixture;
};

TRAWL_TEST(Gui, TestAddDialog)

} // namespace tst_adddialog

#include "tst_adddialog.moc"

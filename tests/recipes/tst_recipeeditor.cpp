// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipeeditor.h"

#include "desktop/messagebar.h"
#include "exchange/recipefile.h"
#include "recipes/recipeflow.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace tst_recipeeditor {

using namespace trawl;
using namespace trawl::recipes;
using support::RawConnection;
using support::RawServer;

namespace {

/// "/1" … are pages of a small shop; the third has a price that is none and the fourth has none.
void shop(RawConnection &connection)
{
    while (const auto request = connection.readRequest()) {
        const auto number = request->target.mid(1).toInt();
        const QByteArray price = number == 3 ? "<b class=price>ask us</b>"
                                 : number == 4
                                     ? QByteArray()
                                     : "<b class=price>" + request->target.mid(1) + " EUR</b>";
        if (number == 0) {
            connection.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            continue;
        }
        connection.send(support::okSized("<html><body><h1>Cup " + request->target.mid(1) + "</h1>" +
                                             price + "<a class=next href=/2>next</a></body></html>",
                                         "Content-Type: text/html\r\n"));
    }
}

} // namespace

/// The editor, driven by mouse and keys, over real workers and a real server.
class TestRecipeEditor : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<desktop::Settings> m_settings;
    std::unique_ptr<desktop::Session> m_session;
    desktop::Prompts m_prompts;
    std::unique_ptr<RecipeEditor> m_editor;
    QString m_openPath;
    QString m_savePath;
    desktop::Unsaved m_answer = desktop::Unsaved::Cancel;
    int m_questions = 0;

    template <typename T> [[nodiscard]] T &part(const char *name) const
    {
        auto *found = m_editor->findChild<T *>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }
    /// The same name is in several forms.
    template <typename T> [[nodiscard]] T &partOf(const char *form, const char *name) const
    {
        return *part<QWidget>(form).findChild<T *>(QLatin1StringView(name));
    }
    void click(const char *name) const
    {
        QTest::mouseClick(&part<QAbstractButton>(name), Qt::LeftButton);
    }
    static void type(QLineEdit &edit, const char *text)
    {
        edit.setFocus();
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClicks(&edit, QString::fromUtf8(text));
    }
    void fetch(const QString &path) const
    {
        type(part<QLineEdit>("url"), m_server->url(path).toEncoded().constData());
        QTest::keyClick(&part<QLineEdit>("url"), Qt::Key_Return);
    }
    void addField(const char *name, const char *selector) const
    {
        click("fieldAdd");
        type(partOf<QLineEdit>("fieldForm", "name"), name);
        type(partOf<QLineEdit>("fieldForm", "selector"), selector);
    }
    [[nodiscard]] QString value(int row, int column) const
    {
        const auto *model = part<QTableView>("values").model();
        return model->index(row, column).data().toString();
    }
    [[nodiscard]] QString found(int field) const
    {
        const auto *model = part<QTreeView>("fields").model();
        return model->index(field, 2).data().toString();
    }
    [[nodiscard]] QStringList marked() const
    {
        QStringList texts;
        for (const auto &mark : part<QPlainTextEdit>("source").extraSelections())
            texts.append(mark.cursor.selectedText());
        return texts;
    }
    void showTab(const char *name) const
    {
        auto &tabs = part<QTabWidget>("tabs");
        tabs.setCurrentWidget(tabs.findChild<QWidget *>(QLatin1StringView(name)));
    }
    /// Of the request for a path; empty while there was none.
    [[nodiscard]] QByteArray agentOf(const QByteArray &target) const
    {
        for (const auto &request : m_server->requests()) {
            if (request.target == target)
                return request.header("User-Agent");
        }
        return {};
    }
    void trigger(const char *name) const { part<QAction>(name).trigger(); }
    [[nodiscard]] const item::Page &page() const { return m_editor->recipe().pages.first(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RawServer>(shop);
        m_store = std::make_unique<QSettings>(m_dir.filePath(QStringLiteral("s.ini")),
                                              QSettings::IniFormat);
        m_settings = std::make_unique<desktop::Settings>(*m_store);
        m_prompts.openRecipe = [this](QWidget *, const QString &) { return m_openPath; };
        m_prompts.saveRecipe = [this](QWidget *, const QString &) { return m_savePath; };
        m_prompts.keepRecipe = [this](QWidget *, const QString &) {
            ++m_questions;
            return m_answer;
        };
        engine::EngineOptions options;
        options.sessionPath = m_dir.filePath(QStringLiteral("session.trawl"));
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 2;
        m_session = std::make_unique<desktop::Session>(options);
        QSignalSpy opened(m_session.get(), &desktop::Session::opened);
        m_session->open();
        QVERIFY(opened.wait(support::patienceMs));
        m_session->start();
    }
    void init()
    {
        m_questions = 0;
        m_answer = desktop::Unsaved::Discard;
        m_editor = std::make_unique<RecipeEditor>(*m_session, *m_settings, m_prompts);
        m_editor->show();
        m_editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }
    void cleanup() { m_editor.reset(); }
    void cleanupTestCase() { m_session.reset(); }

    void typingASelectorShowsWhatItFinds()
    {
        fetch(QStringLiteral("/1"));
        QTRY_VERIFY(part<QPlainTextEdit>("source").toPlainText().contains(QStringLiteral("Cup 1")));
        addField("name", "h1");
        QTRY_COMPARE(value(0, 1), QStringLiteral("Cup 1"));
        QTRY_COMPARE(marked(), QStringList{QStringLiteral("<h1>Cup 1</h1>")});
        QVERIFY(part<QLabel>("matches").text().contains(u'1'));
        addField("price", ".price");
        QTRY_COMPARE(value(0, 2), QStringLiteral("1 EUR"));
        type(partOf<QLineEdit>("fieldForm", "steps"), "number");
        QTRY_COMPARE(value(0, 2), QStringLiteral("1"));
        QTRY_COMPARE(marked(), QStringList{QStringLiteral("<b class=price>1 EUR</b>")});
        part<QTreeView>("fields").setCurrentIndex(part<QTreeView>("fields").model()->index(0, 0));
        QTRY_COMPARE(marked(), QStringList{QStringLiteral("<h1>Cup 1</h1>")});
        QCOMPARE(page().fields.size(), 2);
        QCOMPARE(page().fields[1].steps, (QList<item::Step>{{item::StepKind::Number, {}}}));
    }
    void sumsOverSeveralPages()
    {
        addField("name", "h1");
        addField("price", ".price");
        type(partOf<QLineEdit>("fieldForm", "steps"), "number");
        QList<QByteArray> urls;
        for (int i = 1; i <= 4; ++i)
            urls.append(m_server->url(QStringLiteral("/%1").arg(i)).toEncoded());
        m_editor->addPages(urls);
        QTRY_COMPARE(found(0), QStringLiteral("4 of 4"));
        QTRY_COMPARE(found(1), QStringLiteral("2 of 4"));
        QTRY_VERIFY(part<QLabel>("valuesTitle")
                        .text()
                        .contains(QStringLiteral("“price” is missing on 2 of 4.")));
        QVERIFY(value(2, 2).startsWith(QStringLiteral("ask us")));
        QCOMPARE(value(3, 2), QStringLiteral("missing"));
        auto &values = part<QTableView>("values"); // a double click shows the page
        const auto cell = values.visualRect(values.model()->index(3, 1)).center();
        QTest::mouseClick(values.viewport(), Qt::LeftButton, {}, cell);
        QTest::mouseDClick(values.viewport(), Qt::LeftButton, {}, cell);
        QTRY_VERIFY(part<QPlainTextEdit>("source").toPlainText().contains(QStringLiteral("Cup 4")));
        click("dropPage");
        QTRY_COMPARE(found(1), QStringLiteral("2 of 3"));
        QCOMPARE(part<QTableView>("values").model()->rowCount(), 3);
    }
    void aWrongSelectorIsToldAtTheField()
    {
        fetch(QStringLiteral("/1"));
        addField("name", "h1");
        addField("bad", "h1[");
        auto &problem = partOf<QLabel>("fieldForm", "problem");
        QTRY_VERIFY(problem.isVisible() && !problem.text().isEmpty());
        QTRY_COMPARE(value(0, 1), QStringLiteral("Cup 1")); // the other goes on
        type(partOf<QLineEdit>("fieldForm", "selector"), "b");
        QTRY_VERIFY(!problem.isVisible());
        QTRY_COMPARE(value(0, 2), QStringLiteral("1 EUR"));
        type(partOf<QLineEdit>("fieldForm", "steps"), "trimm");
        QVERIFY(
            partOf<QLabel>("fieldForm", "stepsProblem").text().contains(QStringLiteral("trimm")));
        type(partOf<QLineEdit>("fieldForm", "name"), "name");
        QVERIFY(problem.text().contains(QStringLiteral("two fields")));
    }
    void aPrefixChoosesTheLanguage()
    {
        fetch(QStringLiteral("/1"));
        addField("name", "xpath:string(//h1)");
        QCOMPARE(partOf<QComboBox>("fieldForm", "language").currentIndex(), 1);
        QCOMPARE(partOf<QLineEdit>("fieldForm", "selector").text(), QStringLiteral("string(//h1)"));
        QCOMPARE(page().fields[0].selector, QStringLiteral("xpath:string(//h1)"));
        QTRY_COMPARE(value(0, 1), QStringLiteral("Cup 1"));
    }
    void aPageThatCannotBeHad()
    {
        fetch(QStringLiteral("/0"));
        auto &source = part<QPlainTextEdit>("source");
        QTRY_VERIFY(source.placeholderText().contains(QStringLiteral("404")));
        QVERIFY(part<QComboBox>("shown").currentText().contains(QStringLiteral("failed")));
    }
    void fieldsMoveAndGo()
    {
        addField("a", "h1");
        addField("b", "h2");
        addField("c", "h3");
        click("fieldUp");
        QCOMPARE(m_editor->recipe().columns(),
                 (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b")}));
        QCOMPARE(partOf<QLineEdit>("fieldForm", "name").text(), QStringLiteral("c"));
        click("fieldUp");
        QVERIFY(!part<QAbstractButton>("fieldUp").isEnabled());
        click("fieldRemove");
        QCOMPARE(m_editor->recipe().columns(),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        click("fieldRemove");
        click("fieldRemove");
        QVERIFY(part<QLabel>("noFields").isVisible());
        QVERIFY(!part<QWidget>("fieldForm").isVisible());
    }
    void pageKindsAndLinks()
    {
        click("kindAdd");
        QCOMPARE(m_editor->recipe().pages.size(), 2);
        type(part<QLineEdit>("kindName"), "product");
        part<QComboBox>("kind").setCurrentIndex(0);
        Q_EMIT part<QComboBox>("kind").activated(0);
        showTab("followTab");
        click("followAdd");
        type(partOf<QLineEdit>("followForm", "selector"), "a.next");
        auto &target = partOf<QComboBox>("followForm", "page");
        target.setFocus();
        QTest::keyClick(&target, Qt::Key_P); // "product"
        QCOMPARE(page().follow.value(0).page, QStringLiteral("product"));
        fetch(QStringLiteral("/1"));
        QTRY_COMPARE(marked(), QStringList{QStringLiteral("<a class=next href=/2>next</a>")});
        part<QComboBox>("kind").setCurrentIndex(1);
        Q_EMIT part<QComboBox>("kind").activated(1);
        type(part<QLineEdit>("kindName"), "item");
        QCOMPARE(page().follow.value(0).page, QStringLiteral("item")); // the rule goes with it
        click("kindRemove");
        QCOMPARE(m_editor->recipe().pages.size(), 1);
    }
    void textAndFormsAreInStep()
    {
        addField("name", "h1");
        showTab("textTab");
        auto &text = part<QPlainTextEdit>("text");
        QVERIFY(text.toPlainText().contains(QStringLiteral("name = \"h1\"")));
        text.setFocus();
        text.moveCursor(QTextCursor::End);
        QTest::keyClicks(&text, QStringLiteral("price = \".price\""));
        QTest::keyClick(&text, Qt::Key_Return);
        QTRY_COMPARE(m_editor->recipe().columns(),
                     (QStringList{QStringLiteral("name"), QStringLiteral("price")}));
        QTest::keyClicks(&text, QStringLiteral("price = "));
        QTRY_VERIFY(part<QLabel>("textProblem").isVisible());
        QCOMPARE(m_editor->recipe().columns().size(), 2); // the last that was one
        m_answer = desktop::Unsaved::Cancel;
        m_editor->close();
        QVERIFY(m_editor->isVisible() && m_questions == 1);
    }
    void rulesOfTheCrawl()
    {
        showTab("rulesTab");
        auto &allow = partOf<QPlainTextEdit>("rulesForm", "allow");
        allow.setFocus();
        QTest::keyClicks(&allow, QStringLiteral("/a"));
        QTest::keyClick(&allow, Qt::Key_Return);
        QTest::keyClicks(&allow, QStringLiteral("/b"));
        QCOMPARE(m_editor->recipe().crawl.allow,
                 (QStringList{QStringLiteral("/a"), QStringLiteral("/b")}));
        QTest::mouseClick(&partOf<QAbstractButton>("rulesForm", "robots"), Qt::LeftButton, {},
                          QPoint(8, 8));
        QVERIFY(!m_editor->recipe().crawl.robots);
        auto &tree = partOf<QComboBox>("rulesForm", "tree");
        tree.setFocus();
        QTest::keyClick(&tree, Qt::Key_Down);
        QCOMPARE(m_editor->recipe().tree, item::Tree::Fast);
    }
    void theFastTreeIsRecommended()
    {
        fetch(QStringLiteral("/1"));
        addField("name", "h1");
        QTRY_VERIFY(!partOf<QLabel>("rulesForm", "treeHint").text().isEmpty());
    }

    void savedAndOpened_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("toml") << QStringLiteral("r.toml");
        QTest::newRow("json") << QStringLiteral("r.json");
    }
    void savedAndOpened()
    {
        QFETCH(QString, name);
        addField("name", "h1");
        part<QLineEdit>("rows").setFocus();
        type(part<QLineEdit>("rows"), "article");
        QVERIFY(m_editor->isWindowModified());
        m_savePath = m_dir.filePath(name);
        trigger("actionSave");
        QTRY_VERIFY(!m_editor->isWindowModified());
        const auto saved = exchange::readRecipe(m_savePath);
        QVERIFY(saved);
        QCOMPARE(*saved, m_editor->recipe());
        trigger("actionNew");
        QCOMPARE(m_questions, 0);
        QVERIFY(m_editor->recipe().columns().isEmpty());
        m_openPath = m_savePath;
        trigger("actionOpen");
        QTRY_COMPARE(m_editor->recipe(), *saved);
        QVERIFY(!m_editor->isChanged());
        QVERIFY(m_editor->windowTitle().contains(name));
    }
    void aFileThatIsNoRecipe()
    {
        QFile file(m_dir.filePath(QStringLiteral("broken.toml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[fields\n");
        file.close();
        m_openPath = file.fileName();
        trigger("actionOpen");
        QTRY_COMPARE(part<QPlainTextEdit>("text").toPlainText(), QStringLiteral("[fields\n"));
        QVERIFY(part<QLabel>("textProblem").isVisible());
        QVERIFY(!m_editor->isChanged());
        m_openPath = m_dir.filePath(QStringLiteral("none.toml"));
        trigger("actionOpen");
        QTRY_VERIFY(
            part<desktop::MessageBar>("messages").text().contains(QStringLiteral("none.toml")));
    }
    void unsavedChangesAreAskedAbout()
    {
        addField("name", "h1");
        m_answer = desktop::Unsaved::Cancel;
        m_editor->close();
        QVERIFY(m_editor->isVisible());
        trigger("actionNew");
        QCOMPARE(m_questions, 2);
        QCOMPARE(m_editor->recipe().columns().size(), 1);
        m_answer = desktop::Unsaved::Save;
        m_savePath = m_dir.filePath(QStringLiteral("kept.toml"));
        QSignalSpy closed(m_editor.get(), &RecipeEditor::closed);
        m_editor->close();
        QTRY_VERIFY(!m_editor->isVisible());
        QCOMPARE(closed.size(), 1);
        QVERIFY(exchange::readRecipe(m_savePath));
    }
    void examplesAreRecipes()
    {
        const auto actions = part<QMenu>("examples").actions();
        QVERIFY(actions.size() >= 4);
        for (auto *example : actions) {
            example->trigger();
            QVERIFY2(!m_editor->recipe().columns().isEmpty(), qPrintable(example->text()));
            QVERIFY(!part<QLabel>("textProblem").isVisibleTo(m_editor.get()));
        }
        QCOMPARE(m_questions, 0);
    }
    void aJobIsStartedWithIt()
    {
        QSignalSpy wanted(m_editor.get(), &RecipeEditor::startWanted);
        click("fieldAdd"); // without a selector
        trigger("actionStartJob");
        QCOMPARE(wanted.size(), 0);
        QVERIFY(part<desktop::MessageBar>("messages").isVisible());
        type(partOf<QLineEdit>("fieldForm", "selector"), "h1");
        fetch(QStringLiteral("/1"));
        m_savePath = m_dir.filePath(QStringLiteral("started.toml"));
        trigger("actionStartJob"); // saved first
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), m_savePath);
        QCOMPARE(exchange::readRecipe(m_savePath).value_or(item::Recipe()), m_editor->recipe());
        QCOMPARE(wanted[0][1].value<QList<QByteArray>>(),
                 QList<QByteArray>{m_server->url(QStringLiteral("/1")).toEncoded()});
    }
    void samplesAreFetchedAsThePreferencesSay()
    {
        m_settings->set(desktop::Setting::UserAgent, QStringLiteral("me/1"));
        fetch(QStringLiteral("/11"));
        QTRY_COMPARE(agentOf("/11"), QByteArray("me/1"));
        m_settings->set(desktop::Setting::UserAgent, QStringLiteral("me/2")); // while it is open
        fetch(QStringLiteral("/12"));
        QTRY_COMPARE(agentOf("/12"), QByteArray("me/2"));

        item::TransferSettings job;
        job.userAgent = "its-job/1";
        m_editor->editInstead({}, job, {m_server->url(QStringLiteral("/13")).toEncoded()});
        QTRY_COMPARE(agentOf("/13"), QByteArray("its-job/1"));
        fetch(QStringLiteral("/14"));
        QTRY_COMPARE(agentOf("/14"), QByteArray("its-job/1"));
        trigger("actionNew"); // no job's any more
        fetch(QStringLiteral("/15"));
        QTRY_COMPARE(agentOf("/15"), QByteArray("me/2"));
        m_settings->set(desktop::Setting::UserAgent, QString());
    }
    void theFlowHasOneEditor()
    {
        int asked = 0;
        const auto url = m_server->url(QStringLiteral("/2")).toEncoded();
        RecipeFlow flow(*m_session, *m_settings, m_prompts, [&](int most) {
            asked = most;
            return QList<QByteArray>{url};
        });
        QVERIFY(flow.leave());
        flow.open();
        const auto *editor = flow.editor();
        item::Recipe recipe;
        recipe.pages = {{.fields = {{QStringLiteral("t"), QStringLiteral("h1"), false, {}}}}};
        flow.edit(recipe, {}, {url});
        QCOMPARE(flow.editor(), editor);
        const auto *values = flow.editor()->findChild<QTableView *>(QStringLiteral("values"));
        QTRY_COMPARE(values->model()->index(0, 1).data().toString(), QStringLiteral("Cup 2"));
        flow.editor()->findChild<QAbstractButton *>(QStringLiteral("fromJob"))->click();
        QCOMPARE(asked, Prober::mostPages);
        QVERIFY(flow.leave());
        QVERIFY(!flow.editor()->isVisible());
    }
};

TRAWL_TEST(Gui, TestRecipeEditor)

} // namespace tst_recipeeditor

#include "tst_recipeeditor.moc"

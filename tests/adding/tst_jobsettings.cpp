// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/headermodel.h"
#include "adding/jobsettingsdialog.h"
#include "dialogs.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

namespace tst_jobsettings {

using namespace trawl;
using namespace trawl::adding;

class TestJobSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<DialogFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void leavesWhatWasNotTouched()
    {
        QCOMPARE(JobSettingsDialog({}, m_fixture->prompts).options(), engine::JobOptions());
        engine::JobOptions options;
        options.nameTemplate = QStringLiteral("{host}/{name}");
        options.collision = engine::Collision::IfNewer;
        options.bytesPerSecond = 1'234'567;
        options.transfer.connectTimeoutMs = 1500;
        options.transfer.headers = {{"Cookie", "a=\xff"}};
        options.transfer.proxy = QStringLiteral("http://u:p@h:1");
        options.transfer.verifyTls = false;
        options.transfer.retryCodes = {};
        options.transfer.minSpeedWindowMs = 1;
        options.recipe.pages = {{.name = QStringLiteral("p"), .follow = {{}}}};
        options.recipe.crawl.depth = 3;
        QCOMPARE(JobSettingsDialog(options, m_fixture->prompts).options(), options);
    }

    void takesWhatIsTyped()
    {
        JobSettingsDialog dialog({}, m_fixture->prompts);
        dialog.open();
        type(dialog, "nameTemplate", "{host}/{index:05}-{name}");
        QVERIFY2(label(dialog, "example").endsWith(u"www.example.org/00007-report.pdf"),
                 qPrintable(label(dialog, "example")));
        DialogFixture::pick(*find<QComboBox>(dialog, "collision"), 2);
        type(dialog, "jobLimit", "2M");
        type(dialog, "idleTimeout", "0.5");
        type(dialog, "totalTimeout", "600");
        type(dialog, "retryCodes", "429,503");
        type(dialog, "userAgent", "me/1");
        type(dialog, "user", "anna");
        type(dialog, "password", "secret");
        type(dialog, "proxy", "socks5://h:1080");
        find<QSpinBox>(dialog, "segments")->setValue(8);
        find<QCheckBox>(dialog, "insecure")->click();
        QVERIFY(!find<QWidget>(dialog, "insecureNote")->isHidden());
        QTest::mouseClick(DialogFixture::ok(dialog), Qt::LeftButton);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));

        engine::JobOptions wanted;
        wanted.nameTemplate = QStringLiteral("{host}/{index:05}-{name}");
        wanted.collision = engine::Collision::Skip;
        wanted.bytesPerSecond = 2 << 20;
        wanted.transfer.idleTimeoutMs = 500;
        wanted.transfer.totalTimeoutMs = 600'000;
        wanted.transfer.retryCodes = {429, 503};
        wanted.transfer.userAgent = "me/1";
        wanted.transfer.credentials = {QStringLiteral("anna"), QStringLiteral("secret")};
        wanted.transfer.proxy = QStringLiteral("socks5://h:1080");
        wanted.transfer.segments = 8;
        wanted.transfer.verifyTls = false;
        QCOMPARE(dialog.options(), wanted);
    }

    void tabGoesDownThePages()
    {
        const QStringList wanted{QStringLiteral("save"),
                                 QStringLiteral("nameTemplate"),
                                 QStringLiteral("collision"),
                                 QStringLiteral("jobLimit"),
                                 QStringLiteral("headers"),
                                 QStringLiteral("showSecrets"),
                                 QStringLiteral("userAgent"),
                                 QStringLiteral("cookiesFile"),
                                 QStringLiteral("cookiesFileBrowse"),
                                 QStringLiteral("proxy"),
                                 QStringLiteral("insecure"),
                                 QStringLiteral("depth")};
        const JobSettingsDialog dialog({}, m_fixture->prompts);
        QStringList found;
        const auto *first = find<QTabWidget>(dialog, "pages")->tabBar();
        for (auto *widget = first->nextInFocusChain(); widget != first;
             widget = widget->nextInFocusChain()) {
            if (wanted.contains(widget->objectName()))
                found << widget->objectName();
        }
        QCOMPARE(found, wanted);
    }

    void namesWhatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *field, const char *text, const char *name) {
            QTest::newRow(field) << QByteArray(field) << QString::fromUtf8(text)
                                 << QString::fromUtf8(name);
        };
        row("nameTemplate", "{nothing}", "Names of files:");
        row("maxBytes", "much", "Largest file:");
        row("jobLimit", "fast", "Limit of the job:");
        row("idleTimeout", "-1", "Seconds without a byte:");
        row("connectTimeout", "0", "Seconds to connect:");
        row("retryCodes", "42", "Retry on HTTP status:");
        row("userAgent", "a\tb\x01", "User agent:");
        row("proxy", "ftp://x", "Proxy:");
        row("bearer", "two words", "Token:");
    }
    void namesWhatCannotBe()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        QFETCH(QString, name);
        JobSettingsDialog dialog({}, m_fixture->prompts);
        dialog.open();
        auto *edit = find<QLineEdit>(dialog, field.constData());
        const auto before = edit->text();
        edit->setText(text);
        const auto problem = label(dialog, "problem");
        QVERIFY2(problem.startsWith(QStringLiteral("⚠ ") + name), qPrintable(problem));
        QVERIFY(!DialogFixture::ok(dialog)->isEnabled());
        edit->setText(before);
        QCOMPARE(label(dialog, "problem"), QString());
        QVERIFY(DialogFixture::ok(dialog)->isEnabled());
    }

    void headersAreRows()
    {
        engine::JobOptions options;
        options.transfer.headers = {{"X-One", "1"}, {"Authorization", "Basic abc"}};
        JobSettingsDialog dialog(options, m_fixture->prompts);
        dialog.open();
        DialogFixture::openTab(*find<QTabWidget>(dialog, "pages"), QStringLiteral("Request"));
        auto *view = find<QTableView>(dialog, "headers");
        const QAbstractItemModelTester tester(view->model());
        QCOMPARE(view->model()->index(1, 1).data().toString(), QStringLiteral("••••"));
        find<QCheckBox>(dialog, "showSecrets")->click();
        QCOMPARE(view->model()->index(1, 1).data().toString(), QStringLiteral("Basic abc"));
        QTest::mouseClick(find<QPushButton>(dialog, "addHeader"), Qt::LeftButton);
        auto *editor = view->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("Range"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(label(dialog, "problem").contains(u"Range"));
        view->setCurrentIndex(view->model()->index(2, 0));
        QTest::mouseClick(find<QPushButton>(dialog, "removeHeader"), Qt::LeftButton);
        QCOMPARE(label(dialog, "problem"), QString());
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::mouseClick(find<QPushButton>(dialog, "removeHeader"), Qt::LeftButton);
        QCOMPARE(dialog.options().transfer.headers,
                 (item::Headers{{"Authorization", "Basic abc"}}));
    }

    void secretsAreHidden()
    {
        engine::JobOptions options;
        options.transfer.credentials = {QStringLiteral("u"), QStringLiteral("verysecret")};
        options.transfer.bearer = "verysecret";
        options.transfer.proxy = QStringLiteral("http://u:verysecret@h:1");
        JobSettingsDialog dialog(options, m_fixture->prompts);
        dialog.open();
        for (const char *name : {"password", "bearer", "proxy"}) {
            const auto *edit = find<QLineEdit>(dialog, name);
            QVERIFY2(!edit->displayText().contains(u"verysecret"), name);
        }
        find<QCheckBox>(dialog, "showSecrets")->click();
        QCOMPARE(find<QLineEdit>(dialog, "password")->displayText(), QStringLiteral("verysecret"));
    }

    void filesAreChosen()
    {
        m_fixture->chosen = QStringLiteral("/x/cookies.txt");
        JobSettingsDialog dialog({}, m_fixture->prompts);
        QVERIFY(find<QWidget>(dialog, "cookiesFile")->isHidden()); // a job that is there
        dialog.setCookiesFile({});
        dialog.open();
        DialogFixture::openTab(*find<QTabWidget>(dialog, "pages"), QStringLiteral("Request"));
        QTest::mouseClick(find<QToolButton>(dialog, "cookiesFileBrowse"), Qt::LeftButton);
        QCOMPARE(dialog.cookiesFile(), m_fixture->chosen);
        QVERIFY(dialog.options().transfer.cookies);
    }

    void theCrawlCanBeNarrowed()
    {
        engine::JobOptions options;
        options.recipe.pages = {{.name = QStringLiteral("list"),
                                 .fields = {{.name = QStringLiteral("title")}},
                                 .follow = {{.selector = QStringLiteral("a")}}}};
        JobSettingsDialog dialog(options, m_fixture->prompts);
        dialog.open();
        DialogFixture::openTab(*find<QTabWidget>(dialog, "pages"), QStringLiteral("Scrape"));
        QVERIFY(label(dialog, "recipeSummary").contains(u"title"));
        find<QSpinBox>(dialog, "depth")->setValue(2);
        find<QCheckBox>(dialog, "robots")->click();
        const auto crawl = dialog.options().recipe.crawl;
        QCOMPARE(crawl.depth, 2);
        QVERIFY(!crawl.robots);
        QVERIFY(find<QWidget>(dialog, "editRecipe")->isHidden());
        dialog.setRecipeEditable(true);
        QSignalSpy wanted(&dialog, &JobSettingsDialog::editRecipeWanted);
        find<QPushButton>(dialog, "editRecipe")->click();
        QCOMPARE(wanted.size(), 1);
    }

private:
    template <typename T> static T *find(const QWidget &dialog, const char *name)
    {
        return DialogFixture::find<T>(dialog, name);
    }
    static QString label(const QWidget &dialog, const char *name)
    {
        return find<QLabel>(dialog, name)->text();
    }
    static void type(const QWidget &dialog, const char *name, const char *text)
    {
        auto *edit = find<QLineEdit>(dialog, name);
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }

    std::unique_ptr<DialogFixture> m_fixture;
};

TRAWL_TEST(Gui, TestJobSettings)

} // namespace tst_jobsettings

#include "tst_jobsettings.moc"

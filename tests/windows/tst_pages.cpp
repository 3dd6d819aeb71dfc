// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hostmodel.h"
#include "models/workermodel.h"
#include "support/nginx.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "windows/facttext.h"
#include "windows/timingbar.h"
#include "windows/windowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>

namespace tst_pages {

using namespace trawl;
using namespace trawl::windows;
using models::HostColumn;
using models::WorkerColumn;

/// The bottom tabs, on a session that works.
class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.isRunning());
        QVERIFY(m_server.addFile(QStringLiteral("a.txt"), QByteArray(5000, 'a')));
        QVERIFY(m_server.addFile(QStringLiteral("b.txt"), QByteArray(3000, 'b')));
        QVERIFY(m_server.addFile(QStringLiteral("big.bin"), QByteArray(40'000'000, 'x')));
    }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup()
    {
        m_fixture->close();
        m_fixture.reset();
    }

    void killsAWorkerByKey()
    {
        auto &table = pageTable("workers");
        QTRY_COMPARE(cell(table, 0, int(WorkerColumn::State)), QStringLiteral("Ready"));
        const auto pid = cell(table, 0, int(WorkerColumn::Pid));
        clickRow(table, 0);
        QTest::keyClick(&table, Qt::Key_Delete);
        QTRY_COMPARE(cell(table, 0, int(WorkerColumn::LastExit)),
                     QStringLiteral("was killed (signal 9)"));
        QTRY_COMPARE(cell(table, 0, int(WorkerColumn::State)), QStringLiteral("Ready"));
        QVERIFY(cell(table, 0, int(WorkerColumn::Pid)) != pid);
        QCOMPARE(cell(table, 0, int(WorkerColumn::Restarts)), QStringLiteral("1"));
        // By its button: it leaves, and another one comes.
        QTRY_COMPARE(cell(table, 1, int(WorkerColumn::State)), QStringLiteral("Ready"));
        table.selectRow(1);
        QTest::mouseClick(page("workers").findChild<QAbstractButton *>(QStringLiteral("recycle")),
                          Qt::LeftButton);
        QTRY_COMPARE(cell(table, 1, int(WorkerColumn::Restarts)), QStringLiteral("1"));
    }

    void setsTheNumberOfWorkers()
    {
        auto &table = pageTable("workers");
        QTRY_COMPARE(table.model()->rowCount(), 2);
        auto *spin = m_fixture->window->findChild<QSpinBox *>(QStringLiteral("workerCount"));
        QTRY_COMPARE(spin->value(), 2);
        QTest::keyClick(spin, Qt::Key_Up);
        QTRY_COMPARE(table.model()->rowCount(), 3);
        QTest::keyClick(spin, Qt::Key_Down);
        QTest::keyClick(spin, Qt::Key_Down);
        QTRY_COMPARE(table.model()->rowCount(), 1);
        QCOMPARE(spin->value(), 1);
    }

    void takesATypedLimit()
    {
        auto *limit = m_fixture->window->findChild<QComboBox *>(QStringLiteral("limit"));
        limit->setFocus();
        const auto type = [limit](const QString &text) {
            QTest::keyClick(limit, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(limit, text);
            QTest::keyClick(limit, Qt::Key_Return);
        };
        type(QStringLiteral("1.5M"));
        QCOMPARE(limit->currentText(), QStringLiteral("1.5 MiB/s"));
        QCOMPARE(limit->currentData().toLongLong(), 1536 * 1024);
        type(QStringLiteral("rubbish"));
        QCOMPARE(limit->currentText(), QStringLiteral("1.5 MiB/s"));
        type(QStringLiteral("0"));
        QCOMPARE(limit->currentText(), QStringLiteral("∞"));
    }

    void pausesAHostAndLimitsIt()
    {
        add({m_server.httpUrl(QStringLiteral("/a.txt"))});
        auto &table = pageTable("hosts");
        QTRY_COMPARE(table.model()->rowCount(), 1);
        QTRY_COMPARE(cell(table, 0, int(HostColumn::Done)), QStringLiteral("1"));
        table.setFocus();
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_Space);
        QTRY_COMPARE(cell(table, 0, int(HostColumn::State)), QStringLiteral("Paused"));
        add({m_server.httpUrl(QStringLiteral("/b.txt"))});
        QTRY_COMPARE(cell(table, 0, int(HostColumn::Queued)), QStringLiteral("1"));
        QTest::qWait(200);
        QCOMPARE(m_fixture->rowsWith(item::Status::Done), 1);
        QTest::keyClick(&table, Qt::Key_Space);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 2);

        QTest::keyClick(&table, Qt::Key_L, Qt::ControlModifier);
        auto *dialog = m_fixture->window->findChild<QDialog *>(QStringLiteral("HostLimitDialog"));
        QVERIFY(dialog);
        dialog->activateWindow();
        QTRY_VERIFY(dialog->isActiveWindow());
        auto *speed = dialog->findChild<QLineEdit *>(QStringLiteral("speed"));
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTest::keyClicks(speed, QStringLiteral("fast"));
        QVERIFY(!ok->isEnabled());
        QTest::keyClick(speed, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(speed, QStringLiteral("1.5M"));
        QVERIFY(ok->isEnabled());
        QTest::keyClick(speed, Qt::Key_Return);
        QTRY_COMPARE(cell(table, 0, int(HostColumn::Limit)), QStringLiteral("1.5 MiB/s"));
    }

    void saysWhenAHostAskedForPatience()
    {
        const support::RawServer server(support::RawServer::always(
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 300\r\nContent-Length: 0\r\n\r\n"));
        add({server.url()});
        auto &table = pageTable("hosts");
        QTRY_VERIFY(cell(table, 0, int(HostColumn::State)).startsWith(u"Asked for patience"));
        const auto asked = server.requests().size();
        table.selectRow(0);
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_F5);
        QTRY_VERIFY(server.requests().size() > asked);
    }

    /// The columns take their widths from the first rows.
    void saysAtOnceHowLongAHostIsHeld()
    {
        engine::ChangeSet changes;
        changes.hosts = {{.origin = "https://held.example",
                          .counts = {.queued = 1},
                          .breaker = engine::HostBreaker::Open,
                          .heldUntilMs = QDateTime::currentMSecsSinceEpoch() + 30'000}};
        Q_EMIT m_fixture->session->changed(changes);
        const auto state = cell(pageTable("hosts"), 0, int(HostColumn::State));
        QVERIFY2(state.endsWith(u" s"), qPrintable(state));
    }

    void showsTheLinksOfAHost()
    {
        const support::RawServer server(support::RawServer::always(support::okSized("hello")));
        add({m_server.httpUrl(QStringLiteral("/a.txt")), m_server.httpUrl(QStringLiteral("/b.txt")),
             server.url(QStringLiteral("/c"))});
        auto &table = pageTable("hosts");
        QTRY_COMPARE(table.model()->rowCount(), 2);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 3);
        const int row = cell(table, 0, 0).contains(QString::number(server.port())) ? 0 : 1;
        table.selectRow(row);
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Return);
        QTRY_COMPARE(m_fixture->items().rowCount(), 1);
    }

    void tellsAllOfAFinishedItem()
    {
        const auto target = m_server.httpUrl(QStringLiteral("/a.txt")).toString();
        const support::RawServer redirect(
            support::RawServer::always("HTTP/1.1 302 Found\r\nLocation: " + target.toUtf8() +
                                       "\r\nContent-Length: 0\r\n\r\n"));
        add({redirect.url(QStringLiteral("/first"))});
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 1);
        showDetails(0);
        QTRY_COMPARE(fact(models::DetailFact::FinalLink), target);
        QCOMPARE(fact(models::DetailFact::Link), redirect.url(QStringLiteral("/first")).toString());
        QCOMPARE(fact(models::DetailFact::Status), QStringLiteral("Done"));
        QVERIFY(fact(models::DetailFact::Size).contains(u"5,000 bytes"));
        QVERIFY(fact(models::DetailFact::Times).contains(u"Took"));
        QVERIFY(!fact(models::DetailFact::Verdict).isEmpty());
        QVERIFY(QFile::exists(fact(models::DetailFact::File)));
        QVERIFY(head().startsWith(u"HTTP/1.1 200 OK\n"));
        const auto times = page("details").findChild<TimingBar *>()->words();
        QVERIFY2(times.contains(u"First byte") && times.contains(u"Body"), qPrintable(times));
        auto *open = page("details").findChild<QAbstractButton *>(QStringLiteral("openFile"));
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(m_fixture->opened.size(), 1);
        QCOMPARE(m_fixture->opened.first().toLocalFile(), fact(models::DetailFact::File));
        // What somebody selects can be copied, and stays selected.
        auto *label = factText(models::DetailFact::Link);
        QTest::keyClick(label, Qt::Key_Home, Qt::ControlModifier);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(label, Qt::Key_Right, Qt::ShiftModifier);
        QTest::qWait(900);
        QCOMPARE(label->textCursor().selectedText(), QStringLiteral("http"));
        QTest::keyClick(label, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http"));
    }

    void tellsWhyAnItemFailed()
    {
        add({m_server.httpUrl(QStringLiteral("/none"))});
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Failed), 1);
        showDetails(0);
        QTRY_VERIFY(fact(models::DetailFact::Status).contains(u"404"));
        QTRY_VERIFY(head().contains(u"404 Not Found"));
        QVERIFY(factText(models::DetailFact::File)->isHidden());
        // It is tried again and is there now: the page follows.
        QVERIFY(m_server.addFile(QStringLiteral("none"), "here"));
        m_fixture->trigger("actionRetry");
        QTRY_COMPARE(fact(models::DetailFact::Status), QStringLiteral("Done"));
        QTRY_VERIFY(head().contains(u"200 OK"));
    }

    void addsUpWhatIsSelected()
    {
        add({m_server.httpUrl(QStringLiteral("/a.txt")), m_server.httpUrl(QStringLiteral("/b.txt")),
             m_server.httpUrl(QStringLiteral("/gone"))});
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 2);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Failed), 1);
        auto *pages = page("details").findChild<QStackedWidget *>(QStringLiteral("pages"));
        m_fixture->table().clearSelection();
        m_fixture->window->findChild<QTabWidget *>(QStringLiteral("tabs"))
            ->setCurrentWidget(&page("details"));
        QTRY_COMPARE(pages->currentWidget()->objectName(), QStringLiteral("emptyPage"));
        m_fixture->click(0);
        QTest::keyClick(&m_fixture->table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(pages->currentWidget()->objectName(), QStringLiteral("sumsPage"));
        const auto text = [this](const char *name) {
            return page("details").findChild<QLabel *>(QLatin1StringView(name))->text();
        };
        QTRY_COMPARE(text("sumTitle"), QStringLiteral("3 link(s) selected"));
        QCOMPARE(text("sumStatuses"), QStringLiteral("2 done, 1 failed"));
        QCOMPARE(text("sumFiles"), QStringLiteral("2"));
        m_fixture->click(1);
        QTRY_COMPARE(pages->currentWidget()->objectName(), QStringLiteral("itemPage"));
    }

    void showsThePiecesOfARunningItem()
    {
        m_fixture->session->post([](engine::Engine &engine) { engine.setRateLimit(3'000'000); });
        add({m_server.httpUrl(QStringLiteral("/big.bin"))});
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Running), 1);
        showDetails(0);
        auto *pieces = page("details").findChild<QTableView *>(QStringLiteral("segments"));
        QTRY_VERIFY(pieces->isVisible() && pieces->model()->rowCount() > 0);
        QTRY_VERIFY(head().contains(u"200 OK"));
        m_fixture->session->post([](engine::Engine &engine) { engine.setRateLimit(0); });
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 1);
        QTRY_VERIFY(!pieces->isVisible());
    }

private:
    void add(const QList<QUrl> &urls)
    {
        QStringList lines;
        for (const auto &url : urls)
            lines << url.toString();
        QVERIFY(m_fixture->addLinks(lines));
    }
    [[nodiscard]] QWidget &page(const char *name) const
    {
        auto *tabs = m_fixture->window->findChild<QTabWidget *>(QStringLiteral("tabs"));
        return *tabs->findChild<QWidget *>(QLatin1StringView(name));
    }
    [[nodiscard]] QTableView &pageTable(const char *name) const
    {
        m_fixture->window->findChild<QTabWidget *>(QStringLiteral("tabs"))
            ->setCurrentWidget(&page(name));
        return *page(name).findChild<QTableView *>(QStringLiteral("table"));
    }
    static void clickRow(const QTableView &table, int row)
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, 0)).center());
    }
    static QString cell(const QTableView &table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }
    void showDetails(int row) const
    {
        m_fixture->click(row);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Return, Qt::AltModifier);
    }
    [[nodiscard]] FactText *factText(models::DetailFact fact) const
    {
        return page("details").findChild<FactText *>(QStringLiteral("fact%1").arg(int(fact)));
    }
    [[nodiscard]] QString fact(models::DetailFact fact) const
    {
        return factText(fact)->toPlainText();
    }
    [[nodiscard]] QString head() const
    {
        return page("details").findChild<QPlainTextEdit *>(QStringLiteral("head"))->toPlainText();
    }

    support::NginxServer m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

TRAWL_TEST(Gui, TestPages)

} // namespace tst_pages

#include "tst_pages.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopturns.h"
#include "support/nginx.h"
#include "support/testmain.h"
#include "windows/windowfixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QSet>

namespace tst_window_e2e {

using namespace trawl;
using namespace trawl::windows;

namespace {

constexpr int pageCount = 2000;
constexpr qsizetype pageSize = 2000;

} // namespace

/// A list dropped on the window, fetched from a real server by real workers.
class TestWindowEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.isRunning());
        m_paths = m_server.pages(pageCount, pageSize);
        QVERIFY(m_server.addFile(QStringLiteral("big.bin"), QByteArray(4'000'000, 'x')));
    }
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup()
    {
        m_fixture->close();
        m_fixture.reset();
    }

    void fetchesADroppedList()
    {
        QVERIFY(m_fixture->open());
        dropPages();
        QTRY_COMPARE(m_fixture->items().rowCount(), pageCount);
        m_fixture->click(7);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), pageCount);
        QCOMPARE(m_fixture->table().selectedIds(), QList{item::ItemId(8)});
        QTRY_VERIFY2(m_fixture->statusText().startsWith(doneOf(pageCount)),
                     qPrintable(m_fixture->statusText()));
        QCOMPARE(m_fixture->window->windowTitle(), QStringLiteral("Trawl"));
        comparePages();
        exportAndCount(pageCount);

        QTest::keyClick(&m_fixture->table(), Qt::Key_Return);
        QCOMPARE(m_fixture->opened.size(), 1);
        QVERIFY(QFile::exists(m_fixture->opened.first().toLocalFile()));
    }

    void aSingleLinkGetsTheNameItWasGiven()
    {
        QVERIFY(m_fixture->open());
        QMimeData mime;
        mime.setText(m_server.httpUrl(m_paths.first()).toString());
        m_fixture->drop(mime);
        auto *name = m_fixture->addDialog()->findChild<QLineEdit *>(QStringLiteral("fileName"));
        QTest::keyClicks(name, QStringLiteral("my page.txt"));
        QVERIFY(m_fixture->acceptDialog());
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 1);
        QCOMPARE(QFileInfo(fileAt(0)).fileName(), QStringLiteral("my page.txt"));
        QVERIFY(QFile::exists(fileAt(0)));
    }

    void itsPictureShowsARun()
    {
        QVERIFY(m_fixture->open());
        m_fixture->window->resize(1180, 720);
        m_fixture->session->post([](engine::Engine &engine) { engine.setRateLimit(500'000); });
        dropPages();
        QTRY_VERIFY(m_fixture->rowsWith(item::Status::Done) > pageCount * 3 / 4);
        const auto picture = m_fixture->window->grab().toImage();
        QVERIFY(QDir().mkpath(QStringLiteral(TRAWL_ARTEFACTS)));
        QVERIFY(picture.save(
            QStringLiteral(TRAWL_ARTEFACTS "/run-%1.png").arg(QGuiApplication::platformName())));
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY(colours.size() > 50);
    }

    void staysAliveWhileItRuns()
    {
        QVERIFY(m_fixture->open());
        dropPages();
        const support::LoopTurns turns;
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), pageCount);
        QVERIFY2(turns.count() > 2, "the window waited for its engine");
    }

    void pausesAndGoesOn()
    {
        QVERIFY(m_fixture->open());
        m_fixture->session->post([](engine::Engine &engine) { engine.setRateLimit(20'000); });
        dropText(m_server.httpUrl(QStringLiteral("/big.bin")).toString());
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Running), 1);
        m_fixture->click(0);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Space);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 1);
        m_fixture->session->post([](engine::Engine &engine) { engine.setRateLimit(0); });
        QTest::keyClick(&m_fixture->table(), Qt::Key_Space);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 1);
        QCOMPARE(QFile(fileAt(0)).size(), 4'000'000);
    }

    void asksBeforeItQuitsWhileSomethingRuns()
    {
        QVERIFY(m_fixture->open());
        m_fixture->session->post([](engine::Engine &engine) { engine.setRateLimit(20'000); });
        dropText(m_server.httpUrl(QStringLiteral("/big.bin")).toString());
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Running), 1);
        m_fixture->mayQuit = false;
        QVERIFY(!m_fixture->window->close());
        QCOMPARE(m_fixture->quitQuestions, 1);
        QVERIFY(m_fixture->window->isVisible());
        m_fixture->mayQuit = true;
        QVERIFY(m_fixture->window->close());
    }

    void goesOnAfterARestart()
    {
        QVERIFY(m_fixture->open());
        dropPages();
        QTRY_VERIFY(m_fixture->rowsWith(item::Status::Done) > 0);
        QTRY_COMPARE(m_fixture->items().rowCount(), pageCount);
        m_fixture->close();

        QVERIFY(m_fixture->open());
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), pageCount);
        comparePages();
    }

    void retriesWhatFailed()
    {
        const auto late = m_server.httpUrl(QStringLiteral("/late.txt")).toString();
        QVERIFY(m_fixture->open());
        dropText(late);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Failed), 1);
        const auto why = m_fixture->items().index(0, int(models::ItemColumn::Why)).data();
        QVERIFY2(why.toString().contains(u"404"), qPrintable(why.toString()));
        QVERIFY(m_server.addFile(QStringLiteral("late.txt"), "here now"));
        m_fixture->trigger("actionRetry");
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 1);
    }

private:
    void dropText(const QString &text)
    {
        QMimeData mime;
        mime.setText(text);
        m_fixture->drop(mime);
        QVERIFY(m_fixture->acceptDialog());
    }
    void dropPages()
    {
        QStringList links;
        for (const auto &path : m_paths)
            links << m_server.httpUrl(path).toString();
        dropText(links.join(u'\n'));
    }
    static QString doneOf(int count)
    {
        const auto number = QLocale().toString(count);
        return number + u'/' + number;
    }
    [[nodiscard]] QString fileAt(int row) const
    {
        return m_fixture->items().index(row, 0).data(models::ItemModel::FileRole).toString();
    }
    void comparePages() const
    {
        for (int row = 0; row < pageCount; ++row) {
            QFile file(fileAt(row));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QCOMPARE(file.readAll(), support::NginxServer::page(row + 1, pageSize));
        }
        int files = 0;
        QDirIterator all(m_fixture->filesDirectory(), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
        for (; all.hasNext(); all.next())
            ++files;
        QCOMPARE(files, pageCount);
    }
    void exportAndCount(int rows)
    {
        m_fixture->exportPath = m_fixture->dir.filePath(QStringLiteral("all.csv"));
        QVERIFY(m_fixture->startExport(QStringLiteral("all")));
        QTRY_VERIFY(QFile::exists(m_fixture->exportPath));
        QFile file(m_fixture->exportPath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QCOMPARE(text.count('\n'), rows + 1);
        QCOMPARE(text.count(",done,200,"), rows);
    }

    support::NginxServer m_server;
    QStringList m_paths;
    std::unique_ptr<WindowFixture> m_fixture;
};

TRAWL_TEST(Gui, TestWindowEndToEnd)

} // namespace tst_window_e2e

#include "tst_window_e2e.moc"

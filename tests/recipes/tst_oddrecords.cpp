// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordsmodel.h"
#include "recipes/recordspage.h"
#include "store/store.h"
#include "support/testmain.h"
#include "support/viewwatch.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace tst_oddrecords {

using namespace trawl;
using namespace trawl::recipes;

/// The Records tab with values that nobody expects.
class TestOddRecords : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<desktop::Session> m_session;
    std::unique_ptr<RecordsPage> m_page;
    desktop::Prompts m_prompts;

    [[nodiscard]] RecordsModel &model() const { return *m_page->findChild<RecordsModel *>(); }
    [[nodiscard]] QTableView &table() const { return *m_page->findChild<QTableView *>(); }
    [[nodiscard]] QString text(int row, int column) const
    {
        return model().index(row, column).data().toString();
    }
    /// One item with these records, and the tab on it.
    bool show(const QStringList &fields, const QList<QJsonArray> &records)
    {
        auto store = store::Store::open(m_dir->filePath(QStringLiteral("s.trawl")));
        if (!store)
            return false;
        m_store = std::move(*store);
        m_store->addJob({.id = item::JobId(1), .name = QStringLiteral("odd")});
        auto block = std::make_shared<item::UrlBlock>(item::ItemId(1), item::JobId(1));
        block->append("https://shop.example.org/");
        store::ItemUpdate update{
            .id = item::ItemId(1), .status = item::Status::Done, .attempts = 1};
        update.outcome.id = update.id;
        update.records.emplace();
        for (const auto &record : records)
            update.records->append(QJsonDocument(record).toJson(QJsonDocument::Compact));
        m_store->import({.urls = block, .ended = {}, .job = {.id = item::JobId(1)}});
        m_store->apply({update});
        while (m_store->backlog() > 0)
            QThread::msleep(2);
        engine::EngineOptions options;
        options.sessionPath = m_store->path();
        m_session = std::make_unique<desktop::Session>(options);
        m_page = std::make_unique<RecordsPage>();
        m_page->setUp(*m_session, m_prompts);
        m_page->resize(900, 400);
        engine::ChangeSet changes;
        engine::JobState job{.id = item::JobId(1), .name = QStringLiteral("odd")};
        job.fields = fields;
        job.counts.done = 1;
        changes.jobs.append(job);
        m_page->apply(changes);
        m_page->show();
        const auto known = [this] {
            return model().rowCount() > 0 && text(0, 0) != QStringLiteral("\u2026");
        };
        return support::comes(known);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        m_store.reset();
    }

    void hugeValues()
    {
        const auto huge = QStringLiteral("word ").repeated(1'000'000);
        QVERIFY(show({QStringLiteral("text")}, {{huge}, {huge}, {huge}}));
        QVERIFY(text(0, 0).size() <= RecordLoader::mostCellText + 1);
        QVERIFY(text(0, 0).endsWith(QStringLiteral("\u2026")));
        table().setCurrentIndex(model().index(1, 0));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().size(), huge.size());
        const auto at = table().visualRect(model().index(0, 0)).center();
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(m_page->findChild<QDialog *>());
        const auto shown = m_page->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(shown.size() < huge.size() && huge.startsWith(shown));
    }
    void disturbingCharacters()
    {
        const auto odd = QString::fromUtf8("a\nb\tc\x01\u202e\u0634\u0627\u064a");
        QVERIFY(show({QStringLiteral("select"), QStringLiteral("\u0627\u0633\u0645")},
                     {{odd, QStringLiteral("\u0634\u0627\u064a")}}));
        QVERIFY(text(0, 0).startsWith(QStringLiteral("a b c")));
        for (const auto &disturbing : {u'\n', u'\x01', u'\u202e'})
            QVERIFY(!text(0, 0).contains(disturbing));
        QCOMPARE(text(0, 1), QStringLiteral("\u0634\u0627\u064a"));
    }
    void manyColumns()
    {
        QStringList fields;
        QJsonArray record;
        for (int column = 0; column < 500; ++column) {
            fields << QStringLiteral("column %1").arg(column);
            record.append(QStringLiteral("value %1").arg(column));
        }
        QVERIFY(show(fields, QList<QJsonArray>(300, record)));
        QCOMPARE(text(0, 499), QStringLiteral("value 499"));
        // Only the columns and rows on the screen are painted.
        const support::ViewWatch watch(table());
        table().viewport()->repaint();
        const auto rows = table().viewport()->height() / table().rowHeight(0) + 2;
        const auto columns = table().columnAt(table().viewport()->width() - 1) + 1;
        QVERIFY(columns > 0 && columns < 100);
        QVERIFY2(watch.counts().cells > 0 && watch.counts().cells <= rows * (columns + 1),
                 qPrintable(QString::number(watch.counts().cells)));
    }
    void fewerValuesThanColumns()
    {
        QVERIFY(show({QStringLiteral("a"), QStringLiteral("b")}, {{1}, {}, {1, 2, 3}}));
        QCOMPARE(text(0, 1), QString());
        QCOMPARE(text(2, 1), QStringLiteral("2"));
        QCOMPARE(text(2, 2), QStringLiteral("https://shop.example.org/"));
    }
};

TRAWL_TEST(Gui, TestOddRecords)

} // namespace tst_oddrecords

#include "tst_oddrecords.moc"

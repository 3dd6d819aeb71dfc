// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"

#include "models/changes.h"
#include "models/itemcolumns.h"
#include "models/itemselectionmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <map>
#include <random>
#include <set>

namespace tst_itemmodel {

using namespace trawl;
using namespace trawl::models;
using namespace trawl::test;
using item::Status;

namespace {

/// A model under the tester's eyes, with the ids that it shows.
struct Watched
{
    ItemModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Watched(int rows = 0)
    {
        if (rows > 0)
            model.apply({.added = {numberedBlock(1, rows)}});
    }
    QList<int> ids() const
    {
        QList<int> result;
        for (int row = 0; row < model.rowCount(); ++row)
            result.append(int(model.idAt(row)));
        return result;
    }
    QString text(int row, ItemColumn column) const { return cell(row, column).toString(); }
    QVariant cell(int row, ItemColumn column, int role = Qt::DisplayRole) const
    {
        return model.index(row, int(column)).data(role);
    }
    QModelIndex at(qint64 id) const { return model.index(model.rowOf(item::ItemId(id)), 0); }
};

qint64 idOf(const QModelIndex &index)
{
    return index.data(ItemModel::IdRole).toLongLong();
}

QSet<qint64> selectedIds(const QItemSelectionModel &selection)
{
    QSet<qint64> ids;
    for (const auto &index : selection.selectedRows())
        ids.insert(idOf(index));
    return ids;
}

constexpr auto selectRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;

} // namespace

class TestItemModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsBlocksInOneStep()
    {
        Watched w;
        QSignalSpy inserted(&w.model, &QAbstractItemModel::rowsInserted);
        w.model.apply({.added = {numberedBlock(1, 3), numberedBlock(4, 2, 2)}});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(w.ids(), (QList<int>{1, 2, 3, 4, 5}));
        w.model.apply({.added = {numberedBlock(6, 1)}});
        QCOMPARE(w.model.rowOf(item::ItemId(6)), 5);
        QCOMPARE(w.model.rowOf(item::ItemId(7)), -1);
        QCOMPARE(w.model.rowOf(item::ItemId(0)), -1);
    }

    void idsMayStartAnywhere()
    {
        Watched w;
        w.model.apply({.added = {numberedBlock(40, 2)}, .rows = {running(41, 5)}});
        QCOMPARE(w.ids(), (QList<int>{40, 41}));
        QCOMPARE(w.text(1, ItemColumn::Number), QStringLiteral("41"));
        QCOMPARE(w.text(1, ItemColumn::Name), QStringLiteral("file-41.bin"));
    }

    void newRowsComeWithTheirState()
    {
        Watched w;
        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        w.model.apply({.added = {numberedBlock(1, 2)}, .rows = {running(2, 500)}});
        QCOMPARE(changed.size(), 0);
        QCOMPARE(w.text(1, ItemColumn::Status), QStringLiteral("Running"));
    }

    void mergesNeighboursIntoOneRange()
    {
        Watched w(100);
        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        w.model.apply({.rows = {running(12, 1), running(10, 1), running(11, 1), running(50, 1)}});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[0][0].toModelIndex().row(), 9);
        QCOMPARE(changed[0][1].toModelIndex().row(), 11);
        QCOMPARE(changed[1][0].toModelIndex().row(), 49);
    }

    void announcesOnlyColumnsThatChanged()
    {
        Watched w(10);
        w.model.apply({.rows = {running(3, 1)}});
        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        w.model.apply({.rows = {running(3, 2)}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().column(), int(ItemColumn::Progress));
        QCOMPARE(changed[0][1].toModelIndex().column(), int(ItemColumn::Left));
        w.model.apply({.rows = {running(3, 2)}});
        QCOMPARE(changed.size(), 1);
        w.model.apply({.rows = {done(3, QStringLiteral("x"))}});
        QCOMPARE(changed[1][0].toModelIndex().column(), int(ItemColumn::Name));
        QCOMPARE(changed[1][1].toModelIndex().column(), int(ItemColumn::File));
    }

    void scatteredRowsCauseFewSignals()
    {
        Watched w(5000);
        std::vector<engine::RowState> rows;
        for (int id = 1; id <= 5000; id += 7)
            rows.push_back(running(id, 1));
        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        w.model.apply({.rows = rows});
        QVERIFY(changed.size() >= 1 && changed.size() <= 50);
        QCOMPARE(changed.first()[0].toModelIndex().row(), 0);
        QVERIFY(changed.last()[1].toModelIndex().row() >= 4997);
    }

    void showsARunningRow()
    {
        Watched w(1);
        w.model.apply({.rows = {running(1, 512 * 1024, 1024 * 1024)}});
        QCOMPARE(w.text(0, ItemColumn::Progress), QStringLiteral("50 %"));
        QCOMPARE(w.cell(0, ItemColumn::Progress, ItemModel::ProgressRole), 500);
        QCOMPARE(w.text(0, ItemColumn::Size), QStringLiteral("1.0 MiB"));
        QCOMPARE(w.text(0, ItemColumn::Speed), QStringLiteral("100 B/s"));
        QCOMPARE(w.text(0, ItemColumn::Left), QStringLiteral("1 h 27 min"));
        QCOMPARE(w.text(0, ItemColumn::Host), QStringLiteral("host1.example"));
        QCOMPARE(w.text(0, ItemColumn::Code), QString());
        QCOMPARE(w.text(0, ItemColumn::Tries), QStringLiteral("1"));
        QCOMPARE(w.cell(0, ItemColumn::Size, ItemModel::ValueRole), 1024 * 1024);
        QCOMPARE(w.cell(0, ItemColumn::Url, ItemModel::UrlRole), QString::fromLatin1(urlOf(1)));
    }

    void aStalledRowHasNoEnd()
    {
        Watched w(2);
        auto stalled = running(1, 10);
        stalled.bytesPerSecond = 0;
        w.model.apply({.rows = {stalled, running(2, 10, -1)}});
        QCOMPARE(w.text(0, ItemColumn::Left), QStringLiteral("∞"));
        QCOMPARE(w.text(0, ItemColumn::Speed), QString());
        QCOMPARE(w.text(1, ItemColumn::Left), QString());
        QCOMPARE(w.text(1, ItemColumn::Progress), QString());
        QCOMPARE(w.cell(1, ItemColumn::Progress, ItemModel::ProgressRole), -1);
        QCOMPARE(w.text(1, ItemColumn::Size), QStringLiteral("10 B"));
    }

    void showsADoneRowWithItsFile()
    {
        Watched w(2);
        w.model.apply({.rows = {done(2, QStringLiteral("sub/résumé.pdf"))},
                       .jobs = {{.id = item::JobId(1), .directory = QStringLiteral("/data")}}});
        QCOMPARE(w.text(1, ItemColumn::Name), QStringLiteral("résumé.pdf"));
        QCOMPARE(w.cell(1, ItemColumn::Name, ItemModel::FileRole),
                 QStringLiteral("/data/sub/résumé.pdf"));
        QCOMPARE(w.cell(0, ItemColumn::Name, ItemModel::FileRole), QString());
        QCOMPARE(w.cell(1, ItemColumn::Progress, ItemModel::ProgressRole), 1000);
        QCOMPARE(w.text(1, ItemColumn::Why), QString());
    }

    void namesFollowTheUrl_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("host");
        const auto row = [](const char *url, const QString &name, const QString &host) {
            QTest::newRow(url) << QByteArray(url) << name << host;
        };
        row("http://a.example/x/y%20z.txt?q=/n", QStringLiteral("y z.txt"),
            QStringLiteral("a.example"));
        row("http://a.example:8080/x/", QStringLiteral("x"), QStringLiteral("a.example:8080"));
        row("http://u:p@a.example/", QStringLiteral("a.example"), QStringLiteral("a.example"));
        row("http://a.example", QStringLiteral("a.example"), QStringLiteral("a.example"));
        row("http://[::1]:80?x", QStringLiteral("[::1]:80"), QStringLiteral("[::1]:80"));
        row("http://a.example/a%0Ab%E2%80%AEgpj.exe", QStringLiteral("a\uFFFDb\uFFFDgpj.exe"),
            QStringLiteral("a.example"));
        row("no url at all", QStringLiteral("no url at all"), QString());
        row("", QString(), QString());
    }
    void namesFollowTheUrl()
    {
        QFETCH(QByteArray, url);
        Watched w;
        w.model.apply({.added = {block(1, {url})}});
        QTEST(w.text(0, ItemColumn::Name), "name");
        QTEST(w.text(0, ItemColumn::Host), "host");
    }

    void statusIsIconAndWord()
    {
        Watched w(1);
        w.model.apply({.rows = {failed(1, item::Reason::Dns)}});
        QVERIFY(!w.cell(0, ItemColumn::Status, Qt::DecorationRole).value<QIcon>().isNull());
        QCOMPARE(w.text(0, ItemColumn::Status), QStringLiteral("Failed"));
        QVERIFY(w.cell(0, ItemColumn::Status, Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("Failed: No such host")));
    }

    void toolTipsArePlainText()
    {
        Watched w;
        w.model.apply({.added = {block(1, {"<b>bold</b>"})}});
        QVERIFY(w.cell(0, ItemColumn::Url, Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("&lt;b&gt;bold")));
    }

    void headersHaveTitleAndKey()
    {
        Watched w;
        QSet<QString> keys;
        for (int column = 0; column < w.model.columnCount(); ++column) {
            QVERIFY(!w.model.headerData(column, Qt::Horizontal).toString().isEmpty());
            keys.insert(w.model.headerData(column, Qt::Horizontal, ItemModel::KeyRole).toString());
        }
        QCOMPARE(keys.size(), w.model.columnCount());
        QCOMPARE(w.model.headerData(int(ItemColumn::Size), Qt::Horizontal, Qt::TextAlignmentRole),
                 int(Qt::AlignRight | Qt::AlignVCenter));
    }

    void headersTellHowColumnsLook()
    {
        Watched w;
        QList<ItemColumn> hidden;
        QList<ItemColumn> cutInTheMiddle;
        for (int column = 0; column < w.model.columnCount(); ++column) {
            const auto look = [&](models::ColumnLook::Role role) {
                return w.model.headerData(column, Qt::Horizontal, role);
            };
            QVERIFY(look(models::ColumnLook::DigitsRole).toInt() > 0);
            if (look(models::ColumnLook::HiddenRole).toBool())
                hidden.append(ItemColumn(column));
            if (look(models::ColumnLook::ElideRole).toInt() == int(Qt::ElideMiddle))
                cutInTheMiddle.append(ItemColumn(column));
        }
        QCOMPARE(hidden,
                 (QList{ItemColumn::Url, ItemColumn::Job, ItemColumn::Ended, ItemColumn::File}));
        QCOMPARE(cutInTheMiddle, (QList{ItemColumn::Name, ItemColumn::Url, ItemColumn::File}));
    }

    void tellsWhichResultAColumnIs()
    {
        QStringList exported;
        for (const auto &column : models::itemColumns())
            exported.append(QString::fromLatin1(column.exported));
        QCOMPARE(exported.join(u','),
                 QStringLiteral("id,file,status,,bytes,,,url,code,attempts,reason,url,,finished,"
                                "file"));
    }

    void sortsByNumbers()
    {
        Watched w(4);
        w.model.apply({.rows = {running(1, 1, 300), running(2, 1, 100), running(3, 1, 300)}});
        w.model.sort(int(ItemColumn::Size), Qt::DescendingOrder);
        QCOMPARE(w.ids(), (QList<int>{1, 3, 2, 4}));
        w.model.sort(int(ItemColumn::Size), Qt::AscendingOrder);
        QCOMPARE(w.ids(), (QList<int>{4, 2, 1, 3}));
        w.model.sort(-1);
        QCOMPARE(w.ids(), (QList<int>{1, 2, 3, 4}));
    }

    void sortsTextInAnyCase()
    {
        Watched w;
        w.model.apply({.added = {block(1, {"http://h/bananas-a", "http://h/Bananas-B",
                                           "http://h/apple", "http://h/bananas", "http://h/c"})}});
        w.model.sort(int(ItemColumn::Name));
        QCOMPARE(w.ids(), (QList<int>{3, 4, 1, 2, 5}));
        w.model.sort(int(ItemColumn::Name), Qt::DescendingOrder);
        QCOMPARE(w.ids(), (QList<int>{5, 2, 1, 4, 3}));
        w.model.sort(int(ItemColumn::Url));
        QCOMPARE(w.ids(), (QList<int>{3, 4, 1, 2, 5}));
    }

    void equalTextsStayInOrderOfId()
    {
        const QByteArray same = "http://host/" + QByteArray(3000, 'x');
        Watched w;
        w.model.apply({.added = {block(1, {same, same + 'y', same, "http://a/", same + 'y'})}});
        w.model.sort(int(ItemColumn::Url));
        QCOMPARE(w.ids(), (QList<int>{4, 1, 3, 2, 5}));
        w.model.sort(int(ItemColumn::Url), Qt::DescendingOrder);
        QCOMPARE(w.ids(), (QList<int>{2, 5, 1, 3, 4}));
    }

    void liveValuesDoNotMoveRows()
    {
        Watched w(3);
        w.model.apply({.rows = {running(1, 30), running(2, 20), running(3, 10)}});
        w.model.sort(int(ItemColumn::Progress));
        QCOMPARE(w.ids(), (QList<int>{3, 2, 1}));
        w.model.apply({.added = {numberedBlock(4, 1)}, .rows = {running(3, 900)}});
        QCOMPARE(w.ids(), (QList<int>{3, 2, 1, 4}));
        w.model.sort(int(ItemColumn::Progress));
        QCOMPARE(w.ids(), (QList<int>{4, 2, 1, 3}));
    }

    void filtersByJobStatusAndText()
    {
        Watched w;
        w.model.apply({.added = {numberedBlock(1, 5, 1), numberedBlock(6, 5, 2)},
                       .rows = {done(2, QStringLiteral("a")), done(7, QStringLiteral("b"))}});
        w.model.setFilter({.jobs = {item::JobId(2)}});
        QCOMPARE(w.ids(), (QList<int>{6, 7, 8, 9, 10}));
        w.model.setFilter({.jobs = {item::JobId(2)}, .statuses = {Status::Done}});
        QCOMPARE(w.ids(), (QList<int>{7}));
        w.model.setFilter({.search = parseSearch(QStringLiteral("FILE-1"))});
        QCOMPARE(w.ids(), (QList<int>{1, 10}));
        QCOMPARE(w.model.rowOf(item::ItemId(5)), -1);
        w.model.setFilter({});
        QCOMPARE(w.ids(), (QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    }

    void textMatchesEncodedUrls()
    {
        Watched w;
        w.model.apply({.added = {block(1, {"http://h/a%20b", "http://h/%C3%A9t%c3%a9", "x"})}});
        w.model.setFilter({.search = parseSearch(QStringLiteral("\"A B\""))});
        QCOMPARE(w.ids(), (QList<int>{1}));
        w.model.setFilter({.search = parseSearch(QStringLiteral("été"))});
        QCOMPARE(w.ids(), (QList<int>{2}));
    }

    void filteredRowsKeepTheOrder()
    {
        Watched w(6);
        w.model.sort(int(ItemColumn::Number), Qt::DescendingOrder);
        w.model.setFilter({.search = parseSearch(QStringLiteral("file-3"))});
        w.model.setFilter({});
        QCOMPARE(w.ids(), (QList<int>{6, 5, 4, 3, 2, 1}));
    }

    void rowsEnterAndLeaveAStatus()
    {
        Watched w(10);
        w.model.setFilter({.statuses = {Status::Running}});
        QCOMPARE(w.ids(), QList<int>());
        w.model.apply({.rows = {running(4, 1), running(2, 1), running(8, 1)}});
        QCOMPARE(w.ids(), (QList<int>{2, 4, 8}));
        w.model.apply({.added = {numberedBlock(11, 2)},
                       .rows = {done(4, QStringLiteral("x")), running(12, 1), running(1, 1)}});
        QCOMPARE(w.ids(), (QList<int>{2, 8, 1, 12}));
        QCOMPARE(w.model.rowOf(item::ItemId(12)), 3);
        QCOMPARE(w.model.rowOf(item::ItemId(4)), -1);
        w.model.setFilter({.statuses = {Status::Queued}});
        QCOMPARE(w.ids(), (QList<int>{3, 5, 6, 7, 9, 10, 11}));
    }

    void manyScatteredRowsLeaveAtOnce()
    {
        Watched w(1000);
        w.model.setFilter({.statuses = {Status::Queued}});
        ItemSelectionModel selection(&w.model);
        selection.select(w.at(900), selectRow);
        selection.select(w.at(501), selectRow);
        QSignalSpy removed(&w.model, &QAbstractItemModel::rowsRemoved);
        std::vector<engine::RowState> rows;
        for (int id = 1; id <= 1000; id += 2)
            rows.push_back(running(id, 1));
        w.model.apply({.rows = rows});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(w.model.rowCount(), 500);
        QCOMPARE(w.ids().first(), 2);
        QCOMPARE(w.ids().last(), 1000);
        QCOMPARE(selectedIds(selection), (QSet<qint64>{900}));
    }

    void selectionStaysOnItsItems()
    {
        Watched w(100);
        w.model.apply({.rows = {running(10, 5), running(20, 3), running(30, 9)}});
        ItemSelectionModel selection(&w.model);
        for (const auto id : {10, 11, 12, 20, 99})
            selection.select(w.at(id), selectRow);
        selection.setCurrentIndex(w.at(20), QItemSelectionModel::NoUpdate);
        const QPersistentModelIndex cell(w.model.index(w.at(30).row(), int(ItemColumn::Size)));
        const auto intact = [&] {
            return selectedIds(selection) == QSet<qint64>{10, 11, 12, 20, 99} &&
                   idOf(selection.currentIndex()) == 20 && idOf(cell) == 30 &&
                   cell.column() == int(ItemColumn::Size);
        };
        w.model.sort(int(ItemColumn::Progress), Qt::DescendingOrder);
        QVERIFY(intact());
        w.model.sort(int(ItemColumn::Host));
        QVERIFY(intact());
        w.model.apply({.added = {numberedBlock(101, 5)}, .rows = {running(50, 7)}});
        QVERIFY(intact());
        w.model.sort(int(ItemColumn::Number));
        QVERIFY(intact());
        w.model.setFilter({.statuses = {Status::Running}});
        QCOMPARE(selectedIds(selection), (QSet<qint64>{10, 20}));
        QCOMPARE(idOf(selection.currentIndex()), 20);
        w.model.setFilter({});
        QCOMPARE(selectedIds(selection), (QSet<qint64>{10, 20}));
        QCOMPARE(idOf(selection.currentIndex()), 20);
    }

    /// Any sequence of updates, filters and orders ends with the rows that the filter means.
    void staysTrueUnderRandomUse()
    {
        Watched w;
        std::map<int, Status> truth;
        std::mt19937 random(7);
        const auto upTo = [&random](int end) { return int(random() % unsigned(end)); };
        ItemSelectionModel selection(&w.model);
        for (int step = 0; step < 100; ++step) {
            engine::ChangeSet changes;
            if (upTo(4) == 0) {
                const int count = 1 + upTo(15);
                const auto first = int(truth.size()) + 1;
                changes.added = {numberedBlock(first, count)};
                for (int id = first; id < first + count; ++id)
                    truth[id] = Status::Queued;
            }
            std::set<int> touched;
            for (int i = upTo(int(truth.size()) / 2 + 1); i > 0; --i) {
                const auto id = 1 + upTo(int(truth.size()));
                truth[id] = Status(upTo(6));
                touched.insert(id);
            }
            for (const auto id : touched)
                changes.rows.push_back(state(id, truth[id]));
            w.model.apply(changes);
            if (upTo(3) == 0)
                w.model.sort(upTo(15), upTo(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            if (upTo(3) == 0)
                w.model.setFilter(upTo(2) == 0 ? ItemFilter{}
                                               : ItemFilter{.statuses = {Status(upTo(6))}});
            if (w.model.rowCount() > 0)
                selection.select(w.model.index(upTo(w.model.rowCount()), 0), selectRow);
            QList<int> expected;
            for (const auto &[id, status] : truth) {
                const auto wanted = w.model.filter().statuses;
                if (wanted.isEmpty() || wanted.contains(status))
                    expected.append(id);
            }
            auto shown = w.ids();
            for (int row = 0; row < shown.size(); ++row)
                QCOMPARE(w.model.rowOf(item::ItemId(shown[row])), row);
            std::ranges::sort(shown);
            QCOMPARE(shown, expected);
        }
    }

    void dragsLinksAsText()
    {
        Watched w;
        w.model.apply({.added = {block(1, {"http://h/a", "not a url", "http://h/%C3%A9"})}});
        QModelIndexList all;
        for (int row = 0; row < 3; ++row)
            all << w.model.index(row, 0) << w.model.index(row, 1);
        const std::unique_ptr<QMimeData> data(w.model.mimeData(all));
        QCOMPARE(data->text(), QStringLiteral("http://h/a\nnot a url\nhttp://h/%C3%A9\n"));
        QVERIFY(!data->hasUrls());
        QVERIFY(w.model.flags(w.model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    }

    void dragsFinishedRowsAsFiles()
    {
        Watched w(3);
        w.model.apply(
            {.rows = {done(1, QStringLiteral("sub/a b.pdf")), done(3, QStringLiteral("é.txt"))},
             .jobs = {{.id = item::JobId(1), .directory = QStringLiteral("/data")}}});
        const QModelIndexList all{w.model.index(2, 4), w.model.index(0, 0), w.model.index(1, 0)};
        const std::unique_ptr<QMimeData> data(w.model.mimeData(all));
        QCOMPARE(data->urls(), (QList{QUrl::fromLocalFile(QStringLiteral("/data/sub/a b.pdf")),
                                      QUrl::fromLocalFile(QStringLiteral("/data/é.txt"))}));
        QVERIFY(data->data(QStringLiteral("text/uri-list")).startsWith("file:///data/sub/a%20b"));
        QCOMPARE(data->text(), QStringLiteral("/data/sub/a b.pdf\n%1\n/data/é.txt\n")
                                   .arg(QString::fromLatin1(urlOf(2))));
    }

    void removedRowsAreGone()
    {
        Watched w(10);
        ItemSelectionModel selection(&w.model);
        for (const auto id : {4, 5, 6})
            selection.select(w.at(id), selectRow);
        selection.setCurrentIndex(w.at(5), QItemSelectionModel::NoUpdate);
        w.model.apply({.removed = {item::ItemId(5), item::ItemId(10), item::ItemId(77)}});
        QCOMPARE(w.ids(), (QList<int>{1, 2, 3, 4, 6, 7, 8, 9}));
        QCOMPARE(w.model.rowOf(item::ItemId(5)), -1);
        QCOMPARE(selectedIds(selection), (QSet<qint64>{4, 6}));
        QVERIFY(!selection.currentIndex().isValid());
        w.model.apply({.rows = {running(5, 1)}}); // a late word on it changes nothing
        w.model.setFilter({.statuses = {Status::Queued}});
        w.model.setFilter({});
        QCOMPARE(w.model.rowCount(), 8);
        w.model.apply({.added = {numberedBlock(11, 2, 0), numberedBlock(13, 1)}});
        QCOMPARE(w.ids(), (QList<int>{1, 2, 3, 4, 6, 7, 8, 9, 13}));
    }

    void filtersByHostCauseAndTime()
    {
        Watched w(20);
        auto early = failed(2, item::Reason::Http, 429);
        early.endedMs = 1000;
        auto late = failed(9, item::Reason::Http, 429);
        late.endedMs = 2000;
        w.model.apply({.rows = {early, late, failed(3, item::Reason::Http, 404),
                                failed(4, item::Reason::Dns), done(5, QStringLiteral("x"))}});
        w.model.setFilter({.hosts = {"https://host2.example"}});
        QCOMPARE(w.ids(), (QList<int>{2, 9, 16}));
        w.model.setFilter({.hosts = {"https://host2.example", "https://host3.example"}});
        QCOMPARE(w.ids(), (QList<int>{2, 3, 9, 10, 16, 17}));
        w.model.setFilter({.cause = Cause{item::Reason::Http, 429}});
        QCOMPARE(w.ids(), (QList<int>{2, 9}));
        w.model.setFilter({.endedFromMs = 1000, .endedToMs = 2000});
        QCOMPARE(w.ids(), (QList<int>{2}));
    }

    void searches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<int>>("ids");
        const auto row = [](const char *typed, const QList<int> &ids) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << ids;
        };
        row("file-1 -file-1.bin", {10});
        row("status:done", {5});
        row("status:failed -why:dns", {2, 3});
        row("why:429", {2});
        row("why:http", {2, 3});
        row("code:404", {3});
        row("code:4xx -code:404", {2});
        row("size:>1k", {6});
        row("size:<2k", {5});
        row("name:paper", {5});
        row("name:file-5", {});
        row("paper", {5});
        row("host:host3", {3, 10});
        row("job:second host:host3", {10});
        row("-job:second", {1, 2, 3, 4, 5, 6, 7, 8, 9});
        row("status:never name:paper", {5});
    }
    void searches()
    {
        QFETCH(QString, typed);
        Watched w;
        w.model.apply({.added = {numberedBlock(1, 9, 1), numberedBlock(10, 1, 2)},
                       .rows = {failed(2, item::Reason::Http, 429),
                                failed(3, item::Reason::Http, 404), failed(4, item::Reason::Dns),
                                done(5, QStringLiteral("Paper.pdf")), running(6, 1, 5000)},
                       .jobs = {{.id = item::JobId(1), .name = QStringLiteral("first")},
                                {.id = item::JobId(2), .name = QStringLiteral("Second")}}});
        w.model.setFilter({.search = parseSearch(typed)});
        QTEST(w.ids(), "ids");
    }

    void countsCausesOfWhatIsShown()
    {
        const Cause busy{item::Reason::Http, 429};
        const Cause dns{item::Reason::Dns};
        Watched w;
        QSignalSpy spy(&w.model, &ItemModel::causesChanged);
        w.model.apply({.added = {numberedBlock(1, 10, 1), numberedBlock(11, 10, 2)},
                       .rows = {failed(1, item::Reason::Http, 429), failed(2, item::Reason::Dns),
                                failed(11, item::Reason::Dns)}});
        QCOMPARE(w.model.causes(), (QHash<Cause, qint64>{{busy, 1}, {dns, 2}}));
        QCOMPARE(spy.size(), 1);
        w.model.setFilter({.jobs = {item::JobId(1)}});
        QCOMPARE(w.model.causes(), (QHash<Cause, qint64>{{busy, 1}, {dns, 1}}));
        w.model.setFilter({.jobs = {item::JobId(1)}, .cause = dns});
        QCOMPARE(w.model.causes(), (QHash<Cause, qint64>{{busy, 1}, {dns, 1}}));
        w.model.apply({.rows = {running(2, 1), failed(12, item::Reason::Dns)}});
        QCOMPARE(w.model.causes(), (QHash<Cause, qint64>{{busy, 1}}));
        w.model.setFilter({});
        QCOMPARE(w.model.causes(), (QHash<Cause, qint64>{{busy, 1}, {dns, 2}}));
        w.model.apply({.removed = {item::ItemId(1)}});
        QCOMPARE(w.model.causes(), (QHash<Cause, qint64>{{dns, 2}}));
        spy.clear();
        w.model.apply({.rows = {running(5, 1)}});
        QCOMPARE(spy.size(), 0);
    }

    void findsIdsForWhatActsOnThem()
    {
        Watched w(10);
        w.model.apply({.rows = {failed(2, item::Reason::Dns), failed(7, item::Reason::Dns)}});
        w.model.setFilter({.statuses = {Status::Done}}); // what is shown does not matter
        QList<item::ItemId> found;
        QObject context;
        w.model.findIds({.cause = Cause{item::Reason::Dns}}, &context,
                        [&](const QList<item::ItemId> &ids) { found = ids; });
        QTRY_COMPARE(found, (QList{item::ItemId(2), item::ItemId(7)}));
    }

    void newRowsGoToTheirPlaceSoonAfter()
    {
        Watched w(3);
        w.model.sort(int(ItemColumn::Number), Qt::DescendingOrder);
        w.model.apply({.added = {numberedBlock(4, 1)}});
        QCOMPARE(w.ids(), (QList<int>{3, 2, 1, 4}));
        QTRY_COMPARE(w.ids(), (QList<int>{4, 3, 2, 1}));
    }

    void numbersChangeTwiceASecond()
    {
        Watched w(5);
        w.model.apply({.rows = {running(1, 1), running(2, 1)}});
        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        w.model.apply({.rows = {running(1, 2)}});
        QCOMPARE(changed.size(), 1);
        for (int bytes = 3; bytes < 10; ++bytes)
            w.model.apply({.rows = {running(1, bytes), running(2, bytes)}});
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed[1][1].toModelIndex().row(), 1);
        QTest::qWait(600);
        QCOMPARE(changed.size(), 2);
    }

    /// What happens while a large model is being sorted is in the result.
    void changesWhileItSortsAreNotLost()
    {
        constexpr int many = 4 * ItemModel::atOnce;
        Watched w(many);
        w.model.apply({.rows = {failed(8, item::Reason::Dns), failed(9, item::Reason::Dns)}});
        ItemSelectionModel selection(&w.model);
        selection.select(w.at(9), selectRow);
        selection.select(w.at(700), selectRow);
        QSignalSpy busy(&w.model, &ItemModel::busyChanged);
        w.model.setFilter({.statuses = {Status::Queued, Status::Failed}});
        w.model.sort(int(ItemColumn::Status), Qt::DescendingOrder);
        QVERIFY(w.model.isBusy());
        QCOMPARE(w.model.rowCount(), many); // as it was
        w.model.apply({.added = {numberedBlock(many + 1, 2)},
                       .rows = {running(1, 1), running(8, 1), failed(20, item::Reason::Tls),
                                running(many + 2, 1)},
                       .removed = {item::ItemId(3)}});
        QTRY_VERIFY(!w.model.isBusy());
        // One time for both; a slow machine brings the new row to its place in another.
        QVERIFY(busy.size() == 2 || busy.size() == 4);
        QCOMPARE(w.model.rowCount(), many + 1 - 3);
        for (const auto id : {1, 3, 8, many + 2})
            QCOMPARE(w.model.rowOf(item::ItemId(id)), -1);
        QCOMPARE(w.model.rowOf(item::ItemId(9)), 0);
        for (int row = 0; row < w.model.rowCount(); ++row)
            QCOMPARE(w.model.rowOf(w.model.idAt(row)), row);
        QCOMPARE(selectedIds(selection), (QSet<qint64>{9, 700}));
        QCOMPARE(w.model.causes(), (QHash<Cause, qint64>{{Cause{item::Reason::Dns}, 1},
                                                         {Cause{item::Reason::Tls}, 1}}));
    }

    void onlyTheLastRequestCounts()
    {
        constexpr int many = 4 * ItemModel::atOnce;
        Watched w(many);
        QSignalSpy rearranged(&w.model, &ItemModel::rearranged);
        w.model.sort(int(ItemColumn::Url));
        w.model.sort(int(ItemColumn::Name));
        w.model.sort(int(ItemColumn::Number), Qt::DescendingOrder);
        QTRY_VERIFY(!w.model.isBusy());
        QCOMPARE(rearranged.size(), 1);
        QCOMPARE(w.model.idAt(0), item::ItemId(many));
    }

    void strangersAreIgnored()
    {
        Watched w(2);
        w.model.apply({.rows = {running(99, 1), running(0, 1)}});
        QCOMPARE(w.ids(), (QList<int>{1, 2}));
        QCOMPARE(w.text(0, ItemColumn::Status), QStringLiteral("Queued"));
    }
};

TRAWL_TEST(Gui, TestItemModel)

} // namespace tst_itemmodel

#include "tst_itemmodel.moc"

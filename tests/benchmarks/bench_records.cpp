// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/figures.h"
#include "recipes/recordsmodel.h"
#include "recipes/recordspage.h"
#include "store/store.h"
#include "support/loopwatch.h"
#include "support/manyrecords.h"

#include <QApplication>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QThread>

using namespace trawl;
using namespace trawl::recipes;
using benchmarks::figure;

namespace {

constexpr int many = 1'000'000;
const QStringList fields{QStringLiteral("name"), QStringLiteral("price"), QStringLiteral("brand"),
                         QStringLiteral("text")};

bool fill(const QString &path)
{
    auto opened = store::Store::open(path);
    if (!opened)
        return false;
    auto &session = **opened;
    session.addJob({.id = item::JobId(1), .name = QStringLiteral("shop")});
    session.indexArrivals();
    constexpr int piece = 1000;
    for (qint64 first = 1; first < many / support::recordsAnItem; first += piece) {
        support::writeRecords(session, first, piece);
        while (session.backlog() > 20'000)
            QThread::msleep(5);
    }
    while (session.backlog() > 0)
        QThread::msleep(5);
    return true;
}

class Table
{
public:
    explicit Table(const QString &path)
    {
        engine::EngineOptions options;
        options.sessionPath = path;
        m_session = std::make_unique<desktop::Session>(options);
        m_page = std::make_unique<RecordsPage>();
        m_page->setUp(*m_session, m_prompts);
        m_page->resize(1000, 500);
        engine::ChangeSet changes;
        engine::JobState job{.id = item::JobId(1), .name = QStringLiteral("shop")};
        job.fields = fields;
        job.counts.done = many / support::recordsAnItem;
        changes.jobs.append(job);
        m_page->apply(changes);
    }
    void measure()
    {
        work(
            "records: first rows", [this] { m_page->show(); },
            [this] { return model().rowCount() > 0 && isRead(); });
        work("records: all rows", [] {}, [this] { return model().rowCount() >= many; });
        const auto done = [this] { return !model().isListing() && isRead(); };
        for (const int column : {0, 1, 3, 4}) {
            work(
                "records: sort by column " + QByteArray::number(column),
                [&] { model().sort(column, Qt::AscendingOrder); }, done);
        }
        work(
            "records: filter", [this] { filter(QStringLiteral("brand 3")); },
            [&] { return model().filter() == u"brand 3" && done(); });
        work(
            "records: no filter", [this] { filter({}); },
            [&] { return model().filter().isEmpty() && done(); });
    }

private:
    [[nodiscard]] RecordsModel &model() const { return *m_page->findChild<RecordsModel *>(); }
    [[nodiscard]] bool isRead() const
    {
        const auto text = model().index(0, 0).data().toString();
        return !text.isEmpty() && text != QStringLiteral("\u2026");
    }
    void filter(const QString &text)
    {
        m_page->findChild<QLineEdit *>(QStringLiteral("filter"))->setText(text);
    }
    template <typename Ask, typename Until> void work(const QByteArray &what, Ask ask, Until until)
    {
        m_stalls.reset();
        benchmarks::Watch watch;
        ask();
        do {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        } while (!until());
        figure(what, watch.lap(), "ms", "goal 1000");
        m_stalls.settle();
        figure(what + ", longest stall", m_stalls.worstMs(), "ms", "goal 50");
    }

    desktop::Prompts m_prompts;
    std::unique_ptr<desktop::Session> m_session;
    std::unique_ptr<RecordsPage> m_page;
    support::LoopWatch m_stalls;
};

} // namespace

/// The Records tab at a million records.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("s.trawl"));
    if (!fill(path))
        return 1;
    Table(path).measure();
}

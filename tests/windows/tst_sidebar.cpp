// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sidebarmodel.h"
#include "support/testmain.h"
#include "windows/sidebar.h"

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>

namespace tst_sidebar {

using namespace trawl;
using namespace trawl::windows;
using item::JobId;
using models::SidebarModel;

namespace {

enum Section { All, Jobs, Statuses, Hosts };

engine::ChangeSet changes()
{
    engine::ChangeSet made;
    made.jobs = {{.id = JobId(1), .name = QStringLiteral("a"), .counts = {.queued = 1, .done = 1}},
                 {.id = JobId(2), .name = QStringLiteral("b")}};
    for (int i = 0; i < 30; ++i)
        made.hosts.push_back(
            {.origin = "https://h" + QByteArray::number(i), .counts = {.queued = i + 1}});
    return made;
}

} // namespace

class TestSidebar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<SidebarModel>();
        m_sidebar = std::make_unique<Sidebar>();
        m_sidebar->setSidebar(m_model.get());
        m_sidebar->resize(260, 900);
        m_sidebar->show();
        m_model->apply(changes());
        QVERIFY(QTest::qWaitForWindowExposed(m_sidebar.get()));
    }
    void cleanup()
    {
        m_sidebar.reset();
        m_model.reset();
    }

    void opensItsSections()
    {
        for (const auto section : {Jobs, Statuses, Hosts})
            QVERIFY(m_sidebar->isExpanded(m_model->index(section, 0)));
        m_sidebar->collapse(m_model->index(Jobs, 0));
        auto more = changes();
        more.jobs.append({.id = JobId(3), .name = QStringLiteral("c")});
        m_model->apply(more);
        QVERIFY(!m_sidebar->isExpanded(m_model->index(Jobs, 0))); // the person closed it
    }

    void ctrlClickAddsToTheFilter()
    {
        QSignalSpy changed(m_sidebar.get(), &Sidebar::filterChanged);
        click(at(Statuses, 4));
        QCOMPARE(m_sidebar->filter().statuses, QList{item::Status::Failed});
        click(at(Statuses, 5), Qt::ControlModifier);
        click(at(Hosts, 0), Qt::ControlModifier);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(m_sidebar->filter().statuses,
                 (QList{item::Status::Failed, item::Status::Skipped}));
        QCOMPARE(m_sidebar->filter().hosts, QList<QByteArray>{"https://h29"});
        click(m_model->index(All, 0));
        QCOMPARE(m_sidebar->filter(), models::ItemFilter());
    }

    void theLastHostRowShowsMore()
    {
        const auto more = at(Hosts, 10);
        QVERIFY(more.data(SidebarModel::MoreRole).toBool());
        click(at(Hosts, 3));
        click(more);
        QCOMPARE(m_model->rowCount(m_model->index(Hosts, 0)), 30);
        QCOMPARE(m_sidebar->filter().hosts, QList<QByteArray>{"https://h26"});
    }

    void aJobThatGoesShowsAll()
    {
        click(at(Jobs, 1));
        QCOMPARE(m_sidebar->filter().jobs, QList{JobId(2)});
        QSignalSpy changed(m_sidebar.get(), &Sidebar::filterChanged);
        auto fewer = changes();
        fewer.jobs.removeLast();
        m_model->apply(fewer);
        QCOMPARE(m_sidebar->filter(), models::ItemFilter());
        QVERIFY(changed.size() > 0);
        QCOMPARE(m_sidebar->currentIndex(), m_model->index(All, 0));
    }

    void asksForMenusOfJobsAndHosts()
    {
        QSignalSpy jobs(m_sidebar.get(), &Sidebar::jobMenuWanted);
        QSignalSpy hosts(m_sidebar.get(), &Sidebar::hostMenuWanted);
        click(at(Jobs, 0));
        click(at(Jobs, 1), Qt::ControlModifier);
        menuAt(at(Jobs, 1));
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(jobs[0][0].value<QList<JobId>>(), (QList{JobId(1), JobId(2)}));
        menuAt(at(Hosts, 2));
        QCOMPARE(hosts.size(), 1);
        QCOMPARE(hosts[0][0].value<QList<QByteArray>>(), QList<QByteArray>{"https://h27"});
        menuAt(at(Statuses, 2));
        QCOMPARE(jobs.size() + hosts.size(), 2);
    }

    void drawsHowFarAJobIs()
    {
        const auto image = m_sidebar->viewport()->grab().toImage();
        const auto line = [&](int row) {
            const auto rect = m_sidebar->visualRect(at(Jobs, row));
            return std::pair(image.pixelColor(rect.left() + 2, rect.bottom() - 1),
                             image.pixelColor(rect.right() - 2, rect.bottom() - 1));
        };
        QVERIFY(line(0).first != line(0).second); // half of it is done
        QCOMPARE(line(1).first, line(1).second);
    }

private:
    [[nodiscard]] QModelIndex at(Section section, int row) const
    {
        return m_model->index(row, 0, m_model->index(section, 0));
    }
    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {}) const
    {
        m_sidebar->scrollTo(index);
        QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, modifiers,
                          m_sidebar->visualRect(index).center());
    }
    void menuAt(const QModelIndex &index) const
    {
        const auto where = m_sidebar->visualRect(index).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, where,
                                m_sidebar->viewport()->mapToGlobal(where));
        QCoreApplication::sendEvent(m_sidebar->viewport(), &event);
    }

    std::unique_ptr<SidebarModel> m_model;
    std::unique_ptr<Sidebar> m_sidebar;
};

TRAWL_TEST(Gui, TestSidebar)

} // namespace tst_sidebar

#include "tst_sidebar.moc"

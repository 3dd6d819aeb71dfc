// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hostmodel.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "windows/facetbar.h"
#include "windows/hostlimitdialog.h"
#include "windows/sidebar.h"
#include "windows/windowfixture.h"

#include <QMenu>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace tst_listfilter {

using namespace trawl;
using namespace trawl::windows;

/// What the table shows, and what is done with all of that by the facet bar's menus.
class TestListFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->open());
        QVERIFY(m_fixture->addLinks({m_missing.url(QStringLiteral("/1")).toString(),
                                     m_missing.url(QStringLiteral("/2")).toString(),
                                     m_there.url(QStringLiteral("/3")).toString()}));
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Failed), 2);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 1);
    }
    void cleanup()
    {
        m_fixture->close();
        m_fixture.reset();
    }

    void exportsWhatFailedForOneReason()
    {
        choose(QStringLiteral("Export these"));
        QTRY_VERIFY(exportDialog());
        QVERIFY(
            exportDialog()->findChild<QAbstractButton *>(QStringLiteral("selected"))->isChecked());
        QCOMPARE(exportDialog()->plan().filter.items->size(), std::size_t(2));
    }

    void limitsTheHostsOfWhatFailed()
    {
        choose(QStringLiteral("Limit their host"));
        QTRY_VERIFY(m_fixture->window->findChild<HostLimitDialog *>());
        auto *dialog = m_fixture->window->findChild<HostLimitDialog *>();
        dialog->findChild<QSpinBox *>(QStringLiteral("connections"))->setValue(2);
        dialog->accept();
        const auto *hosts = m_fixture->window->findChild<QWidget *>(QStringLiteral("hosts"));
        const auto &model = *hosts->findChild<QTableView *>()->model();
        const auto limitOf = [&model](quint16 port) {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.index(row, 0).data().toString().endsWith(QString::number(port)))
                    return model.index(row, int(models::HostColumn::Limit)).data().toString();
            }
            return QStringLiteral("no such host");
        };
        QTRY_VERIFY2(limitOf(m_missing.port()).startsWith(u"2 "),
                     qPrintable(limitOf(m_missing.port())));
        QCOMPARE(limitOf(m_there.port()), QString());
    }

    void triesWhatFailedAgain()
    {
        const auto asked = m_missing.requests().size();
        choose(QStringLiteral("Retry these"));
        QTRY_COMPARE(m_missing.requests().size(), asked + 2);
    }

    void showsAHostInTheSidebar()
    {
        m_fixture->click(0);
        auto *sidebar = m_fixture->window->findChild<Sidebar *>();
        QTRY_COMPARE(sidebar->model()->rowCount(sidebar->model()->index(3, 0)), 2);
        Q_EMIT m_fixture->table().customContextMenuRequested({5, 5});
        auto *menu = m_fixture->window->findChildren<QMenu *>(Qt::FindDirectChildrenOnly).last();
        trigger(*menu, QStringLiteral("Show its host"));
        QTRY_COMPARE(m_fixture->items().rowCount(), 2);
        QCOMPARE(sidebar->filter().hosts,
                 QList{QByteArray("http://127.0.0.1:") + QByteArray::number(m_missing.port())});
    }

private:
    static void trigger(const QMenu &menu, const QString &text)
    {
        const auto actions = menu.actions();
        for (auto *action : actions) {
            if (action->text().remove(u'&').startsWith(text))
                return action->trigger();
        }
        QFAIL("no such entry");
    }
    /// From the menu of the one cause.
    void choose(const QString &text) const
    {
        auto *bar = m_fixture->window->findChild<FacetBar *>();
        const auto ofCause = [bar]() -> QToolButton * {
            const auto buttons = bar->findChildren<QToolButton *>();
            for (auto *button : buttons) {
                if (button->isVisible() && button->text().contains(u"404"))
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(ofCause());
        auto *menu = ofCause()->menu();
        Q_EMIT menu->aboutToShow();
        trigger(*menu, text);
    }
    [[nodiscard]] exporting::ExportDialog *exportDialog() const
    {
        return m_fixture->window->findChild<exporting::ExportDialog *>();
    }

    const support::RawServer m_missing{
        support::RawServer::always("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")};
    const support::RawServer m_there{support::RawServer::always(support::okSized("here"))};
    std::unique_ptr<WindowFixture> m_fixture;
};

TRAWL_TEST(Gui, TestListFilter)

} // namespace tst_listfilter

#include "tst_listfilter.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/offerbar.h"
#include "support/testmain.h"
#include "windows/emptypage.h"
#include "windows/windowfixture.h"

#include <QDir>
#include <QFile>

namespace tst_firstminute {

using namespace trawl;
using namespace trawl::windows;

/// A newcomer's first minute: from the empty window to a spreadsheet of a scraped site.
class TestFirstMinute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInASpreadsheet()
    {
        WindowFixture fixture;
        QVERIFY(fixture.open());
        auto *example = fixture.window->findChild<EmptyPage *>()->findChild<QPushButton *>(
            QStringLiteral("example"));
        QVERIFY(example->isVisible());
        QTest::mouseClick(example, Qt::LeftButton);

        auto *bar = [&]() -> desktop::OfferBar * {
            desktop::OfferBar *found = nullptr;
            std::ignore = support::comes([&] {
                const auto bars = fixture.window->findChildren<desktop::OfferBar *>();
                for (auto *one : bars)
                    found = one->text().isEmpty() ? found : one;
                return found != nullptr;
            });
            return found;
        }();
        QVERIFY2(bar, qPrintable(fixture.statusText() + fixture.message()));
        constexpr int pages = 4 + 36 + 36;
        QCOMPARE(fixture.rowsWith(item::Status::Done), pages);
        QCOMPARE(fixture.items().rowCount(), pages);

        QTest::mouseClick(bar->findChildren<QPushButton *>().first(), Qt::LeftButton);
        QTRY_COMPARE(fixture.opened.size(), 1);
        const QFileInfo file(fixture.opened.first().toLocalFile());
        QCOMPARE(file.suffix(), QStringLiteral("xlsx"));
        QFile workbook(file.filePath());
        QVERIFY(workbook.open(QIODevice::ReadOnly));
        QCOMPARE(workbook.read(2), QByteArray("PK"));
        const auto pictures = file.dir().entryList({QStringLiteral("*.svg")});
        QVERIFY2(pictures.size() == 36, qPrintable(file.dir().entryList().join(u' ')));
        QVERIFY2(pictures.contains(QStringLiteral("Small Net.svg")),
                 qPrintable(pictures.join(u' ')));
        countRows(fixture);
        fixture.close();
    }

private:
    /// The same table as CSV, which a test can read.
    static void countRows(WindowFixture &fixture)
    {
        fixture.exportPath = fixture.dir.filePath(QStringLiteral("all.csv"));
        QVERIFY(fixture.startExport(QStringLiteral("all")));
        QTRY_VERIFY(QFile::exists(fixture.exportPath));
        QFile file(fixture.exportPath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        QCOMPARE(text.count(QStringLiteral("Stays on top")), 9);
        QVERIFY(text.contains(u"Grand Anchor"));
    }
};

TRAWL_TEST(Gui, TestFirstMinute)

} // namespace tst_firstminute

#include "tst_firstminute.moc"

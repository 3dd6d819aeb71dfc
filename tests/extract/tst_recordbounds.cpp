// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extractor.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_recordbounds {

using namespace trawl;

/// Pages whose records would be very much.
class RecordBoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Rows within rows within rows, each with all of the text below: cut, and said so.
    void recordsAreBounded()
    {
        item::Recipe recipe;
        recipe.pages = {item::Page{
            .name = {},
            .rows = QStringLiteral("div"),
            .fields = {item::Field{QStringLiteral("a"), QStringLiteral(":scope"), false, {}}}}};
        const auto extractor = extract::Extractor::compile(recipe);
        QVERIFY(extractor);
        const QByteArray word = QByteArray(4'999, 't') + ' ';
        const QByteArray page = QByteArray("<div>").repeated(1500) + word.repeated(40);
        const auto harvest = (*extractor)->run({page, "text/html", "http://h.test/"}, 0, {});
        QCOMPARE(harvest.failure.reason, item::Reason::None);
        QVERIFY(harvest.records.size() > 100);
        QVERIFY(harvest.records.size() < 400);
        QVERIFY(harvest.note.contains(QStringLiteral("records")));
    }
};

TRAWL_TEST(Guiless, RecordBoundsTest)

} // namespace tst_recordbounds

#include "tst_recordbounds.moc"

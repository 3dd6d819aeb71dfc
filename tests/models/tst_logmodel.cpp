// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QIcon>
#include <QTest>

namespace tst_logmodel {

using namespace trawl;
using namespace trawl::models;
using engine::LogLevel;

namespace {

const qint64 at = QDateTime(QDate(2026, 5, 1), QTime(14, 5, 9)).toMSecsSinceEpoch();

QStringList texts(const LogModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, int(LogColumn::Text)).data().toString();
    return texts;
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsALine()
    {
        LogModel model;
        QAbstractItemModelTester tester(&model);
        model.add(QStringLiteral("the network\nis back"), LogLevel::Warning, at);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("14:05:09"));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("Warning"));
        QVERIFY(!model.index(0, 1).data(Qt::DecorationRole).value<QIcon>().isNull());
        QCOMPARE(model.line(0),
                 QStringLiteral("2026-05-01 14:05:09  Warning  the network is back"));
    }

    void filtersByLevelAndText()
    {
        LogModel model;
        QAbstractItemModelTester tester(&model);
        model.add(QStringLiteral("one"), LogLevel::Note, at);
        model.add(QStringLiteral("two"), LogLevel::Warning, at);
        model.add(QStringLiteral("THREE"), LogLevel::Error, at);
        model.setFilter(LogLevel::Warning, {});
        QCOMPARE(texts(model).join(u' '), QStringLiteral("two THREE"));
        model.setFilter(LogLevel::Note, QStringLiteral("e"));
        QCOMPARE(texts(model).join(u' '), QStringLiteral("one THREE"));
        model.add(QStringLiteral("four"), LogLevel::Note, at);
        model.add(QStringLiteral("five"), LogLevel::Note, at);
        QCOMPARE(texts(model).join(u' '), QStringLiteral("one THREE five"));
        model.setFilter(LogLevel::Note, {});
        QCOMPARE(model.rowCount(), 5);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.add(QStringLiteral("six"), LogLevel::Note, at);
        QCOMPARE(texts(model), QStringList(QStringLiteral("six")));
    }

    void keepsTheLastLines()
    {
        constexpr int most = 100;
        LogModel model(nullptr, most);
        QAbstractItemModelTester tester(&model);
        const int lines = most * 3 + 33;
        for (int i = 0; i < lines; ++i)
            model.add(QString::number(i), LogLevel::Note, at);
        QVERIFY(model.total() >= most);
        QVERIFY(model.total() < most + 10);
        const auto shown = texts(model);
        QCOMPARE(shown.last(), QString::number(lines - 1));
        QCOMPARE(shown.first(), QString::number(lines - model.total()));
    }

    void keepsTheLastLinesOfAFilter()
    {
        LogModel model(nullptr, 100);
        QAbstractItemModelTester tester(&model);
        model.setFilter(LogLevel::Warning, {});
        for (int i = 0; i < 307; ++i)
            model.add(QString::number(i), i % 10 == 0 ? LogLevel::Error : LogLevel::Note, at);
        const auto shown = texts(model);
        QCOMPARE(shown.last(), QStringLiteral("300"));
        const auto first = 307 - int(model.total());
        QCOMPARE(shown.first().toInt(), (first + 9) / 10 * 10);
    }
};

TRAWL_TEST(Gui, TestLogModel)

} // namespace tst_logmodel

#include "tst_logmodel.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/joboptions.h"
#include "exporting/exportchoices.h"
#include "store/sessions.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

namespace trawl::exporting {

/// A session with two jobs. "list": the items 1 to `items` without records, every tenth failed,
/// ended in the reverse order. "shop": two pages behind them with three records of title and price.
class Results
{
public:
    explicit Results(int items = 30)
        : count(items)
    {
        auto store = store::Store::open(path);
        if (!store)
            qFatal("%s", qPrintable(store.error().detail));
        engine::JobOptions options;
        options.recipe.pages = {
            {.name = QStringLiteral("page"),
             .fields = {{.name = QStringLiteral("title"), .selector = QStringLiteral("h1")},
                        {.name = QStringLiteral("price"), .selector = QStringLiteral("b")}}}};
        auto shop = test::makeJob(2);
        shop.options = engine::toJson(options);
        (*store)->addJob(test::makeJob(1));
        (*store)->addJob(shop);
        (*store)->import(test::makeBatch(1, items));
        (*store)->import(test::makeBatch(items + 1, 2, 2));
        for (int id = items; id > 0; --id) {
            const auto status = id % 10 == 0 ? item::Status::Failed : item::Status::Done;
            (*store)->apply({test::makeUpdate(id, status)});
        }
        auto page = test::makeUpdate(items + 1);
        page.records = QList<QByteArray>{R"(["=1+1",2.5])", R"(["Pen",7])"};
        auto other = test::makeUpdate(items + 2);
        other.records = QList<QByteArray>{R"(["Cup",11])"};
        (*store)->apply({page, other});
    }

    [[nodiscard]] ExportSubject subject() const
    {
        ExportSubject subject{.sessionPath = path};
        subject.jobs = {{item::JobId(1), QStringLiteral("list"), {}},
                        {item::JobId(2),
                         QStringLiteral("shop"),
                         {QStringLiteral("title"), QStringLiteral("price")}}};
        subject.shown = ids({5, 3, 31, 9});
        subject.selected = ids({9, 5});
        subject.tableColumns = {QStringLiteral("status"), QStringLiteral("url")};
        return subject;
    }
    [[nodiscard]] static ItemIds ids(std::initializer_list<int> numbers)
    {
        std::vector<item::ItemId> result;
        for (const auto number : numbers)
            result.push_back(item::ItemId(number));
        return std::make_shared<const std::vector<item::ItemId>>(std::move(result));
    }
    [[nodiscard]] static QStringList lines(const QString &file)
    {
        QFile device(file);
        if (!device.open(QIODevice::ReadOnly))
            return {};
        auto text = QString::fromUtf8(device.readAll());
        return text.remove(u'\r').split(u'\n', Qt::SkipEmptyParts);
    }

    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("session.trawl"));
    QSettings settings{dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    int count;
};

} // namespace trawl::exporting

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordloader.h"

#include "models/urlparts.h"

#include <algorithm>
#include <utility>

namespace trawl::recipes {

namespace {

constexpr qsizetype mostWhole = 32 << 20; ///< characters
constexpr qsizetype keysAtOnce = 200;

/// One line without what disturbs others.
void makeLine(engine::RecordCell &cell)
{
    cell.text = models::readable(cell.text.simplified().toUtf8());
    if (cell.isCut)
        cell.text += u'\u2026';
}

QString tsvCell(QString text)
{
    for (const auto &breaker : {u'\t', u'\n', u'\r'})
        text.replace(breaker, u' ');
    return text;
}

QString valueOf(const engine::RecordRow &row, int column, int columns)
{
    if (column == columns)
        return QString::fromUtf8(row.url);
    return column < row.cells.size() ? row.cells[column].text : QString();
}

} // namespace

RecordLoader::RecordLoader(QString sessionPath, QObject *parent)
    : QObject(parent)
    , m_sessionPath(std::move(sessionPath))
{
    qRegisterMetaType<engine::RecordList>();
    qRegisterMetaType<QList<engine::RecordRow>>();
    qRegisterMetaType<item::Failure>();
    for (auto *lane : {&m_lister, &m_reader}) {
        lane->there = new QObject;
        lane->there->moveToThread(&lane->thread);
        connect(&lane->thread, &QThread::finished, lane->there, &QObject::deleteLater);
        lane->thread.start();
    }
}

RecordLoader::~RecordLoader()
{
    for (auto *lane : {&m_lister, &m_reader}) {
        *lane->cancel = true;
        lane->thread.quit();
    }
    for (auto *lane : {&m_lister, &m_reader})
        lane->thread.wait();
}

void RecordLoader::giveUp(Lane &lane)
{
    *lane.cancel = true;
    lane.cancel = std::make_shared<std::atomic_bool>(false);
}

void RecordLoader::giveUpListing()
{
    giveUp(m_lister);
}

void RecordLoader::giveUpReading()
{
    giveUp(m_reader);
}

/// work(cancel) answers a failure, or nothing after it has told.
template <typename F> quint64 RecordLoader::post(Lane &lane, F work)
{
    const auto request = ++m_requests;
    QMetaObject::invokeMethod(
        lane.there,
        [this, request, work = std::move(work), cancel = lane.cancel] {
            if (*cancel)
                return;
            const auto done = work(request, *cancel);
            if (!done && !*cancel)
                Q_EMIT failed(request, done.error());
        },
        Qt::QueuedConnection);
    return request;
}

quint64 RecordLoader::list(const engine::RecordQuery &query)
{
    return post(m_lister, [this, query](quint64 request, const std::atomic_bool &cancel) {
        return engine::listRecords(m_sessionPath, query, cancel).map([&](const auto &list) {
            if (!cancel)
                Q_EMIT listed(request, list);
        });
    });
}

quint64 RecordLoader::read(const QList<engine::RecordKey> &keys)
{
    return post(m_reader, [this, keys](quint64 request, const std::atomic_bool &cancel) {
        return engine::readRecords(m_sessionPath, keys, cancel, mostCellText)
            .map([&](QList<engine::RecordRow> rows) {
                for (auto &row : rows)
                    std::ranges::for_each(row.cells, makeLine);
                if (!cancel)
                    Q_EMIT wasRead(request, rows);
            });
    });
}

quint64 RecordLoader::readWhole(const QList<RecordPart> &parts, int columns)
{
    return post(m_reader,
                [=, this](quint64 request,
                          const std::atomic_bool &cancel) -> tl::expected<void, item::Failure> {
                    const bool single = parts.size() == 1 && parts[0].columns.size() == 1;
                    QString text;
                    qsizetype records = 0;
                    for (qsizetype first = 0; first < parts.size() && text.size() < mostWhole;
                         first += keysAtOnce) {
                        const auto some = parts.mid(first, keysAtOnce);
                        QList<engine::RecordKey> keys;
                        for (const auto &part : some)
                            keys.append(part.key);
                        const auto rows = engine::readRecords(m_sessionPath, keys, cancel);
                        if (!rows)
                            return tl::unexpected(rows.error());
                        for (qsizetype i = 0; i < some.size() && text.size() < mostWhole; ++i) {
                            if (records++ > 0)
                                text += u'\n';
                            for (qsizetype cell = 0; cell < some[i].columns.size(); ++cell) {
                                const auto value =
                                    valueOf((*rows)[i], some[i].columns[cell], columns);
                                if (cell > 0)
                                    text += u'\t';
                                text += single ? value : tsvCell(value);
                            }
                        }
                    }
                    if (!cancel)
                        Q_EMIT wasReadWhole(request, text, records);
                    return {};
                });
}

} // namespace trawl::recipes

#include "moc_recordloader.cpp"

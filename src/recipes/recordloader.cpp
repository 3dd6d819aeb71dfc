// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordloader.h"

#include <utility>

namespace trawl::recipes {

RecordLoader::RecordLoader(QString sessionPath, QObject *parent)
    : QObject(parent)
    , m_sessionPath(std::move(sessionPath))
    , m_there(new QObject)
{
    qRegisterMetaType<engine::RecordList>();
    qRegisterMetaType<QList<engine::RecordRow>>();
    qRegisterMetaType<item::Failure>();
    m_there->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_there, &QObject::deleteLater);
    m_thread.start();
}

RecordLoader::~RecordLoader()
{
    *m_cancel = true;
    m_thread.quit();
    m_thread.wait();
}

void RecordLoader::begin(quint64 generation)
{
    *m_cancel = true;
    m_cancel = std::make_shared<std::atomic_bool>(false);
    m_generation = generation;
}

template <typename F> void RecordLoader::post(F work)
{
    QMetaObject::invokeMethod(
        m_there,
        [work = std::move(work), cancel = m_cancel] {
            if (!*cancel)
                work(*cancel);
        },
        Qt::QueuedConnection);
}

void RecordLoader::list(const engine::RecordQuery &query)
{
    post([=, this, generation = m_generation](const std::atomic_bool &cancel) {
        const auto list = engine::listRecords(m_sessionPath, query, cancel);
        if (cancel)
            return;
        if (list)
            Q_EMIT listed(generation, *list);
        else
            Q_EMIT failed(generation, list.error());
    });
}

void RecordLoader::read(qint64 firstRow, const QList<engine::RecordKey> &keys)
{
    post([=, this, generation = m_generation](const std::atomic_bool &) {
        const auto rows = engine::readRecords(m_sessionPath, keys);
        if (rows)
            Q_EMIT wasRead(generation, firstRow, *rows);
        else
            Q_EMIT failed(generation, rows.error());
    });
}

} // namespace trawl::recipes

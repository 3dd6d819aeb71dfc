// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/detailsreader.h"

#include <utility>

namespace trawl::windows {

DetailsReader::DetailsReader(QString sessionPath, QObject *parent)
    : QObject(parent)
    , m_sessionPath(std::move(sessionPath))
    , m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("details"));
    m_thread.start();
}

DetailsReader::~DetailsReader()
{
    forget();
    m_thread.quit();
    m_thread.wait();
}

void DetailsReader::read(const QList<item::ItemId> &ids, std::function<void(const Answer &)> then)
{
    const auto number = ++m_latest;
    QMetaObject::invokeMethod(m_worker, [this, number, ids, then = std::move(then)] {
        if (number != m_latest)
            return;
        auto answer = engine::readStatus(m_sessionPath, ids);
        QMetaObject::invokeMethod(this, [this, number, then, answer = std::move(answer)] {
            if (number == m_latest)
                then(answer);
        });
    });
}

} // namespace trawl::windows

#include "moc_detailsreader.cpp"

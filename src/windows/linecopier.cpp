// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/linecopier.h"

#include "models/itemmodel.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>

#include <utility>

namespace trawl::windows {

namespace {

constexpr qint64 sliceNs = 4'000'000;

} // namespace

LineCopier::LineCopier(const models::ItemModel &items, QObject *parent)
    : QObject(parent)
    , m_items(items)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &LineCopier::slice);
}

void LineCopier::copy(const QList<item::ItemId> &ids, int column, int role)
{
    m_ids = ids;
    m_column = column;
    m_role = role;
    m_next = 0;
    m_lines = 0;
    m_text.clear();
    m_timer.start();
    slice();
}

void LineCopier::slice()
{
    QElapsedTimer timer;
    timer.start();
    while (m_next < m_ids.size()) {
        const auto row = m_items.rowOf(m_ids[m_next]);
        if (row >= 0) {
            if (m_lines++ > 0)
                m_text += u'\n';
            m_text += m_items.index(row, m_column).data(m_role).toString();
        }
        if (++m_next % 64 == 0 && timer.nsecsElapsed() > sliceNs)
            return;
    }
    m_timer.stop();
    m_ids.clear();
    if (m_lines == 0)
        return;
    QGuiApplication::clipboard()->setText(std::exchange(m_text, {}));
    Q_EMIT copied(m_lines);
}

} // namespace trawl::windows

#include "moc_linecopier.cpp"

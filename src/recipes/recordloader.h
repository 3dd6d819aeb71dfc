// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/records.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace trawl::recipes {

/// Some cells of one record.
struct RecordPart
{
    engine::RecordKey key;
    QList<int> columns; ///< as many as the record has values = the link
};

/// Reads the records of a session on threads of its own: one lists (which may take seconds), the
/// other reads what is looked at. Each does one thing after the other. Answers tell the number that
/// the request returned; what was given up has none.
class RecordLoader : public QObject
{
    Q_OBJECT

public:
    /// More of a value is read for its own sake only: a cell is one line.
    static constexpr qsizetype mostCellText = 300;

    explicit RecordLoader(QString sessionPath, QObject *parent = nullptr);
    ~RecordLoader() override; ///< gives up what is being read, and waits

    quint64 list(const engine::RecordQuery &query);
    /// The rows' cells as they are shown.
    quint64 read(const QList<engine::RecordKey> &keys);
    /// These values whole, between tabs and newlines; a single one as it is. Ends behind a record
    /// when there are 64 MB.
    quint64 readWhole(const QList<RecordPart> &parts, int columns);
    void giveUpListing();
    void giveUpReading();

Q_SIGNALS:
    void listed(quint64 request, const trawl::engine::RecordList &list);
    void wasRead(quint64 request, const QList<trawl::engine::RecordRow> &rows);
    void wasReadWhole(quint64 request, const QString &text, qsizetype records);
    void failed(quint64 request, const trawl::item::Failure &failure);

private:
    using Cancel = std::shared_ptr<std::atomic_bool>;
    struct Lane
    {
        QThread thread;
        QObject *there = nullptr; ///< lives on it
        Cancel cancel = std::make_shared<std::atomic_bool>(false);
    };

    template <typename F> quint64 post(Lane &lane, F work);
    static void giveUp(Lane &lane);

    const QString m_sessionPath;
    Lane m_lister;
    Lane m_reader;
    quint64 m_requests = 0;
};

} // namespace trawl::recipes

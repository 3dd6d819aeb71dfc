// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/loglevel.h"

#include <QAbstractTableModel>

#include <deque>

namespace trawl::models {

enum class LogColumn { Time, Level, Text };

/// The lines of the log that the filter lets pass, newest last. It keeps the last `most` lines, and
/// a few more so that not each line costs another.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit LogModel(QObject *parent = nullptr, qsizetype most = 10'000);

    /// `atMs` since the epoch.
    void add(const QString &text, engine::LogLevel level, qint64 atMs);
    void clear();
    /// Lines at least that bad that hold the text, in any case; empty = all.
    void setFilter(engine::LogLevel least, const QString &text);
    [[nodiscard]] qsizetype total() const { return qsizetype(m_lines.size()); }
    /// "2026-05-01 14:05:09  Warning  what was said"
    [[nodiscard]] QString line(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        qint64 atMs = 0;
        QString text;
        engine::LogLevel level = engine::LogLevel::Note;
    };

    [[nodiscard]] bool passes(const Line &line) const;
    [[nodiscard]] const Line &at(int row) const;
    [[nodiscard]] static QString cell(const Line &line, LogColumn column);
    void dropOldest();

    qsizetype m_most;
    std::deque<Line> m_lines;
    std::deque<quint64> m_shown; ///< numbers of lines, from the very first one on
    quint64 m_first = 0;         ///< the number of m_lines.front()
    engine::LogLevel m_least = engine::LogLevel::Note;
    QString m_text;
};

} // namespace trawl::models

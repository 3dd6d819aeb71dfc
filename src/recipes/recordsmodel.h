// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recordloader.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace trawl::recipes {

/// The scraped table of a job, in order of arrival, or sorted by a column; what comes after that
/// was asked for stands at the end, for nothing moves by itself. It holds where each record is (16
/// bytes) and the values of the rows looked at last; all else stays in the session.
class RecordsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< QString: the whole value
        UrlRole
    }; ///< QByteArray: of the row's item

    static constexpr int pageRows = 128;
    static constexpr int mostPages = 64; ///< kept

    explicit RecordsModel(const QString &sessionPath, QObject *parent = nullptr);

    /// Shows another job, or the same with other columns; a job without an id shows nothing.
    void setJob(item::JobId job, const QStringList &fields);
    void setFilter(const QString &text);
    /// By that column; -1 = in order of arrival.
    void sort(int column, Qt::SortOrder order) override;
    /// Reads what has come since; nothing while that is being done already.
    void refresh();
    /// What was there may have changed: from the beginning.
    void reload();
    [[nodiscard]] item::JobId job() const { return m_job; }
    [[nodiscard]] const QStringList &fields() const { return m_fields; }
    [[nodiscard]] const QString &filter() const { return m_filter; }
    [[nodiscard]] bool isListing() const { return m_listing; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void listed(); ///< all that has come by now is in it
    void failed(const trawl::item::Failure &failure);

private:
    struct Cell
    {
        QString text;
        bool isNumber = false;
    };
    struct Row
    {
        QByteArray url;
        std::vector<Cell> cells;
    };
    using Page = std::vector<Row>;

    void take(quint64 generation, const engine::RecordList &list);
    void takeRows(quint64 generation, qint64 firstRow, const QList<engine::RecordRow> &rows);
    /// Null = it is being read.
    [[nodiscard]] const Row *rowAt(int row) const;
    void readWanted();

    RecordLoader m_loader;
    item::JobId m_job{};
    QStringList m_fields;
    QString m_filter;
    engine::RecordOrder m_order;
    std::vector<engine::RecordKey> m_keys;
    QSet<item::ItemId> m_items; ///< that are in it
    qint64 m_arrival = 0;
    quint64 m_generation = 0;
    bool m_listing = false;
    mutable QCache<int, Page> m_pages{mostPages};
    mutable QList<int> m_wanted; ///< pages, the latest last
    mutable QTimer m_wantTimer;
    int m_reading = -1; ///< the page
};

} // namespace trawl::recipes

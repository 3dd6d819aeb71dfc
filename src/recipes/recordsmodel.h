// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recordloader.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QItemSelection>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace trawl::recipes {

/// The scraped table of a job, in order of arrival, or sorted by a column; what comes after that
/// was asked for stands at the end, for nothing moves by itself. Until a new order is made the old
/// one is shown. It holds where each record is (16 bytes) and the values of the rows looked at
/// last; all else stays in the session.
class RecordsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { UrlRole = Qt::UserRole }; ///< QByteArray: of the row's item

    static constexpr int pageRows = 128;

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
    /// wholeRead() follows, with these values whole: for the clipboard, and for who wants to see
    /// all of one.
    void readWhole(const QItemSelection &cells);
    [[nodiscard]] item::JobId job() const { return m_job; }
    [[nodiscard]] const QStringList &fields() const { return m_fields; }
    [[nodiscard]] const QString &filter() const { return m_filter; }
    [[nodiscard]] bool isListing() const { return m_listing != 0; }
    /// A new order is being made; the old one is shown.
    [[nodiscard]] bool isReplacing() const { return m_replacing; }
    [[nodiscard]] bool isSorted() const { return m_order != engine::RecordOrder(); }
    /// Where that record is now; -1 = nowhere.
    [[nodiscard]] int rowOf(const engine::RecordKey &key) const { return int(m_keys.indexOf(key)); }
    [[nodiscard]] engine::RecordKey keyAt(int row) const { return m_keys.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void listed(); ///< more is in it, or all that has come by now
    void failed(const trawl::item::Failure &failure);
    void rowsRead(); ///< of a page that was looked at, the values
    void wholeRead(const QString &text, qsizetype records); ///< the first of those asked for
    // Around a new order: the rows' places are others then. `asked` = by setFilter() or sort().
    void reordering();
    void reordered(bool asked);

private:
    using Page = QList<engine::RecordRow>;

    void take(quint64 request, const engine::RecordList &list);
    void takeRows(quint64 request, const Page &rows);
    void replace(const QList<engine::RecordKey> &keys);
    void append(const QList<engine::RecordKey> &keys);
    void remember(const QList<engine::RecordKey> &keys);
    [[nodiscard]] bool isKnown(item::ItemId id) const;
    void dropPages();
    void requestList();
    /// Null = it is being read.
    [[nodiscard]] const engine::RecordRow *rowAt(int row) const;
    void readWanted();

    RecordLoader m_loader;
    item::JobId m_job{};
    QStringList m_fields;
    QString m_filter;
    engine::RecordOrder m_order;
    QList<engine::RecordKey> m_keys;
    std::vector<bool> m_items; ///< by id: records of it are shown
    qint64 m_arrival = 0;      ///< all up to that are in it
    quint64 m_listing = 0;     ///< the request; 0 = none
    bool m_replacing = false;  ///< what it answers takes the place of all
    bool m_asked = false;      ///< by setFilter() or sort()
    mutable QCache<int, Page> m_pages;
    mutable QList<int> m_wanted; ///< pages, the latest last
    mutable QTimer m_wantTimer;
    quint64 m_reading = 0; ///< the request; 0 = none
    int m_readPage = 0;
    quint64 m_whole = 0; ///< the latest request for whole values
};

} // namespace trawl::recipes

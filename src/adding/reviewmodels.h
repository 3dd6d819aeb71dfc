// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/survey.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

namespace trawl::adding {

/// Rows of a survey. They only come at the end while it goes on, and all go when another begins.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    ReviewModel(QStringList headers, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The next state of the survey.
    virtual void show(const Survey &survey) = 0;

protected:
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] virtual bool isNumber(int column) const = 0;
    /// Runs use() with the rows that it adds or takes announced.
    template <typename Use> void change(qsizetype rows, Use use);

private:
    QStringList m_headers;
    int m_rows = 0;
};

/// Lines that will not be fetched.
class ProblemModel : public ReviewModel
{
    Q_OBJECT

public:
    static constexpr int FileColumn = 3;

    explicit ProblemModel(QObject *parent = nullptr);
    void show(const Survey &survey) override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == 0; }

private:
    QList<ListProblem> m_problems;
};

/// The first links with what the list says of them.
class LinkModel : public ReviewModel
{
    Q_OBJECT

public:
    explicit LinkModel(QObject *parent = nullptr);
    void show(const Survey &survey) override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == 0; }

private:
    QList<ListLink> m_links;
};

/// The hosts, each with a check box that leaves it out.
class HostModel : public ReviewModel
{
    Q_OBJECT

public:
    explicit HostModel(QObject *parent = nullptr);
    void show(const Survey &survey) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] const QSet<QByteArray> &without() const { return m_without; }
    [[nodiscard]] qint64 linksWithout() const; ///< of the hosts that are left out

Q_SIGNALS:
    void withoutChanged();

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == 1; }

private:
    QList<ListHost> m_hosts;
    QSet<QByteArray> m_without;
};

/// What stands for many links.
class PatternModel : public ReviewModel
{
    Q_OBJECT

public:
    explicit PatternModel(QObject *parent = nullptr);
    void show(const Survey &survey) override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == 1; }

private:
    QList<exchange::PatternLine> m_patterns;
};

/// The first rows of a table.
class CellModel : public ReviewModel
{
    Q_OBJECT

public:
    explicit CellModel(QObject *parent = nullptr);
    void show(const Survey &survey) override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int) const override { return false; }

private:
    exchange::TablePreview m_table;
};

} // namespace trawl::adding

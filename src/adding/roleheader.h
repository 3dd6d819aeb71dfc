// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tablelayout.h"

#include <QCoreApplication>
#include <QHeaderView>

#include <vector>

class QComboBox;

namespace trawl::adding {

/// The header of a table's columns with a box below each name that says what the column is.
class RoleHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RoleHeader(QWidget *parent = nullptr);

    void setRoles(const exchange::TableLayout &layout);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QComboBox *box(int column) const { return m_boxes[std::size_t(column)]; }

Q_SIGNALS:
    void roleChosen(int column, trawl::exchange::Role role);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;
    void updateGeometries() override;

private:
    void placeBoxes();
    [[nodiscard]] QComboBox *makeBox(int column);
    [[nodiscard]] int boxHeight() const;

    std::vector<QComboBox *> m_boxes;
};

} // namespace trawl::adding

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tablelayout.h"

#include <QCoreApplication>
#include <QHeaderView>

#include <map>

class QComboBox;

namespace trawl::adding {

/// The header of a table's columns with a box below each name that says what the column is. There
/// may be thousands: boxes are made when their columns come into sight.
class RoleHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RoleHeader(QWidget *parent = nullptr);

    void setRoles(const exchange::TableLayout &layout);
    [[nodiscard]] QSize sizeHint() const override;
    /// nullptr = it was never in sight.
    [[nodiscard]] QComboBox *box(int column) const;
    /// After the table was scrolled.
    void placeBoxes();

Q_SIGNALS:
    void roleChosen(int column, trawl::exchange::Role role);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QComboBox *makeBox(int column);
    [[nodiscard]] QComboBox &boxOf(int column);
    void showRole(QComboBox &box, int column) const;
    [[nodiscard]] int boxHeight() const;

    exchange::TableLayout m_layout;
    std::map<int, QComboBox *> m_boxes; ///< of columns; the first column's is always there
};

} // namespace trawl::adding

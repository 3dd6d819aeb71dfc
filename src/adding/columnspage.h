// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/survey.h"

#include <QWidget>

#include <memory>

namespace trawl::adding {

class CellModel;
class RoleHeader;

namespace Ui {
class ColumnsPage;
}

/// The beginning of a table, and what each of its columns is.
class ColumnsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsPage(QWidget *parent = nullptr);
    ~ColumnsPage() override;

    void show(const Survey &survey);
    using QWidget::show;
    /// None while nothing was changed by hand.
    [[nodiscard]] const std::optional<exchange::TableLayout> &layoutChosen() const
    {
        return m_chosen;
    }

Q_SIGNALS:
    void changed();

private:
    void fitColumns();
    void chooseRole(int column, exchange::Role role);
    void chooseHeader(bool header);
    void chooseSeparator();
    void choose(const exchange::TableLayout &layout);
    void forget();

    std::unique_ptr<Ui::ColumnsPage> m_ui;
    CellModel *m_cells;
    RoleHeader *m_header;
    exchange::TableLayout m_layout; ///< as it is shown
    std::optional<exchange::TableLayout> m_chosen;
};

} // namespace trawl::adding

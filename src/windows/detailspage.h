// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "models/detailfacts.h"
#include "models/selectionsums.h"

#include <QLabel>
#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

namespace trawl::models {
class SegmentModel;
} // namespace trawl::models

namespace trawl::windows {

class DetailsReader;
class FactText;
class ItemTable;
class SegmentMap;
class TimingBar;

namespace Ui {
class DetailsPage;
}

/// The Details tab: all that is known of the selected item, or what several of them add up to. It
/// reads in the background, only while it is seen, and writes only what has changed, so that text
/// which somebody selects stays selected.
class DetailsPage : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPage(QWidget *parent = nullptr);
    ~DetailsPage() override;

    struct Parts
    {
        ItemTable *table = nullptr;
        desktop::Session *session = nullptr;
        const desktop::Prompts *prompts = nullptr;
    };
    /// They outlive the page.
    void setUp(const Parts &parts);
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &columns);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    static constexpr std::size_t factCount = std::size_t(models::DetailFact::Last) + 1;

    void makeLines();
    void select();
    void showItem(item::ItemId id);
    void showSums();
    void refresh();
    void read();
    void take(const engine::SessionStatus &status);
    void takeInspection(const engine::Inspection &inspection);
    void takeSums(const models::SelectionSum &sum);
    void inspect(item::ItemId id);
    void write();
    void writeSegments();

    std::unique_ptr<Ui::DetailsPage> m_ui;
    Parts m_parts;
    std::unique_ptr<DetailsReader> m_reader;
    std::unique_ptr<models::SelectionSums> m_sums;
    models::SegmentModel *m_segments;
    std::array<FactText *, factCount> m_lines{};
    std::array<QLabel *, factCount> m_labels{};
    models::ItemFacts m_facts;
    item::ItemId m_id{};        ///< what is shown; 0 = nothing or sums
    item::ItemId m_inspected{}; ///< what the engine tells of
    int m_readsLeft = 0;        ///< the session may be a moment behind the table
    bool m_known = false;       ///< the session has answered about m_id
    QTimer m_pace;
    QTimer m_moved; ///< a selection that goes and comes back at once is no change
};

} // namespace trawl::windows

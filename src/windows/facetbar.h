// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemfilter.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace trawl::windows {

/// The row below the table, where its coming and going moves no row; there only when it has
/// something to say: what is wrong with the search, the range of time that is shown, and why how
/// many failed. A click on a cause shows those alone, a second click all again. Nothing in it
/// changes while the pointer is over it.
class FacetBar : public QWidget
{
    Q_OBJECT

public:
    explicit FacetBar(QWidget *parent = nullptr);
    ~FacetBar() override;

    void setCauses(const QHash<models::Cause, qint64> &causes);
    void setHints(const QStringList &hints);
    /// Items that ended then, in ms since the epoch; 0, 0 = whenever.
    void setEnded(qint64 fromMs, qint64 toMs);
    /// Puts what is chosen here into a filter.
    void addTo(models::ItemFilter &filter) const;
    /// What is shown beside the choice of a cause: what the menus' "these" are taken of.
    void setBase(const models::ItemFilter &base) { m_base = base; }

Q_SIGNALS:
    void chosen();       ///< addTo() puts in something else now
    void endedCleared(); ///< by the person
    // Of the menus; one that nobody is connected to is not offered.
    void retryWanted(const trawl::models::ItemFilter &these);
    void exportWanted(const trawl::models::ItemFilter &these);
    void limitWanted(const trawl::models::ItemFilter &these); ///< their hosts

protected:
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Facet
    {
        models::Cause cause;
        qint64 count = 0;
        QToolButton *button = nullptr;
    };

    void catchUp();
    void update();
    void showChoice();
    void sortFacets();
    void addFacet(models::Cause cause);
    void choose(models::Cause cause, bool chosen);
    void fit();
    void showMore();
    void fillMenu(QMenu *menu, models::Cause cause);
    [[nodiscard]] QString textOf(const Facet &facet) const;

    QHBoxLayout *m_layout;
    QLabel *m_hints;
    QToolButton *m_ended;
    QToolButton *m_more;
    std::vector<Facet> m_facets;
    QHash<models::Cause, qint64> m_causes; ///< as they are to be shown
    std::optional<models::Cause> m_chosen;
    models::ItemFilter m_base;
    qint64 m_endedFromMs = 0;
    qint64 m_endedToMs = 0;
    QTimer m_pause;
    bool m_due = false; ///< m_causes are not shown yet
    QElapsedTimer m_sorted;
};

} // namespace trawl::windows

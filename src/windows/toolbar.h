// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search.h"

#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QSpinBox;
class QToolBar;
QT_END_NAMESPACE

namespace trawl::windows {

class SearchField;

/// The right part of the tool bar: search, number of workers, speed limit. However narrow the
/// window is the search stays in it: the tools behind it go first, then the buttons' words.
class Toolbar : public QObject
{
    Q_OBJECT

public:
    explicit Toolbar(QToolBar *bar);

    /// Sizes are written otherwise.
    void refreshUnits() { setRateLimit(rateLimit()); }
    /// As many as there are now. What the person has chosen stays until it is so.
    void setWorkers(int workers);
    void setRateLimit(qint64 bytesPerSecond);
    [[nodiscard]] qint64 rateLimit() const; ///< bytes/s, 0 = none
    [[nodiscard]] const models::Search &search() const;
    void setSearchText(const QString &text);
    /// Shows the tool bar for it, if need be.
    void focusSearch();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The bar is hidden, and somebody wants to search.
    void barWanted();
    void workersChosen(int workers);
    void rateLimitChosen(qint64 bytesPerSecond);
    /// A moment after the last key.
    void searchChanged(const trawl::models::Search &search);

private:
    void setUpWorkers();
    void setUpLimit();
    void setUpSearch();
    void takeTypedLimit();
    void fit();
    [[nodiscard]] int widthBeforeSearch() const;

    QToolBar *m_bar;
    int m_widthOfWords = 0; ///< of the buttons with their words
    QSpinBox *m_workers;
    std::optional<int> m_wished; ///< workers, until there are as many
    QComboBox *m_limit;
    SearchField *m_search;
};

} // namespace trawl::windows

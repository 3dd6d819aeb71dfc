// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QObject>
#include <QTimer>

class QComboBox;
class QLineEdit;
class QToolBar;

namespace trawl::windows {

/// The right part of the tool bar: number of workers, speed limit, search.
class Toolbar : public QObject
{
    Q_OBJECT

public:
    explicit Toolbar(QToolBar *bar);

    /// Sizes are written otherwise.
    void refreshUnits() { setRateLimit(rateLimit()); }
    void setWorkers(int workers);
    void setRateLimit(qint64 bytesPerSecond);
    [[nodiscard]] qint64 rateLimit() const; ///< bytes/s, 0 = none
    [[nodiscard]] QString searchText() const;
    void focusSearch();

Q_SIGNALS:
    void rateLimitChosen(qint64 bytesPerSecond);
    /// A moment after the last key.
    void searchChanged(const QString &text);

private:
    QLabel *m_workers;
    QComboBox *m_limit;
    QLineEdit *m_search;
    QTimer m_pause;
};

} // namespace trawl::windows

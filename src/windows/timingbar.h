// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/detailfacts.h"

#include <QWidget>

namespace trawl::windows {

/// The time that a request took as a bar of its phases, one behind the other, and under it each
/// phase with its length in numbers.
class TimingBar : public QWidget
{
    Q_OBJECT

public:
    explicit TimingBar(QWidget *parent = nullptr);

    void setPhases(const QList<models::Phase> &phases);
    [[nodiscard]] const QList<models::Phase> &phases() const { return m_phases; }
    /// "DNS 3 ms, body 20 ms", for who does not see it.
    [[nodiscard]] QString words() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, const QRect &bar) const;
    void paintNumbers(QPainter &painter, QRect line) const;
    [[nodiscard]] int lineHeight() const { return fontMetrics().height() + 4; }

    QList<models::Phase> m_phases;
};

} // namespace trawl::windows

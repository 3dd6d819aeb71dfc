// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/listinput.h"

#include <QWidget>

namespace trawl::adding {

/// What will be added when this is dropped: "12 links will be added", "A list will be read". Short
/// texts are counted, long ones and files are not looked at while they hover.
[[nodiscard]] QString dropHint(const ListInput &input);

/// Makes a whole window take drops: an overlay that is shown while something hovers and says what
/// a drop would do.
class DropTarget : public QWidget
{
    Q_OBJECT

public:
    explicit DropTarget(QWidget *window);

    [[nodiscard]] QString hint() const { return m_hint; }

Q_SIGNALS:
    void dropped(const trawl::adding::ListInput &input);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void hover(const ListInput &input);

    QString m_hint;
};

} // namespace trawl::adding

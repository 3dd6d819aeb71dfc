// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/listinput.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QDropEvent;
QT_END_NAMESPACE

namespace trawl::adding {

/// What will be added when this is dropped: "12 links will be added", "A list will be read". The
/// links of texts of up to 8 MB are counted; longer texts and files are not looked into while they
/// hover. It may take a while and asks the disk which files are folders: not on the window's
/// thread.
[[nodiscard]] QString dropHint(const ListInput &input);

/// Makes a whole window take drops: an overlay that is shown while something hovers and says what
/// a drop would do, at once that it would be taken and then how much it is. What hovers is read
/// when it enters and when it is dropped, not with each move.
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
    [[nodiscard]] bool enter(const QDropEvent &event);
    void hover(const ListInput &input);
    void leave();
    void say(const QString &hint);

    QString m_hint;
    bool m_taken = false;  ///< what hovers now
    quint64 m_hovered = 0; ///< counts what has hovered: a late hint is of something else
};

} // namespace trawl::adding

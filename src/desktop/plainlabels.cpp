// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/plainlabels.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

namespace trawl::desktop {

PlainLabels::PlainLabels(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

/// A widget is polished before it is laid out for the first time.
bool PlainLabels::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Polish || watched->inherits("QTipLabel"))
        return false;
    if (auto *label = qobject_cast<QLabel *>(watched); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    return false;
}

} // namespace trawl::desktop

#include "moc_plainlabels.cpp"

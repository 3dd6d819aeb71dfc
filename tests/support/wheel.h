// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

namespace trawl::support {

/// One notch towards the person over the middle of a widget, as the window system tells of it: so
/// it may give the keyboard away, and goes on to what is around if nobody takes it.
inline void turnWheel(QWidget &widget)
{
    const QPointF at(widget.rect().center());
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace trawl::support

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/wheelfields.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace trawl::desktop {

namespace {

bool isField(const QObject *object)
{
    return qobject_cast<const QAbstractSpinBox *>(object) ||
           qobject_cast<const QComboBox *>(object) ||
           (qobject_cast<const QAbstractSlider *>(object) &&
            !qobject_cast<const QScrollBar *>(object));
}

} // namespace

WheelFields::WheelFields(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

/// A widget is polished before it is shown for the first time.
bool WheelFields::eventFilter(QObject *watched, QEvent *event)
{
    const bool polish = event->type() == QEvent::Polish;
    if ((!polish && event->type() != QEvent::Wheel) || !isField(watched))
        return false;
    auto *field = static_cast<QWidget *>(watched);
    if (polish) {
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (field->hasFocus())
        return false;
    event->ignore(); // so it goes on to what is around
    return true;
}

} // namespace trawl::desktop

#include "moc_wheelfields.cpp"

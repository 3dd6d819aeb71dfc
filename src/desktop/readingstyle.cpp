// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/readingstyle.h"

#include "models/readingdirection.h"

#include <QApplication>
#include <QStyleOption>

namespace trawl::desktop {

namespace {

QString marked(const QString &text)
{
    return models::markedForPainting(text);
}

/// What stands behind the tabulator is the key.
QString markedEntry(const QString &text)
{
    const auto tab = text.indexOf(u'\t');
    return tab < 0 ? marked(text) : marked(text.first(tab)) + text.sliced(tab);
}

} // namespace

/// These are painted without drawItemText() by one style or another.
void ReadingStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (const auto *cell = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        cell && element == CE_ItemViewItem) {
        auto copy = *cell;
        copy.text = marked(cell->text);
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    if (const auto *entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        auto copy = *entry;
        copy.text = markedEntry(entry->text);
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
        auto copy = *bar;
        copy.text = marked(bar->text);
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ReadingStyle::drawItemText(QPainter *painter, const QRect &rect, int flags,
                                const QPalette &palette, bool enabled, const QString &text,
                                QPalette::ColorRole textRole) const
{
    QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, marked(text), textRole);
}

void installReadingStyle()
{
    if (QGuiApplication::isRightToLeft())
        QApplication::setStyle(new ReadingStyle);
}

} // namespace trawl::desktop

#include "moc_readingstyle.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace trawl::desktop {

/// A style that paints as another one, but links, paths and the like from the left wherever widgets
/// are laid out from the right: in every list, combo box, header, menu and label, whoever fills
/// them. Only what is painted has the marks for it (models/readingdirection.h). Editors need none:
/// Qt lays out each paragraph by what it holds.
class ReadingStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Without another one: as the desktop's.
    explicit ReadingStyle(QStyle *other = nullptr)
        : QProxyStyle(other)
    {
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
                      bool enabled, const QString &text,
                      QPalette::ColorRole textRole = QPalette::NoRole) const override;
};

/// For a program that is laid out from the right; else nothing changes.
void installReadingStyle();

} // namespace trawl::desktop

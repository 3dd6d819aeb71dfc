// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trayicon.h"

#include "models/icons.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace trawl::desktop {

namespace {

// Seen on any panel: a bright bar on its own dark ground.
constexpr QRgb ground = 0xff10151a;
constexpr QRgb bar = 0xff5fd068;

QPixmap draw(int side, int percent)
{
    auto pixmap = models::icon(u"trawl").pixmap(QSize(side, side), 1.0);
    if (percent < 0)
        return pixmap;
    QPainter painter(&pixmap);
    const int height = std::max(side / 4, 4);
    const QRect frame(0, side - height, side, height);
    painter.fillRect(frame, QColor::fromRgb(ground));
    const auto inner = frame.adjusted(1, 1, -1, -1);
    auto done = inner;
    done.setWidth(inner.width() * std::min(percent, 100) / 100);
    painter.fillRect(done, QColor::fromRgb(bar));
    return pixmap;
}

} // namespace

QIcon trayIcon(int percent)
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(draw(side, percent));
    return icon;
}

} // namespace trawl::desktop

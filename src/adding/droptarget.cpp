// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/droptarget.h"

#include "exchange/linkreader.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace trawl::adding {

namespace {

constexpr qsizetype countedText = 512 * 1024;
constexpr int margin = 16;

/// Rows dragged out of this window are in the list already.
bool isForeign(const QDropEvent &event, const QWidget *window)
{
    const auto *source = qobject_cast<QWidget *>(event.source());
    return !source || source->window() != window;
}

} // namespace

QString dropHint(const ListInput &input)
{
    if (!input.files.isEmpty()) {
        return DropTarget::tr("%Ln list(s) will be read", nullptr, int(input.files.size()));
    }
    constexpr qsizetype countedLinks = 10'000; // a short pattern may stand for any number
    const auto links = input.text.size() > countedText
                           ? QList<item::Link>()
                           : exchange::linksInText(input.text, countedLinks);
    if (input.text.size() > countedText || links.size() == countedLinks)
        return DropTarget::tr("A list will be read");
    const auto good = std::ranges::count_if(links, &item::Link::ok);
    if (good == 0)
        return DropTarget::tr("There is no link in it");
    return DropTarget::tr("%Ln link(s) will be added", nullptr, int(good));
}

DropTarget::DropTarget(QWidget *window)
    : QWidget(window)
{
    // Hovering must go on being the window's business while the overlay lies above everything.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto &drop = static_cast<QDropEvent &>(*event);
        const auto input = inputFromMime(*drop.mimeData());
        if (input.isEmpty() || !isForeign(drop, window()))
            return false;
        drop.setDropAction(Qt::CopyAction);
        drop.accept();
        if (event->type() == QEvent::DragEnter)
            hover(input);
        if (event->type() == QEvent::Drop) {
            hide();
            Q_EMIT dropped(input);
        }
        return true;
    }
    case QEvent::DragLeave:
        hide();
        return true;
    case QEvent::Resize:
        resize(window()->size());
        return false;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void DropTarget::hover(const ListInput &input)
{
    m_hint = dropHint(input);
    setAccessibleName(m_hint);
    resize(window()->size());
    raise();
    show();
    update();
}

void DropTarget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.92F);
    painter.fillRect(rect(), ground);
    const auto frame = rect().adjusted(margin, margin, -margin, -margin);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 3, Qt::DashLine));
    painter.drawRoundedRect(frame, margin, margin);
    auto large = font();
    large.setPointSizeF(large.pointSizeF() * 2);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(frame.adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

} // namespace trawl::adding

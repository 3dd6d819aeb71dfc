// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/droptarget.h"

#include "desktop/offthread.h"
#include "exchange/linkreader.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace trawl::adding {

namespace {

constexpr qsizetype countedText = 8 * 1024 * 1024;
constexpr int margin = 16;

/// The overlay's letters are large.
QString shortened(const QString &name)
{
    constexpr qsizetype most = 40;
    if (name.size() <= most)
        return name;
    return name.first(most * 2 / 3) + u'…' + name.last(most / 3);
}

/// Rows dragged out of this window are in the list already.
bool isForeign(const QDropEvent &event, const QWidget *window)
{
    const auto *source = qobject_cast<QWidget *>(event.source());
    return !source || source->window() != window;
}

/// A folder stands for the lists in it, of which nobody knows yet how many there are.
QString filesHint(const QStringList &files)
{
    const auto isFolder = [](const QString &file) { return QFileInfo(file).isDir(); };
    const auto folders = std::ranges::count_if(files, isFolder);
    const auto lists = files.size() - folders;
    if (folders == 0)
        return DropTarget::tr("%Ln list(s) will be read", nullptr, int(lists));
    if (lists > 0) {
        return DropTarget::tr("%Ln list(s) and all in the folders will be read", nullptr,
                              int(lists));
    }
    if (folders > 1)
        return DropTarget::tr("All lists in %Ln folder(s) will be read", nullptr, int(folders));
    return DropTarget::tr("All lists in “%1” will be read")
        .arg(shortened(QDir(files.first()).dirName()));
}

} // namespace

QString dropHint(const ListInput &input)
{
    if (!input.files.isEmpty())
        return filesHint(input.files);
    constexpr qsizetype countedLinks = 200'000; // a short pattern may stand for any number
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
        m_taken = enter(static_cast<const QDropEvent &>(*event));
        [[fallthrough]];
    case QEvent::DragMove: {
        if (!m_taken)
            return false;
        auto &drag = static_cast<QDropEvent &>(*event);
        drag.setDropAction(Qt::CopyAction);
        drag.accept();
        return true;
    }
    case QEvent::Drop: {
        auto &drop = static_cast<QDropEvent &>(*event);
        const auto input = inputFromMime(*drop.mimeData());
        leave();
        if (input.isEmpty() || !isForeign(drop, window()))
            return false;
        drop.setDropAction(Qt::CopyAction);
        drop.accept();
        Q_EMIT dropped(input);
        return true;
    }
    case QEvent::DragLeave:
        leave();
        return true;
    case QEvent::Resize:
        resize(window()->size());
        return false;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

bool DropTarget::enter(const QDropEvent &event)
{
    const auto input = inputFromMime(*event.mimeData());
    if (input.isEmpty() || !isForeign(event, window()))
        return false;
    hover(input);
    return true;
}

void DropTarget::hover(const ListInput &input)
{
    say(tr("Drop to add"));
    resize(window()->size());
    raise();
    show();
    desktop::offThread(
        this, [input] { return dropHint(input); },
        [this, hovered = ++m_hovered](const QString &hint) {
            if (m_taken && hovered == m_hovered)
                say(hint);
        });
}

void DropTarget::leave()
{
    m_taken = false;
    hide();
}

void DropTarget::say(const QString &hint)
{
    m_hint = hint;
    setAccessibleName(hint);
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

#include "moc_droptarget.cpp"

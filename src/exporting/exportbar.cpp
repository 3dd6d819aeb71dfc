// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportbar.h"

#include "models/texts.h"

#include <QApplication>
#include <QDrag>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>
#include <QUrl>

namespace trawl::exporting {

ExportBar::ExportBar(const ExportPlan &plan, QWidget *parent)
    : QFrame(parent)
    , m_file(plan.file)
    , m_expected(plan.expected)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setFrameShape(StyledPanel);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setFormat(tr("%p %"));
    m_progress->setRange(0, m_expected > 0 ? 1000 : 0);
    auto *layout = new QHBoxLayout(this);
    m_drag = addButton(layout, {}, tr("Drag the exported file"));
    m_drag->setIcon(QFileIconProvider().icon(QFileIconProvider::File));
    m_drag->setToolTip(tr("Drag this to where the file is wanted"));
    m_drag->setFocusPolicy(Qt::NoFocus);
    m_drag->setCursor(Qt::OpenHandCursor);
    m_drag->installEventFilter(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    m_cancel = addButton(layout, tr("Cancel"), tr("Cancel the export"));
    m_open = addButton(layout, tr("Open"), tr("Open the exported file"));
    m_folder = addButton(layout, tr("Open folder"), tr("Open the folder of the exported file"));
    m_close = addButton(layout, {}, tr("Close the message"));
    m_close->setToolTip(m_close->accessibleName());
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    for (auto *later : {m_drag, m_open, m_folder, m_close})
        later->hide();
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelled();
    });
    connect(m_open, &QToolButton::clicked, this, [this] { Q_EMIT openClicked(m_file); });
    connect(m_folder, &QToolButton::clicked, this, [this] { Q_EMIT openFolderClicked(m_file); });
    connect(m_close, &QToolButton::clicked, this, &QObject::deleteLater);
    setRows(0);
}

QToolButton *ExportBar::addButton(QHBoxLayout *layout, const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    layout->addWidget(button);
    return button;
}

void ExportBar::setRows(qint64 rows)
{
    m_text->setText(tr("Exporting to %1: %2 rows")
                        .arg(QFileInfo(m_file).fileName(), models::Texts::count(rows)));
    if (m_expected > 0)
        m_progress->setValue(int(qMin<qint64>(1000, rows * 1000 / m_expected)));
}

void ExportBar::finish(const ExportResult &rows)
{
    const auto name = QFileInfo(m_file).fileName();
    if (rows)
        m_text->setText(tr("%Ln row(s) → %1", nullptr, int(*rows)).arg(name));
    else if (rows.error().reason == item::Reason::Cancelled)
        m_text->setText(tr("The export to %1 was cancelled: nothing was written.").arg(name));
    else
        m_text->setText(
            tr("%1 could not be written: %2").arg(name, models::Texts::failure(rows.error())));
    m_progress->hide();
    m_cancel->hide();
    for (auto *button : {m_drag, m_open, m_folder})
        button->setVisible(rows.has_value());
    m_close->show();
}

QString ExportBar::text() const
{
    return m_text->text();
}

std::unique_ptr<QMimeData> ExportBar::mimeData() const
{
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls({QUrl::fromLocalFile(m_file)});
    return mime;
}

bool ExportBar::eventFilter(QObject *watched, QEvent *event)
{
    const auto *mouse = dynamic_cast<QMouseEvent *>(event);
    if (watched != m_drag || !mouse)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = mouse->pos();
    } else if (event->type() == QEvent::MouseMove && mouse->buttons() & Qt::LeftButton &&
               (mouse->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        auto *drag = new QDrag(this);
        drag->setMimeData(mimeData().release());
        drag->setPixmap(m_drag->icon().pixmap(32));
        drag->exec(Qt::CopyAction);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace trawl::exporting

#include "moc_exportbar.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/facttext.h"

#include <QAbstractTextDocumentLayout>
#include <QStyle>

#include <cmath>

namespace trawl::windows {

FactText::FactText(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAcceptRichText(false);
    setAcceptDrops(false);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &FactText::fitHeight);
    alignToLayout();
    fitHeight();
}

/// Beside its label, also what is read in the other direction than the window is laid out in.
void FactText::alignToLayout()
{
    auto option = document()->defaultTextOption();
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) |
                        Qt::AlignAbsolute);
    document()->setDefaultTextOption(option);
}

void FactText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToLayout();
}

void FactText::setFact(const QString &text)
{
    if (toPlainText() != text)
        setPlainText(text);
}

QSize FactText::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 30, height()};
}

QSize FactText::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 12, height()};
}

void FactText::fitHeight()
{
    setFixedHeight(std::max(fontMetrics().height(), int(std::ceil(document()->size().height()))));
}

} // namespace trawl::windows

#include "moc_facttext.cpp"

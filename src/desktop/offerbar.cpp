// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/offerbar.h"

#include "models/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace trawl::desktop {

OfferBar::OfferBar(const QString &icon, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    auto *picture = new QLabel(this);
    const auto size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    picture->setPixmap(models::icon(icon).pixmap(size));
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(picture);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    hide();
}

void OfferBar::show(const QString &text, const QList<Offer> &offers)
{
    const auto old = findChildren<QPushButton *>();
    for (auto *button : old)
        button->deleteLater();
    for (const auto &offer : offers) {
        auto *button = new QPushButton(offer.label, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, run = offer.run] {
            hide();
            if (run)
                run();
        });
        m_buttons->addWidget(button);
    }
    setText(text);
    QFrame::show();
}

void OfferBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString OfferBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace trawl::desktop

#include "moc_offerbar.cpp"

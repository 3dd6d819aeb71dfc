// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/emptypage.h"

#include "models/icons.h"
#include "ui_emptypage.h"

#include <QPainter>

namespace trawl::windows {

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EmptyPage>())
{
    m_ui->setupUi(this);
    m_ui->paste->setIcon(models::icon(u"paste"));
    m_ui->open->setIcon(models::icon(u"open-list"));
    m_ui->newJob->setIcon(models::icon(u"add"));
    m_ui->example->setIcon(models::icon(u"example"));
    auto large = m_ui->title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_ui->title->setFont(large);
    connect(m_ui->paste, &QPushButton::clicked, this, &EmptyPage::pasteClicked);
    connect(m_ui->open, &QPushButton::clicked, this, &EmptyPage::openClicked);
    connect(m_ui->newJob, &QPushButton::clicked, this, &EmptyPage::newJobClicked);
    connect(m_ui->example, &QPushButton::clicked, this, &EmptyPage::exampleClicked);
}

EmptyPage::~EmptyPage() = default;

void EmptyPage::paintEvent(QPaintEvent *)
{
    constexpr int margin = 12;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 2, Qt::DashLine));
    painter.drawRoundedRect(rect().adjusted(margin, margin, -margin, -margin), margin, margin);
}

} // namespace trawl::windows

#include "moc_emptypage.cpp"

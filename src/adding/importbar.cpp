// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/importbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace trawl::adding {

namespace {

constexpr int steps = 1000;

} // namespace

ImportBar::ImportBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setFormat(tr("%p %"));
    m_bar->setAccessibleName(tr("Progress of reading the list"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &ImportBar::cancelled);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);
    hide();
}

void ImportBar::begin(const QString &name, qint64 expected)
{
    m_name = name;
    m_expected = expected;
    m_bar->setRange(0, expected > 0 ? steps : 0);
    setEntries(0);
    show();
}

void ImportBar::setEntries(qint64 entries)
{
    m_text->setText(tr("Reading “%1”: %2 links").arg(m_name, QLocale().toString(entries)));
    if (m_expected > 0)
        m_bar->setValue(int(qMin(entries, m_expected) * steps / m_expected));
}

} // namespace trawl::adding

#include "moc_importbar.cpp"

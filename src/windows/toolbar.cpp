// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/toolbar.h"

#include "desktop/limits.h"
#include "models/texts.h"

#include <QComboBox>
#include <QLineEdit>
#include <QToolBar>
#include <QToolButton>

namespace trawl::windows {

namespace {

constexpr int searchDelayMs = 250;

} // namespace

Toolbar::Toolbar(QToolBar *bar)
    : QObject(bar)
    , m_workers(new QLabel(bar))
    , m_limit(new QComboBox(bar))
    , m_search(new QLineEdit(bar))
{
    auto *limitLabel = new QLabel(tr("Limit"), bar);
    limitLabel->setBuddy(m_limit);
    limitLabel->setMargin(4);
    m_workers->setMargin(4);
    m_limit->setObjectName(QStringLiteral("limit"));
    m_limit->setAccessibleName(tr("Speed limit for everything"));
    m_limit->setToolTip(m_limit->accessibleName());
    setRateLimit(0);
    m_search->setPlaceholderText(tr("Search the links"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setAcceptDrops(false); // a drop anywhere adds
    const auto digit = m_search->fontMetrics().horizontalAdvance(u'0');
    m_search->setMinimumWidth(digit * 14);
    m_search->setMaximumWidth(digit * 32);
    bar->addSeparator();
    bar->addWidget(m_workers);
    bar->addWidget(limitLabel);
    bar->addWidget(m_limit);
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addWidget(m_search);
    if (auto *more = bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(tr("More tools"));
    setWorkers(0);

    m_pause.setSingleShot(true);
    m_pause.setInterval(searchDelayMs);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(searchText()); });
    connect(m_limit, &QComboBox::activated, this, [this] { Q_EMIT rateLimitChosen(rateLimit()); });
}

void Toolbar::setWorkers(int workers)
{
    m_workers->setText(tr("Workers %1").arg(models::Texts::count(workers)));
}

void Toolbar::setRateLimit(qint64 bytesPerSecond)
{
    m_limit->clear();
    const auto limits = desktop::offeredLimits(bytesPerSecond);
    for (const auto limit : limits)
        m_limit->addItem(desktop::limitText(limit), limit);
    m_limit->setCurrentIndex(int(limits.indexOf(bytesPerSecond)));
}

qint64 Toolbar::rateLimit() const
{
    return m_limit->currentData().toLongLong();
}

QString Toolbar::searchText() const
{
    return m_search->text().trimmed();
}

void Toolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace trawl::windows

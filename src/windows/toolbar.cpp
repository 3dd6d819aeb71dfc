// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/toolbar.h"

#include "desktop/limits.h"
#include "engine/engine.h"
#include "models/texts.h"
#include "windows/searchfield.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace trawl::windows {

namespace {

constexpr int mostWorkers = 64;
/// So many give the search the room for the words that stand in it.
constexpr int searchDigits = 34;
constexpr int leastSearchDigits = 10;

} // namespace

Toolbar::Toolbar(QToolBar *bar)
    : QObject(bar)
    , m_bar(bar)
    , m_workers(new QSpinBox(bar))
    , m_limit(new QComboBox(bar))
    , m_search(new SearchField(bar))
{
    setUpWorkers();
    setUpLimit();
    setUpSearch();
    const auto label = [bar](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text, bar);
        made->setBuddy(buddy);
        made->setMargin(4);
        bar->addWidget(made);
        bar->addWidget(buddy);
    };
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addWidget(m_search);
    bar->addSeparator();
    label(tr("&Workers"), m_workers);
    label(tr("Li&mit"), m_limit);
    bar->installEventFilter(this);
    if (auto *more = bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(tr("More tools"));
}

void Toolbar::setUpWorkers()
{
    m_workers->setObjectName(QStringLiteral("workerCount"));
    m_workers->setAccessibleName(tr("Number of worker processes"));
    m_workers->setToolTip(m_workers->accessibleName());
    m_workers->setRange(1, mostWorkers);
    m_workers->setKeyboardTracking(false);
    connect(m_workers, &QSpinBox::valueChanged, this, [this](int workers) {
        m_wished = workers;
        Q_EMIT workersChosen(workers);
    });
}

void Toolbar::setUpLimit()
{
    m_limit->setObjectName(QStringLiteral("limit"));
    m_limit->setAccessibleName(tr("Speed limit for everything"));
    m_limit->setToolTip(tr("Speed limit for everything: choose one or type it, as 500k or 1.5M"));
    m_limit->setEditable(true);
    m_limit->setInsertPolicy(QComboBox::NoInsert);
    m_limit->setCompleter(nullptr);
    m_limit->lineEdit()->setAcceptDrops(false); // a drop anywhere adds
    setRateLimit(0);
    connect(m_limit, &QComboBox::activated, this, [this] { Q_EMIT rateLimitChosen(rateLimit()); });
    connect(m_limit->lineEdit(), &QLineEdit::editingFinished, this, &Toolbar::takeTypedLimit);
}

void Toolbar::setUpSearch()
{
    const auto digit = m_search->fontMetrics().horizontalAdvance(u'0');
    m_search->setMinimumWidth(digit * searchDigits);
    m_search->setMaximumWidth(digit * 44);
    connect(m_search, &SearchField::searchChanged, this, &Toolbar::searchChanged);
}

void Toolbar::setWorkers(int workers)
{
    if (workers <= 0 || m_wished.value_or(workers) != workers || m_workers->hasFocus())
        return;
    m_wished.reset();
    const QSignalBlocker quiet(m_workers);
    m_workers->setValue(workers);
}

void Toolbar::setRateLimit(qint64 bytesPerSecond)
{
    m_limit->clear();
    const auto limits = desktop::offeredLimits(bytesPerSecond);
    for (const auto limit : limits)
        m_limit->addItem(desktop::limitText(limit), limit);
    m_limit->setCurrentIndex(int(limits.indexOf(bytesPerSecond)));
    m_limit->setEditText(m_limit->currentText());
}

/// What is no speed goes back to what it was.
void Toolbar::takeTypedLimit()
{
    const auto text = m_limit->currentText().trimmed();
    if (text == m_limit->itemText(m_limit->currentIndex()))
        return;
    const auto known = m_limit->findText(text);
    const auto typed = text.isEmpty() || text == desktop::limitText(0) ? std::optional<qint64>(0)
                       : known >= 0 ? std::optional(m_limit->itemData(known).toLongLong())
                                    : engine::parseRate(text);
    const bool isNew = typed && *typed != rateLimit();
    setRateLimit(typed.value_or(rateLimit()));
    if (isNew)
        Q_EMIT rateLimitChosen(*typed);
}

qint64 Toolbar::rateLimit() const
{
    return m_limit->currentData().toLongLong();
}

const models::Search &Toolbar::search() const
{
    return m_search->search();
}

void Toolbar::setSearchText(const QString &text)
{
    m_search->setText(text);
}

bool Toolbar::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::FontChange || type == QEvent::StyleChange)
        m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (type == QEvent::Resize || type == QEvent::FontChange || type == QEvent::StyleChange)
        fit();
    return QObject::eventFilter(watched, event);
}

/// The buttons have words where that leaves the search its room. Where it has too little even
/// without them, it is as wide as it can be.
void Toolbar::fit()
{
    const auto digit = m_search->fontMetrics().horizontalAdvance(u'0');
    const auto wanted = digit * searchDigits;
    if (m_bar->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
        m_widthOfWords = widthBeforeSearch();
    m_bar->setToolButtonStyle(m_bar->width() >= m_widthOfWords + wanted
                                  ? Qt::ToolButtonTextBesideIcon
                                  : Qt::ToolButtonIconOnly);
    m_search->setMinimumWidth(
        std::clamp(m_bar->width() - widthBeforeSearch(), digit * leastSearchDigits, wanted));
}

int Toolbar::widthBeforeSearch() const
{
    const auto *layout = m_bar->layout();
    const auto margins = layout->contentsMargins();
    const auto more =
        m_bar->style()->pixelMetric(QStyle::PM_ToolBarExtensionExtent, nullptr, m_bar);
    int width = margins.left() + margins.right() + more + layout->spacing();
    const auto actions = m_bar->actions();
    for (auto *action : actions) {
        const auto *widget = m_bar->widgetForAction(action);
        if (widget == m_search)
            break;
        width += widget->minimumSizeHint().width() + layout->spacing();
    }
    return width;
}

void Toolbar::focusSearch()
{
    if (m_bar->isHidden())
        Q_EMIT barWanted();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace trawl::windows

#include "moc_toolbar.cpp"

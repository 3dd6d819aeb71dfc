// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/facetbar.h"

#include "models/icons.h"
#include "models/plaintip.h"
#include "models/texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMetaMethod>
#include <QToolButton>

#include <algorithm>
#include <tuple>

namespace trawl::windows {

using models::Cause;
using models::Texts;

namespace {

/// Numbers change twice a second, places every few seconds.
constexpr int countPauseMs = 500;
constexpr qint64 facetSortMs = 3000;

} // namespace

FacetBar::FacetBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_hints(new QLabel(this))
    , m_ended(new QToolButton(this))
    , m_more(new QToolButton(this))
{
    m_layout->setContentsMargins(4, 2, 4, 2);
    m_layout->setSpacing(2);
    m_hints->setWordWrap(false);
    m_hints->setTextFormat(Qt::PlainText);
    m_hints->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_ended->setAutoRaise(true);
    m_ended->setIcon(models::icon(u"close"));
    m_ended->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ended->setToolTip(tr("Show all times again"));
    m_ended->setAccessibleName(m_ended->toolTip());
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More causes of failures"));
    m_layout->addWidget(m_hints, 1);
    m_layout->addWidget(m_ended);
    m_layout->addWidget(m_more);
    m_layout->addStretch(0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(countPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FacetBar::catchUp);
    connect(m_ended, &QToolButton::clicked, this, [this] {
        setEnded(0, 0);
        Q_EMIT endedCleared();
        Q_EMIT chosen();
    });
    connect(m_more->menu(), &QMenu::aboutToShow, this, &FacetBar::showMore);
    for (auto *widget : {static_cast<QWidget *>(m_hints), static_cast<QWidget *>(m_ended),
                         static_cast<QWidget *>(m_more), static_cast<QWidget *>(this)})
        widget->hide();
}

FacetBar::~FacetBar() = default;

void FacetBar::setCauses(const QHash<Cause, qint64> &causes)
{
    m_causes = causes;
    m_due = true;
    if (!m_pause.isActive())
        catchUp();
}

/// Nothing moves from under the pointer.
void FacetBar::catchUp()
{
    if (m_due && (m_facets.empty() || !underMouse()))
        update();
}

void FacetBar::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    catchUp();
}

void FacetBar::setHints(const QStringList &hints)
{
    m_hints->setText(hints.join(QStringLiteral("   ")));
    m_hints->setToolTip(models::plainTip(hints.join(u'\n')));
    m_hints->setVisible(!hints.isEmpty());
    update();
}

void FacetBar::setEnded(qint64 fromMs, qint64 toMs)
{
    m_endedFromMs = fromMs;
    m_endedToMs = toMs;
    m_ended->setText(
        tr("ended %1 – %2").arg(Texts::moment(fromMs), Texts::moment(qMax(fromMs, toMs - 1))));
    m_ended->setAccessibleName(m_ended->text());
    m_ended->setVisible(toMs > 0);
    update();
}

void FacetBar::addTo(models::ItemFilter &filter) const
{
    filter.cause = m_chosen;
    filter.endedFromMs = m_endedFromMs;
    filter.endedToMs = m_endedToMs;
}

void FacetBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FacetBar::update()
{
    m_due = false;
    for (auto &facet : m_facets)
        facet.count = m_causes.value(facet.cause);
    // The chosen one stays to be let go again.
    const auto gone = std::ranges::partition(m_facets, [this](const Facet &facet) {
        return facet.count > 0 || facet.cause == m_chosen;
    });
    for (const auto &facet : gone)
        facet.button->deleteLater();
    m_facets.erase(gone.begin(), gone.end());
    for (auto cause = m_causes.begin(); cause != m_causes.end(); ++cause) {
        if (std::ranges::find(m_facets, cause.key(), &Facet::cause) == m_facets.end())
            addFacet(cause.key());
    }
    if (!m_sorted.isValid() || m_sorted.hasExpired(facetSortMs))
        sortFacets();
    for (const auto &facet : m_facets) {
        facet.button->setText(textOf(facet));
        facet.button->setAccessibleName(facet.button->text());
    }
    showChoice();
    setVisible(!m_facets.empty() || m_endedToMs > 0 || !m_hints->text().isEmpty());
    fit();
    m_pause.start();
}

void FacetBar::showChoice()
{
    for (const auto &facet : m_facets)
        facet.button->setChecked(facet.cause == m_chosen);
}

void FacetBar::sortFacets()
{
    // Those that are as many have their fixed places, so that none moves without a reason.
    std::ranges::sort(m_facets, {}, [](const Facet &facet) {
        return std::tuple(-facet.count, facet.cause.reason, facet.cause.code);
    });
    const auto first = m_layout->indexOf(m_ended) + 1;
    for (std::size_t i = 0; i < m_facets.size(); ++i)
        m_layout->insertWidget(first + int(i), m_facets[i].button);
    m_sorted.start();
}

void FacetBar::addFacet(Cause cause)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setToolTip(Texts::failure({.reason = cause.reason, .httpCode = cause.code}));
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, cause] { fillMenu(menu, cause); });
    connect(button, &QToolButton::clicked, this,
            [this, cause](bool checked) { choose(cause, checked); });
    m_layout->insertWidget(m_layout->indexOf(m_more), button);
    m_facets.push_back({cause, m_causes.value(cause), button});
}

void FacetBar::choose(Cause cause, bool chosen)
{
    m_chosen = chosen ? std::optional(cause) : std::nullopt;
    showChoice();
    m_due = true; // one that is let go may have no items any more
    if (!m_pause.isActive())
        m_pause.start();
    Q_EMIT this->chosen();
}

QString FacetBar::textOf(const Facet &facet) const
{
    return tr("%1 (%2)").arg(Texts::cause(facet.cause.reason, facet.cause.code),
                             Texts::count(facet.count));
}

/// As many as there is room for; the others are in a menu.
void FacetBar::fit()
{
    auto room = width() - m_layout->contentsMargins().left() - m_layout->contentsMargins().right();
    if (m_endedToMs > 0)
        room -= m_ended->sizeHint().width() + m_layout->spacing();
    if (!m_hints->text().isEmpty())
        room -= qMin(room / 2, m_hints->fontMetrics().horizontalAdvance(m_hints->text()));
    int all = 0;
    for (const auto &facet : m_facets)
        all += facet.button->sizeHint().width() + m_layout->spacing();
    if (all > room)
        room -= m_more->sizeHint().width() + m_layout->spacing();
    bool fits = true;
    for (const auto &facet : m_facets) {
        room -= facet.button->sizeHint().width() + m_layout->spacing();
        fits = fits && room >= 0;
        facet.button->setVisible(fits);
    }
    m_more->setVisible(!fits);
}

void FacetBar::showMore()
{
    auto *menu = m_more->menu();
    menu->clear();
    for (const auto &facet : m_facets) {
        if (facet.button->isVisible())
            continue;
        auto *action = menu->addAction(textOf(facet));
        action->setCheckable(true);
        action->setChecked(facet.cause == m_chosen);
        connect(action, &QAction::triggered, this,
                [this, cause = facet.cause](bool checked) { choose(cause, checked); });
    }
}

void FacetBar::fillMenu(QMenu *menu, Cause cause)
{
    menu->clear();
    auto these = m_base;
    these.cause = cause;
    const auto offer = [&](const QString &text, auto signal) {
        if (isSignalConnected(QMetaMethod::fromSignal(signal)))
            menu->addAction(text, this, [this, signal, these] { Q_EMIT(this->*signal)(these); });
    };
    const bool wasAsked = !item::isOfEntry(cause.reason);
    if (wasAsked)
        offer(tr("&Retry these"), &FacetBar::retryWanted);
    offer(tr("&Export these…"), &FacetBar::exportWanted);
    if (wasAsked)
        offer(tr("&Limit their host…"), &FacetBar::limitWanted);
}

} // namespace trawl::windows

#include "moc_facetbar.cpp"

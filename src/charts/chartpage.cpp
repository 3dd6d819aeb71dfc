// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartpage.h"

#include "charts/legend.h"
#include "charts/plot.h"
#include "charts/sampletable.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trawl::charts {

namespace {

using Span = rates::RateHistory::Span;

QToolButton *makeButton(const QString &text, const QString &toolTip, const QString &name,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(name);
    return button;
}

QString clock(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(),
                              QStringLiteral("HH:mm:ss"));
}

bool isSomething(const rates::Sample &sample)
{
    return sample.bytesPerSecond > 0 || sample.requestsPerSecond > 0;
}

} // namespace

class ChartPage::Private
{
public:
    explicit Private(ChartPage *page);

    void update();
    void redraw();
    void recolour();

    rates::RateHistory history;
    bool fetched = false; ///< anything at all, in this run or an earlier one
    QComboBox *view = nullptr;
    QComboBox *span = nullptr;
    Plot *plot = nullptr;

private:
    void makeHeader(QVBoxLayout *layout);
    void makeBody(QVBoxLayout *layout);
    void connectParts();
    void showView();
    void showLegend(const std::vector<rates::Sample> &samples);
    void showEmptyWord(bool empty);
    void showRange();
    [[nodiscard]] ChartView shownView() const { return ChartView(view->currentIndex()); }
    [[nodiscard]] Span shownSpan() const { return Span(span->currentIndex()); }

    ChartPage *q;
    Legend *legend = nullptr;
    QToolButton *rangeButton = nullptr;
    QToolButton *tableButton = nullptr;
    QSplitter *body = nullptr;
    QLabel *emptyWord = nullptr;
    bool tableWasShown = false;
    SampleTable *table = nullptr;
    std::optional<quint64> shownVersion; ///< of the span on show; none = draw in any case
};

ChartPage::Private::Private(ChartPage *page)
    : q(page)
{
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    makeHeader(layout);
    makeBody(layout);
    connectParts();
    showView();
}

void ChartPage::Private::makeHeader(QVBoxLayout *layout)
{
    view = new QComboBox(q);
    view->setObjectName(QStringLiteral("view"));
    view->setAccessibleName(tr("What the chart shows"));
    for (int i = 0; i <= int(ChartView::Last); ++i) {
        view->addItem(Curves::name(ChartView(i)));
        view->setItemData(i, Curves::explanation(ChartView(i)), Qt::ToolTipRole);
    }
    span = new QComboBox(q);
    span->setObjectName(QStringLiteral("span"));
    span->setAccessibleName(tr("Time span of the chart"));
    span->addItems({tr("Last minute"), tr("Last 5 minutes"), tr("Last hour"), tr("Last day")});
    legend = new Legend(q);
    rangeButton =
        makeButton({}, tr("Forget the selected time (Esc)"), tr("Forget the selected time"), q);
    rangeButton->setObjectName(QStringLiteral("clearRange"));
    rangeButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    rangeButton->setIcon(q->style()->standardIcon(QStyle::SP_LineEditClearButton));
    rangeButton->hide();
    tableButton = makeButton(tr("Table"), tr("Shows the points of the chart as a table"),
                             tr("Show the chart's points as a table"), q);
    tableButton->setObjectName(QStringLiteral("showTable"));
    tableButton->setCheckable(true);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(4, 4, 4, 0);
    row->addWidget(view, 0, Qt::AlignTop);
    row->addWidget(span, 0, Qt::AlignTop);
    row->addSpacing(8);
    row->addWidget(legend, 1, Qt::AlignVCenter);
    row->addWidget(rangeButton, 0, Qt::AlignTop);
    row->addWidget(tableButton, 0, Qt::AlignTop);
    layout->addLayout(row);
}

void ChartPage::Private::makeBody(QVBoxLayout *layout)
{
    body = new QSplitter(q);
    body->setChildrenCollapsible(false);
    plot = new Plot(body);
    emptyWord = new QLabel(plot);
    emptyWord->setAlignment(Qt::AlignCenter);
    emptyWord->setForegroundRole(QPalette::PlaceholderText);
    emptyWord->setBackgroundRole(QPalette::Base);
    emptyWord->setAutoFillBackground(true); // no line of the grid goes through the words
    emptyWord->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *over = new QVBoxLayout(plot);
    over->addWidget(emptyWord, 0, Qt::AlignCenter);
    table = new SampleTable(body);
    table->setVisible(false);
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 2);
    layout->addWidget(body, 1);
}

void ChartPage::Private::connectParts()
{
    connect(view, &QComboBox::currentIndexChanged, q, [this] { showView(); });
    connect(span, &QComboBox::currentIndexChanged, q, [this] { redraw(); });
    connect(tableButton, &QToolButton::toggled, table, [this](bool on) {
        table->setVisible(on);
        if (on && !std::exchange(tableWasShown, true))
            body->setSizes({body->width() * 3 / 5, body->width() * 2 / 5});
        redraw();
    });
    connect(plot, &Plot::rangeSelected, q, [this](qint64 fromMs, qint64 toMs) {
        showRange();
        Q_EMIT q->rangeSelected(fromMs, toMs);
    });
    connect(plot, &Plot::rangeCleared, q, [this] {
        showRange();
        Q_EMIT q->rangeCleared();
    });
    connect(rangeButton, &QToolButton::clicked, plot, &Plot::clearRange);
}

void ChartPage::Private::showView()
{
    table->setView(shownView());
    view->setToolTip(Curves::explanation(shownView()));
    plot->setAccessibleName(tr("Chart: %1").arg(Curves::name(shownView())));
    recolour();
    redraw();
}

void ChartPage::Private::redraw()
{
    shownVersion.reset();
    update();
}

void ChartPage::Private::update()
{
    const auto shown = shownSpan();
    if (!q->isVisible() || shownVersion == history.version(shown))
        return;
    shownVersion = history.version(shown);
    auto samples = history.samples(shown);
    if (!table->isHidden())
        table->setSamples(samples);
    showLegend(samples);
    showEmptyWord(samples.empty() || !fetched);
    plot->setSamples(shownView(), shown, std::move(samples), history.nowMs());
}

void ChartPage::Private::showLegend(const std::vector<rates::Sample> &samples)
{
    QStringList texts;
    for (const auto &curve : Curves::of(shownView())) {
        const auto value = samples.empty() ? -1 : curve.value(samples.back());
        texts.append(tr("%1: %2").arg(Curves::title(curve), Curves::text(curve, value)));
    }
    legend->setTexts(texts);
    plot->setAccessibleDescription(texts.join(QStringLiteral(", ")));
}

void ChartPage::Private::showEmptyWord(bool empty)
{
    emptyWord->setText(fetched ? tr("The first point of this span is still to come")
                               : tr("Nothing has been fetched yet"));
    emptyWord->setVisible(empty);
}

void ChartPage::Private::showRange()
{
    const auto range = plot->range();
    rangeButton->setVisible(range.has_value());
    if (range)
        rangeButton->setText(tr("%1 – %2").arg(clock(range->fromMs), clock(range->toMs)));
}

void ChartPage::Private::recolour()
{
    const auto colours = ChartColours::of(q->palette(), shownView());
    plot->setColours(colours);
    legend->setView(shownView(), colours);
}

ChartPage::ChartPage(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
}

ChartPage::~ChartPage() = default;

void ChartPage::restore(const std::vector<rates::Sample> &pieces)
{
    d->history.restore(pieces);
    d->fetched = d->fetched || std::ranges::any_of(pieces, isSomething);
    d->update();
}

void ChartPage::add(const std::vector<rates::Sample> &samples)
{
    for (const auto &sample : samples)
        d->history.add(sample);
    d->fetched = d->fetched || std::ranges::any_of(samples, isSomething);
    if (!samples.empty())
        d->update();
}

void ChartPage::refreshUnits()
{
    d->redraw();
}

void ChartPage::setView(ChartView view)
{
    d->view->setCurrentIndex(std::clamp(int(view), 0, d->view->count() - 1));
}

void ChartPage::setSpan(Span span)
{
    d->span->setCurrentIndex(std::clamp(int(span), 0, d->span->count() - 1));
}

ChartView ChartPage::view() const
{
    return ChartView(d->view->currentIndex());
}

Span ChartPage::span() const
{
    return Span(d->span->currentIndex());
}

std::optional<TimeRange> ChartPage::range() const
{
    return d->plot->range();
}

void ChartPage::clearRange()
{
    d->plot->clearRange();
}

void ChartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->recolour();
}

void ChartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->update();
}

} // namespace trawl::charts

#include "moc_chartpage.cpp"

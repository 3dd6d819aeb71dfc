// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/throughputchart.h"

#include "charts/samplemodel.h"
#include "charts/throughputplot.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStringBuilder>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace trawl::charts {

namespace {

using Span = rates::RateHistory::Span;

/// A piece of the series as it is drawn: an area with its edge, or a line.
QPixmap swatch(const QColor &colour, bool area, qreal ratio)
{
    constexpr QSize size(18, 12);
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const auto y = area ? 2 : size.height() / 2;
    if (area) {
        auto fill = colour;
        fill.setAlphaF(0.25F);
        painter.fillRect(0, y, size.width(), size.height() - y, fill);
    }
    painter.setPen(QPen(colour, 2));
    painter.drawLine(0, y, size.width(), y);
    return pixmap;
}

} // namespace

class ThroughputChart::Private
{
public:
    explicit Private(ThroughputChart *chart);

    void update();
    void recolour();
    void setSpan(Span next);

    rates::RateHistory history;
    bool fetched = false; ///< anything at all, ever

private:
    void makeHeader(QVBoxLayout *layout);
    void makeBody(QVBoxLayout *layout);
    void showLegend(const std::vector<rates::Sample> &samples);
    void showEmptyWord(bool empty);

    ThroughputChart *q;
    QComboBox *span = nullptr;
    QLabel *bytesSwatch = nullptr;
    QLabel *bytesLabel = nullptr;
    QLabel *requestsSwatch = nullptr;
    QLabel *requestsLabel = nullptr;
    QToolButton *tableButton = nullptr;
    ThroughputPlot *plot = nullptr;
    QLabel *emptyWord = nullptr;
    QTableView *table = nullptr;
    SampleModel *model = nullptr;
    std::optional<quint64> shownVersion; ///< of the span on show; none = draw in any case
};

ThroughputChart::Private::Private(ThroughputChart *chart)
    : q(chart)
{
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    makeHeader(layout);
    makeBody(layout);
    connect(span, &QComboBox::currentIndexChanged, q, [this] {
        shownVersion.reset();
        update();
    });
    connect(tableButton, &QToolButton::toggled, table, &QWidget::setVisible);
    recolour();
    update();
}

void ThroughputChart::Private::makeHeader(QVBoxLayout *layout)
{
    span = new QComboBox(q);
    span->setAccessibleName(tr("Time span of the chart"));
    span->addItems({tr("Last minute"), tr("Last 5 minutes"), tr("Last hour"), tr("Last day")});
    bytesSwatch = new QLabel(q);
    bytesLabel = new QLabel(q);
    requestsSwatch = new QLabel(q);
    requestsLabel = new QLabel(q);
    tableButton = new QToolButton(q);
    tableButton->setText(tr("Table"));
    tableButton->setToolTip(tr("Shows the points of the chart as a table"));
    tableButton->setAccessibleName(tr("Show the chart's points as a table"));
    tableButton->setCheckable(true);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(4, 4, 4, 0);
    row->addWidget(span);
    row->addSpacing(8);
    row->addWidget(bytesSwatch);
    row->addWidget(bytesLabel);
    row->addSpacing(8);
    row->addWidget(requestsSwatch);
    row->addWidget(requestsLabel);
    row->addStretch();
    row->addWidget(tableButton);
    layout->addLayout(row);
}

void ThroughputChart::Private::makeBody(QVBoxLayout *layout)
{
    plot = new ThroughputPlot(q);
    plot->setAccessibleName(tr("Throughput chart: bytes and requests per second"));
    emptyWord = new QLabel(plot);
    emptyWord->setAlignment(Qt::AlignCenter);
    auto *over = new QVBoxLayout(plot);
    over->addWidget(emptyWord);

    model = new SampleModel(q);
    table = new QTableView(q);
    table->setAccessibleName(tr("Points of the throughput chart"));
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    auto *header = table->horizontalHeader();
    header->setMinimumSectionSize(header->fontMetrics().height() * 4);
    header->setSectionResizeMode(QHeaderView::Stretch);
    table->setVisible(false);

    auto *row = new QHBoxLayout;
    row->addWidget(plot, 3);
    row->addWidget(table, 2);
    layout->addLayout(row, 1);
}

void ThroughputChart::Private::setSpan(Span next)
{
    span->setCurrentIndex(int(next));
}

void ThroughputChart::Private::update()
{
    const auto shown = Span(span->currentIndex());
    if (!q->isVisible() || shownVersion == history.version(shown))
        return;
    shownVersion = history.version(shown);
    const auto samples = history.samples(shown);
    plot->setPoints(samples, shown);
    model->setSamples(samples);
    showLegend(samples);
    showEmptyWord(samples.empty() || !fetched);
}

void ThroughputChart::Private::showLegend(const std::vector<rates::Sample> &samples)
{
    const auto now = samples.empty() ? rates::Sample() : samples.back();
    bytesLabel->setText(tr("Bytes/s (left): %1").arg(Scale::byteRate(now.bytesPerSecond)));
    requestsLabel->setText(tr("Requests/s (right): %1").arg(Scale::rate(now.requestsPerSecond)));
    plot->setAccessibleDescription(bytesLabel->text() % QStringLiteral(", ") %
                                   requestsLabel->text());
}

void ThroughputChart::Private::showEmptyWord(bool empty)
{
    emptyWord->setText(fetched ? tr("The first point of this span is still to come")
                               : tr("Nothing has been fetched yet"));
    emptyWord->setVisible(empty);
}

void ThroughputChart::Private::recolour()
{
    const auto colours = ChartColours::of(q->palette());
    plot->setColours(colours);
    const auto ratio = q->devicePixelRatioF();
    bytesSwatch->setPixmap(swatch(colours.bytes, true, ratio));
    requestsSwatch->setPixmap(swatch(colours.requests, false, ratio));
}

ThroughputChart::ThroughputChart(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
}

ThroughputChart::~ThroughputChart() = default;

void ThroughputChart::add(const std::vector<rates::Sample> &samples)
{
    for (const auto &sample : samples) {
        d->history.add(sample);
        d->fetched = d->fetched || sample.bytesPerSecond > 0 || sample.requestsPerSecond > 0;
    }
    if (!samples.empty())
        d->update();
}

void ThroughputChart::setSpan(rates::RateHistory::Span span)
{
    d->setSpan(span);
}

void ThroughputChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->recolour();
}

void ThroughputChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->update();
}

} // namespace trawl::charts

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/detailspage.h"

#include "models/icons.h"
#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"
#include "models/segmentmodel.h"
#include "models/texts.h"
#include "ui_detailspage.h"
#include "windows/detailsreader.h"
#include "windows/facttext.h"
#include "windows/itemtable.h"

#include <QFileInfo>
#include <QFontDatabase>

#include <utility>

namespace trawl::windows {

using item::ItemId;
using models::DetailFact;
using models::Details;
using models::Texts;

namespace {

constexpr int detailsRefreshMs = 700;
constexpr int readsAfterChange = 3;

bool sameState(const engine::RowState &a, const engine::RowState &b)
{
    return a.status == b.status && a.reason == b.reason && a.code == b.code &&
           a.attempts == b.attempts && a.file == b.file;
}

void setTextOf(QLabel &label, const QString &text)
{
    if (label.text() != text)
        label.setText(text);
}

} // namespace

DetailsPage::DetailsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailsPage>())
    , m_segments(new models::SegmentModel(this))
{
    m_ui->setupUi(this);
    for (auto *word : {m_ui->emptyWord, m_ui->noTimings, m_ui->sumStatusesLabel, m_ui->sumSizeLabel,
                       m_ui->sumFilesLabel})
        word->setForegroundRole(QPalette::PlaceholderText);
    m_ui->openFile->setIcon(models::icon(u"done"));
    m_ui->openFolder->setIcon(models::icon(u"open-list"));
    m_ui->head->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->segments->setUp(m_segments, {}, false);
    makeLines();
    m_moved.setSingleShot(true);
    m_moved.setInterval(0);
    connect(&m_moved, &QTimer::timeout, this, &DetailsPage::select);
    m_pace.setInterval(detailsRefreshMs);
    connect(&m_pace, &QTimer::timeout, this, &DetailsPage::refresh);
    const auto open = [this](bool folder) {
        const QFileInfo file(m_lines[std::size_t(DetailFact::File)]->toPlainText());
        m_parts.prompts->openUrl(
            QUrl::fromLocalFile(folder ? file.absolutePath() : file.absoluteFilePath()));
    };
    connect(m_ui->openFile, &QAbstractButton::clicked, this, [open] { open(false); });
    connect(m_ui->openFolder, &QAbstractButton::clicked, this, [open] { open(true); });
    m_ui->pages->setCurrentWidget(m_ui->emptyPage);
}

DetailsPage::~DetailsPage() = default;

void DetailsPage::makeLines()
{
    for (std::size_t i = 0; i < factCount; ++i) {
        const auto label = Details::label(DetailFact(i));
        m_labels[i] = new QLabel(label, m_ui->facts);
        m_labels[i]->setForegroundRole(QPalette::PlaceholderText);
        // Beside the first line of what is said, however many there are.
        m_labels[i]->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        m_labels[i]->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        auto *line = m_lines[i] = new FactText(m_ui->facts);
        line->setAccessibleName(label);
        line->setObjectName(QStringLiteral("fact%1").arg(i));
        m_labels[i]->setBuddy(line);
        m_ui->lines->addRow(m_labels[i], line);
    }
}

void DetailsPage::setUp(const Parts &parts)
{
    m_parts = parts;
    m_reader = std::make_unique<DetailsReader>(parts.session->path());
    m_sums = std::make_unique<models::SelectionSums>(parts.table->items());
    connect(m_sums.get(), &models::SelectionSums::summed, this, &DetailsPage::takeSums);
    connect(parts.table, &ItemTable::selectionMoved, &m_moved, qOverload<>(&QTimer::start));
    connect(parts.session, &desktop::Session::inspected, this, &DetailsPage::takeInspection);
}

QByteArray DetailsPage::saveColumns() const
{
    return m_ui->columns->saveState();
}

void DetailsPage::restoreColumns(const QByteArray &columns)
{
    if (!m_ui->columns->restoreState(columns))
        m_ui->columns->setSizes({360, 340, 320});
}

void DetailsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_parts.table)
        select();
    m_pace.start();
}

void DetailsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_pace.stop();
    if (m_sums)
        m_sums->cancel();
    inspect({});
}

void DetailsPage::select()
{
    if (!isVisible())
        return;
    m_sums->cancel();
    const auto ranges = m_parts.table->selected().rowRanges();
    const bool one = ranges.size() == 1 && ranges.front().first == ranges.front().last;
    if (ranges.empty()) {
        m_reader->forget();
        m_id = {};
        inspect({});
        m_ui->pages->setCurrentWidget(m_ui->emptyPage);
    } else if (one) {
        showItem(m_parts.table->items().idAt(int(ranges.front().first)));
    } else {
        showSums();
    }
}

void DetailsPage::showItem(ItemId id)
{
    if (id == std::exchange(m_id, id))
        return refresh();
    m_facts = {};
    m_known = false;
    inspect({});
    const auto row = m_parts.table->items().rowOf(id);
    m_facts.now = m_parts.table->items().stateAt(row);
    read();
}

void DetailsPage::showSums()
{
    m_reader->forget();
    m_id = {};
    inspect({});
    m_sums->begin(m_parts.table->selected().rowRanges());
}

void DetailsPage::refresh()
{
    if (!m_parts.table || !isVisible())
        return;
    if (m_id == ItemId{}) {
        if (m_ui->pages->currentWidget() == m_ui->sumsPage)
            m_sums->begin(m_parts.table->selected().rowRanges());
        return;
    }
    const auto row = m_parts.table->items().rowOf(m_id);
    if (row < 0)
        return;
    const auto before = std::exchange(m_facts.now, m_parts.table->items().stateAt(row));
    if (!sameState(before, m_facts.now))
        m_readsLeft = readsAfterChange;
    if (m_readsLeft > 0) {
        --m_readsLeft;
        read();
    }
    inspect(m_facts.now.status == item::Status::Running ? m_id : ItemId());
    if (m_known)
        write();
}

void DetailsPage::read()
{
    m_reader->read({m_id}, [this](const DetailsReader::Answer &answer) {
        // A session that cannot be read at this moment can be at the next.
        if (answer)
            take(*answer);
        else
            m_readsLeft = readsAfterChange;
    });
}

void DetailsPage::take(const engine::SessionStatus &status)
{
    if (status.items.isEmpty())
        return;
    m_facts.stored = status.items.first();
    m_facts.job = status.jobs.value(m_facts.stored.result.job);
    const bool first = !std::exchange(m_known, true);
    write();
    m_ui->pages->setCurrentWidget(m_ui->itemPage);
    if (first) {
        m_ui->factsScroll->ensureVisible(0, 0);
        refresh();
    }
}

void DetailsPage::takeInspection(const engine::Inspection &inspection)
{
    if (inspection.id != m_id || m_inspected != m_id)
        return;
    m_facts.running = inspection;
    if (m_known)
        write();
}

void DetailsPage::inspect(ItemId id)
{
    if (id == std::exchange(m_inspected, id))
        return;
    if (id == ItemId{})
        m_facts.running.reset();
    if (m_parts.session)
        m_parts.session->post([id](engine::Engine &engine) { engine.inspect(id); });
}

void DetailsPage::write()
{
    for (std::size_t i = 0; i < factCount; ++i) {
        const auto text = Details::text(DetailFact(i), m_facts);
        m_lines[i]->setFact(text);
        m_lines[i]->setVisible(!text.isEmpty());
        m_labels[i]->setVisible(!text.isEmpty());
    }
    const bool hasFile = !m_lines[std::size_t(DetailFact::File)]->toPlainText().isEmpty();
    m_ui->openFile->setVisible(hasFile);
    m_ui->openFolder->setVisible(hasFile);
    if (const auto head = Details::head(m_facts); m_ui->head->toPlainText() != head)
        m_ui->head->setPlainText(head);
    const auto phases = Details::phases(m_facts.stored);
    m_ui->timings->setPhases(phases);
    writeSegments();
    const bool loads = !m_ui->segmentsBox->isHidden();
    m_ui->timingsTitle->setHidden(loads && phases.isEmpty());
    m_ui->noTimings->setVisible(!loads && phases.isEmpty());
}

void DetailsPage::writeSegments()
{
    const auto segments = m_facts.running ? m_facts.running->segments : QList<item::Segment>();
    m_segments->setSegments(segments);
    m_ui->segmentMap->setSegments(segments, m_facts.running ? m_facts.running->total : -1);
    m_ui->segmentsBox->setVisible(!segments.isEmpty());
}

void DetailsPage::takeSums(const models::SelectionSum &sum)
{
    setTextOf(*m_ui->sumTitle, tr("%Ln link(s) selected", nullptr, int(sum.counts.total())));
    setTextOf(*m_ui->sumStatuses, Texts::countsByStatus(sum.counts));
    auto size = Texts::bytes(sum.bytes);
    if (sum.total > sum.bytes)
        size = tr("%1 of %2").arg(size, Texts::bytes(sum.total));
    if (sum.unknownSizes > 0)
        size += u'\n' + tr("%Ln link(s) of unknown size", nullptr, int(sum.unknownSizes));
    setTextOf(*m_ui->sumSize, size);
    setTextOf(*m_ui->sumFiles, Texts::count(sum.files));
    if (m_id == ItemId{})
        m_ui->pages->setCurrentWidget(m_ui->sumsPage);
}

} // namespace trawl::windows

#include "moc_detailspage.cpp"

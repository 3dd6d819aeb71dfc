// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordspage.h"

#include "models/texts.h"
#include "recipes/recordsmodel.h"
#include "recipes/valuecolumns.h"
#include "ui_recordspage.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trawl::recipes {

namespace {

constexpr int refreshMs = 500;
constexpr int filterAfterMs = 250;
/// What takes no longer needs no word.
constexpr int busyAfterMs = 200;
constexpr qsizetype mostShownText = 100'000;

/// Ranges of one row lie beside one another.
qint64 rowsIn(const QItemSelection &cells)
{
    auto ranges = cells;
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    qint64 rows = 0;
    for (int next = 0; const auto &range : ranges) {
        const auto first = std::max(range.top(), next);
        next = std::max(next, range.bottom() + 1);
        rows += std::max(0, next - first);
    }
    return rows;
}

} // namespace

RecordsPage::RecordsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RecordsPage>())
{
    m_ui->setupUi(this);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshMs);
    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(filterAfterMs);
    m_ui->job->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_ui->jobRow->hide();
    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyAfterMs);
    auto *rows = m_ui->table->verticalHeader();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(m_ui->table->fontMetrics().lineSpacing() + 8);
    m_ui->table->setWordWrap(false);
    m_ui->table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

RecordsPage::~RecordsPage() = default;

void RecordsPage::setUp(desktop::Session &session, const desktop::Prompts &prompts)
{
    m_session = &session;
    m_prompts = &prompts;
    m_model = new RecordsModel(session.path(), this);
    m_ui->table->setModel(m_model);
    auto *header = m_ui->table->horizontalHeader();
    header->setSortIndicatorClearable(true); // the third click: in order of arrival
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_ui->table->setSortingEnabled(true);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    connect(m_model, &QAbstractItemModel::modelReset, this,
            [header] { header->setSortIndicator(-1, Qt::AscendingOrder); });
    connect(m_model, &RecordsModel::rowsRead, new ValueColumns(*m_ui->table),
            &ValueColumns::sizeOnce);
    connect(m_model, &RecordsModel::listed, this, [this] {
        m_failure.clear();
        showState();
    });
    connect(m_model, &RecordsModel::reordering, this, &RecordsPage::leavePlace);
    connect(m_model, &RecordsModel::reordered, this, &RecordsPage::findPlace);
    connect(m_model, &RecordsModel::wholeRead, this,
            [this](const QString &text, qsizetype records) {
                if (m_copying > 0)
                    copied(text, records);
                else
                    showValue(text);
            });
    connect(&m_busyTimer, &QTimer::timeout, this, &RecordsPage::showState);
    connect(header, &QHeaderView::sortIndicatorChanged, &m_busyTimer, qOverload<>(&QTimer::start));
    connect(m_model, &RecordsModel::failed, this, [this](const item::Failure &failure) {
        m_failure = models::Texts::failure(failure);
        showState();
    });
    connect(&m_refreshTimer, &QTimer::timeout, this, &RecordsPage::refresh);
    connect(&m_filterTimer, &QTimer::timeout, this, [this] {
        m_model->setFilter(m_ui->filter->text().trimmed());
        m_busyTimer.start();
    });
    connect(m_ui->filter, &QLineEdit::textChanged, &m_filterTimer, qOverload<>(&QTimer::start));
    connect(m_ui->job, &QComboBox::activated, this, &RecordsPage::chooseJob);
    connect(m_ui->exportRecords, &QAbstractButton::clicked, this,
            [this] { Q_EMIT exportWanted(m_model->job()); });
    connect(m_ui->table, &QAbstractItemView::doubleClicked, this, &RecordsPage::openValue);
    auto *copying = new QShortcut(QKeySequence::Copy, m_ui->table);
    copying->setContext(Qt::WidgetShortcut);
    connect(copying, &QShortcut::activated, this, &RecordsPage::copy);
    showState();
}

void RecordsPage::apply(const engine::ChangeSet &changes)
{
    takeJobs(changes.jobs);
    if (!changes.removed.empty() && isVisible())
        m_removed = true;
    else if (!changes.removed.empty())
        m_model->setJob({}, {}); // read anew when it is shown
    if (isVisible() && !m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void RecordsPage::takeJobs(const QList<engine::JobState> &jobs)
{
    QList<engine::JobState> scraping;
    std::ranges::copy_if(jobs, std::back_inserter(scraping),
                         [](const engine::JobState &job) { return !job.fields.isEmpty(); });
    const auto same = std::ranges::equal(scraping, m_jobs, [](const auto &a, const auto &b) {
        return a.id == b.id && a.name == b.name && a.fields == b.fields;
    });
    m_jobs = scraping;
    if (same)
        return;
    const QSignalBlocker blocker(m_ui->job);
    m_ui->job->clear();
    for (const auto &job : std::as_const(m_jobs))
        m_ui->job->addItem(job.name, int(job.id));
    const auto shown = m_ui->job->findData(int(m_model->job()));
    m_ui->job->setCurrentIndex(shown >= 0 ? shown : int(m_jobs.size()) - 1);
    m_ui->jobRow->setVisible(m_jobs.size() > 1);
    chooseJob();
}

void RecordsPage::showJob(item::JobId job)
{
    const auto index = m_ui->job->findData(int(job));
    if (index < 0 || index == m_ui->job->currentIndex())
        return;
    m_ui->job->setCurrentIndex(index);
    chooseJob();
}

void RecordsPage::chooseJob()
{
    const auto index = m_ui->job->currentIndex();
    m_ended = -1;
    if (index < 0)
        m_model->setJob({}, {});
    else if (isVisible())
        m_model->setJob(m_jobs[index].id, m_jobs[index].fields);
    showState();
}

void RecordsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_model)
        return;
    m_session->post([](engine::Engine &engine) { engine.keepArrivals(); });
    chooseJob();
    refresh();
}

void RecordsPage::refresh()
{
    const auto index = m_ui->job->currentIndex();
    if (index < 0 || !isVisible())
        return;
    const auto &counts = m_jobs[index].counts;
    const auto ended = counts.done + counts.failed + counts.skipped;
    if (ended == m_ended && !m_removed)
        return;
    if (m_model->isListing()) {
        m_refreshTimer.start();
        return;
    }
    m_ended = ended; // an item counts as ended when its records are in the session
    if (std::exchange(m_removed, false))
        m_model->reload();
    else
        m_model->refresh();
}

/// The rows get other places: what is selected would be others.
void RecordsPage::leavePlace()
{
    const auto current = m_ui->table->currentIndex();
    m_place = {};
    if (current.isValid()) {
        const bool seen =
            m_ui->table->viewport()->rect().intersects(m_ui->table->visualRect(current));
        m_place = {m_model->keyAt(current.row()), current.column(), seen};
    }
    m_ui->table->selectionModel()->clear();
}

/// The current record stays the current one, and is seen if it was. Else what was asked for is
/// shown from its beginning.
void RecordsPage::findPlace(bool asked)
{
    const bool known = m_place.key != engine::RecordKey();
    const auto row = known ? m_model->rowOf(m_place.key) : -1;
    if (asked && (row < 0 || !m_place.seen))
        m_ui->table->scrollToTop();
    if (row < 0)
        return;
    const auto index = m_model->index(row, m_place.column);
    m_ui->table->setAutoScroll(false);
    m_ui->table->setCurrentIndex(index);
    m_ui->table->setAutoScroll(true);
    if (m_place.seen)
        m_ui->table->scrollTo(index);
}

void RecordsPage::showState()
{
    const auto rows = m_model->rowCount();
    const bool filtered = !m_model->filter().isEmpty();
    m_ui->exportRecords->setEnabled(rows > 0);
    const bool busy = m_model->isReplacing() && !m_busyTimer.isActive() && rows > 0;
    m_ui->count->setText(busy        ? (m_model->isSorted() ? tr("Sorting…") : tr("Searching…"))
                         : rows == 0 ? QString()
                         : filtered  ? tr("%Ln record(s) with this text", nullptr, rows)
                                     : tr("%Ln record(s)", nullptr, rows));
    QString word;
    if (!m_failure.isEmpty())
        word = m_failure;
    else if (m_jobs.isEmpty())
        word = tr("The table of a job with a recipe appears here: what its fields find on each "
                  "page. The recipe editor in the menu Tools makes one.");
    else if (rows == 0 && m_model->isListing())
        word = tr("Reading the records…");
    else if (rows == 0 && filtered)
        word = tr("No record holds this text.");
    else if (rows == 0)
        word = tr("No records yet. They come as pages are read.");
    m_ui->word->setText(word);
    m_ui->pages->setCurrentWidget(word.isEmpty() ? m_ui->tablePage : m_ui->wordPage);
}

void RecordsPage::copy()
{
    const auto selected = m_ui->table->selectionModel()->selection();
    m_copying = rowsIn(selected);
    if (m_copying > 0)
        m_model->readWhole(selected);
}

void RecordsPage::copied(const QString &text, qsizetype records)
{
    QGuiApplication::clipboard()->setText(text);
    const auto wanted = std::exchange(m_copying, 0);
    if (records == wanted)
        Q_EMIT said(tr("Copied %Ln record(s).", nullptr, int(records)));
    else
        Q_EMIT said(tr("Copied the first %1 of %2 records: more is too much for the clipboard. "
                       "Export writes all.")
                        .arg(locale().toString(records), locale().toString(wanted)));
}

/// The link's page, or the whole value: a cell shows one line of it.
void RecordsPage::openValue(const QModelIndex &index)
{
    m_copying = 0;
    m_valueName = m_model->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    m_model->readWhole(QItemSelection(index, index));
}

void RecordsPage::showValue(const QString &value)
{
    const bool isLong = value.size() > mostShownText;
    const auto url = isLong ? QUrl() : QUrl(value, QUrl::StrictMode);
    if (url.scheme() == u"http" || url.scheme() == u"https") {
        m_prompts->openUrl(url);
        return;
    }
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(m_valueName);
    auto *layout = new QVBoxLayout(dialog);
    auto *text = new QPlainTextEdit(value.first(std::min(value.size(), mostShownText)), dialog);
    text->setReadOnly(true);
    text->setAccessibleName(tr("The whole value"));
    layout->addWidget(text);
    if (isLong) {
        text->setAccessibleName(tr("The beginning of the value"));
        auto *rest = new QLabel(tr("This is the beginning; the whole value has %1 characters. "
                                   "Copy and an export have all of it.")
                                    .arg(models::Texts::count(value.size())),
                                dialog);
        rest->setWordWrap(true);
        layout->addWidget(rest);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace trawl::recipes

#include "moc_recordspage.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportdialog.h"

#include "models/texts.h"
#include "ui_exportdialog.h"

#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QPushButton>
#include <QStandardItemModel>

#include <array>
#include <utility>

namespace trawl::exporting {

namespace {

constexpr int soonMs = 200; ///< after the last change

QString countText(qsizetype number)
{
    return models::Texts::count(number);
}

qsizetype sizeOf(const ItemIds &ids)
{
    return ids ? qsizetype(ids->size()) : 0;
}

QString suffixOf(exchange::ExportFormat format)
{
    return QString::fromLatin1(exchange::infoOf(format).suffix);
}

/// The path with the suffix of another format; what is no suffix of ours stays.
QString withSuffix(const QString &path, exchange::ExportFormat format)
{
    if (!exchange::exportFormat(path))
        return QFileInfo(path).suffix().isEmpty() ? path + suffixOf(format) : path;
    return path.left(path.lastIndexOf(u'.')) + suffixOf(format);
}

} // namespace

ExportDialog::ExportDialog(ExportSubject subject, desktop::Settings &settings,
                           const desktop::Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_subject(std::move(subject))
    , m_settings(settings)
    , m_prompts(prompts)
    , m_rows(new QStandardItemModel(this))
{
    m_ui->setupUi(this);
    // Room for a failure that names a file.
    m_ui->rowCount->setMinimumHeight(3 * m_ui->rowCount->fontMetrics().lineSpacing());
    m_ui->rowCount->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Export"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    setUpScopes();
    setUpFormats();
    setUpColumns();
    setUpPreview();
    restore(ExportChoices::fromBytes(m_settings.get<QByteArray>(desktop::Setting::ExportChoices)));
    connectParts();
    preview();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setUpScopes()
{
    m_ui->shown->setText(
        tr("What is s&hown, in the table's order (%1)").arg(countText(sizeOf(m_subject.shown))));
    m_ui->selected->setText(
        tr("What is se&lected (%1)").arg(countText(sizeOf(m_subject.selected))));
    m_ui->selected->setEnabled(sizeOf(m_subject.selected) > 0);
    for (const auto &one : m_subject.jobs) {
        m_ui->job->addItem(one.name, QVariant::fromValue(one.id));
        if (m_subject.job == one.id)
            m_ui->job->setCurrentIndex(m_ui->job->count() - 1);
    }
    m_ui->oneJob->setEnabled(!m_subject.jobs.isEmpty());
}

void ExportDialog::setUpFormats()
{
    for (const auto &info : exchange::exportFormats())
        m_ui->format->addItem(tr(info.title));
    m_ui->order->setItemData(int(ExportOrder::Arrival),
                             tr("Only what has ended, the first to end first"), Qt::ToolTipRole);
    m_ui->bom->setToolTip(tr("Three bytes at the beginning by which older spreadsheets know that "
                             "the text is UTF-8. Other programs may stumble over them."));
    m_ui->defuse->setToolTip(
        tr("A text that begins with = + - @ or a tab gets a ' in front, so that a spreadsheet "
           "shows it and does not run it. Without this, a page that you scraped can put formulas "
           "into your spreadsheet."));
}

void ExportDialog::setUpColumns()
{
    m_ui->columns->setDragDropMode(QAbstractItemView::InternalMove);
    m_ui->columns->setDefaultDropAction(Qt::MoveAction);
    m_ui->up->setIcon(style()->standardIcon(QStyle::SP_ArrowUp));
    m_ui->down->setIcon(style()->standardIcon(QStyle::SP_ArrowDown));
}

void ExportDialog::setUpPreview()
{
    m_ui->text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->table->setModel(m_rows);
    m_ui->whereError->hide();
    m_ui->split->setStretchFactor(1, 1);
}

void ExportDialog::connectParts()
{
    connect(&m_soon, &QTimer::timeout, this, &ExportDialog::preview);
    for (auto *button : {m_ui->all, m_ui->shown, m_ui->failed, m_ui->selected, m_ui->oneJob})
        connect(button, &QRadioButton::toggled, this, &ExportDialog::scopeChanged);
    connect(m_ui->job, &QComboBox::currentIndexChanged, this, &ExportDialog::scopeChanged);
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, [this] {
        m_ui->file->setText(withSuffix(m_ui->file->text(), format()));
        formatChanged();
    });
    connect(m_ui->order, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_ui->bom, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_ui->defuse, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_ui->where, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_ui->preset, &QComboBox::activated, this, [this] {
        fillColumns();
        refresh();
    });
    const auto chosen = [this] {
        m_own = columns();
        m_ui->preset->setCurrentIndex(int(ColumnPreset::Own));
        refresh();
    };
    connect(m_ui->columns, &QListWidget::itemChanged, this, chosen);
    connect(m_ui->columns->model(), &QAbstractItemModel::rowsMoved, this, chosen);
    connect(m_ui->columns, &QListWidget::currentRowChanged, this, &ExportDialog::updateButtons);
    connect(m_ui->up, &QToolButton::clicked, this, [this] { moveColumn(-1); });
    connect(m_ui->down, &QToolButton::clicked, this, [this] { moveColumn(1); });
    connect(m_ui->browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_ui->file, &QLineEdit::textChanged, this, &ExportDialog::fileChanged);
}

void ExportDialog::restore(const ExportChoices &choices)
{
    const std::array scopes{m_ui->all, m_ui->shown, m_ui->failed, m_ui->selected, m_ui->oneJob};
    auto *button = scopes[std::size_t(choices.scope)];
    (button->isEnabled() ? button : m_ui->all)->setChecked(true);
    m_ui->format->setCurrentIndex(int(choices.format));
    m_ui->order->setCurrentIndex(int(choices.order));
    m_ui->bom->setChecked(choices.bom);
    m_ui->defuse->setChecked(choices.defuseFormulas);
    m_ui->where->setText(choices.where);
    m_own = choices.columns;
    m_ui->preset->setCurrentIndex(int(choices.preset));
    const QDir directory(m_settings.get<QString>(desktop::Setting::ExportDirectory));
    const auto name = choices.file.isEmpty()
                          ? QStringLiteral("trawl-results") + suffixOf(choices.format)
                          : choices.file;
    m_ui->file->setText(QDir::toNativeSeparators(directory.filePath(name)));
    scopeChanged();
    formatChanged();
    fileChanged();
}

void ExportDialog::chooseSelected()
{
    m_ui->selected->setChecked(true);
}

void ExportDialog::chooseJob()
{
    m_ui->oneJob->setChecked(true);
}

ExportScope ExportDialog::scope() const
{
    if (m_ui->shown->isChecked())
        return ExportScope::Shown;
    if (m_ui->failed->isChecked())
        return ExportScope::Failed;
    if (m_ui->selected->isChecked())
        return ExportScope::Selected;
    return m_ui->oneJob->isChecked() ? ExportScope::Job : ExportScope::All;
}

exchange::ExportFormat ExportDialog::format() const
{
    return exchange::ExportFormat(m_ui->format->currentIndex());
}

std::optional<item::JobId> ExportDialog::job() const
{
    if (scope() != ExportScope::Job)
        return std::nullopt;
    return m_ui->job->currentData().value<item::JobId>();
}

QStringList ExportDialog::fields() const
{
    return m_subject.fields(job());
}

QStringList ExportDialog::presetColumns(ColumnPreset preset) const
{
    const auto all = exchange::resultColumns() + fields();
    switch (preset) {
    case ColumnPreset::All:
        break;
    case ColumnPreset::Table:
        return m_subject.tableColumns;
    case ColumnPreset::Fields:
        return fields();
    case ColumnPreset::Own: {
        auto own = m_own;
        own.removeIf([&](const QString &name) { return !all.contains(name); });
        return own;
    }
    }
    return all;
}

/// The chosen ones first, in their order; behind them what there is beside.
void ExportDialog::fillColumns()
{
    const QSignalBlocker blocker(m_ui->columns);
    m_ui->columns->clear();
    const auto chosen = presetColumns(ColumnPreset(m_ui->preset->currentIndex()));
    auto names = chosen + exchange::resultColumns() + fields();
    names.removeDuplicates();
    for (const auto &name : std::as_const(names)) {
        auto *entry = new QListWidgetItem(name, m_ui->columns);
        entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                        Qt::ItemIsDragEnabled);
        entry->setCheckState(chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    updateButtons();
}

QStringList ExportDialog::columns() const
{
    QStringList names;
    for (int row = 0; row < m_ui->columns->count(); ++row) {
        const auto *entry = m_ui->columns->item(row);
        if (entry->checkState() == Qt::Checked)
            names.append(entry->text());
    }
    return names;
}

tl::expected<exchange::Where, QString> ExportDialog::where() const
{
    const auto text = m_ui->where->text().trimmed();
    if (text.isEmpty())
        return exchange::Where();
    return exchange::Where::parse(text, fields());
}

void ExportDialog::moveColumn(int by)
{
    const auto row = m_ui->columns->currentRow();
    auto *entry = m_ui->columns->takeItem(row);
    m_ui->columns->insertItem(row + by, entry);
    m_ui->columns->setCurrentRow(row + by);
    m_own = columns();
    m_ui->preset->setCurrentIndex(int(ColumnPreset::Own));
    refresh();
}

void ExportDialog::scopeChanged()
{
    m_ui->job->setEnabled(scope() == ExportScope::Job);
    const bool ids = scope() == ExportScope::Shown || scope() == ExportScope::Selected;
    m_ui->order->setEnabled(!ids);
    m_ui->order->setToolTip(ids ? tr("The rows have the table's order") : QString());
    fillColumns();
    refresh();
}

void ExportDialog::formatChanged()
{
    const auto &info = exchange::infoOf(format());
    m_ui->bom->setEnabled(info.isSeparated);
    m_ui->defuse->setEnabled(info.isSeparated);
    m_ui->columnsBox->setEnabled(info.hasColumns);
    refresh();
}

QString ExportDialog::file() const
{
    const auto typed = QDir::fromNativeSeparators(m_ui->file->text().trimmed());
    if (typed.isEmpty())
        return {};
    const QDir directory(m_settings.get<QString>(desktop::Setting::ExportDirectory));
    const auto path = directory.absoluteFilePath(typed);
    const QFileInfo info(path);
    return info.suffix().isEmpty() && !info.isDir() ? path + suffixOf(format()) : path;
}

bool ExportDialog::isSession(const QFileInfo &info) const
{
    return info.exists() &&
           info.canonicalFilePath() == QFileInfo(m_subject.sessionPath).canonicalFilePath();
}

bool ExportDialog::mayBeWritten() const
{
    const QFileInfo info(file());
    return !file().isEmpty() && !info.isDir() && !isSession(info);
}

void ExportDialog::browse()
{
    const auto chosen = m_prompts.saveExport(this, file(), {});
    if (!chosen.isEmpty())
        m_ui->file->setText(QDir::toNativeSeparators(chosen));
}

void ExportDialog::fileChanged()
{
    // A suffix that the person typed says more than the choice before.
    if (const auto typed = exchange::exportFormat(m_ui->file->text());
        typed && *typed != format()) {
        const QSignalBlocker blocker(m_ui->format);
        m_ui->format->setCurrentIndex(int(*typed));
        formatChanged();
    }
    const QFileInfo info(file());
    QString note;
    if (isSession(info))
        note = tr("That is the session that is open.");
    else if (info.isDir())
        note = tr("That is a folder: give the file a name.");
    else if (info.exists())
        note = tr("There is such a file: it will be replaced.");
    else if (!file().isEmpty() && !info.absoluteDir().exists())
        note = tr("There is no such folder.");
    m_ui->fileNote->setText(note);
    m_ui->fileNote->setVisible(!note.isEmpty());
    updateButtons();
}

void ExportDialog::updateButtons()
{
    const auto row = m_ui->columns->currentRow();
    m_ui->up->setEnabled(row > 0);
    m_ui->down->setEnabled(row >= 0 && row + 1 < m_ui->columns->count());
    const auto rule = where();
    m_ui->whereError->setVisible(!rule);
    if (!rule)
        m_ui->whereError->setText(rule.error());
    const bool some = !exchange::infoOf(format()).hasColumns || !columns().isEmpty();
    m_ui->columnsNote->setVisible(!some);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(rule && some && mayBeWritten());
}

ExportChoices ExportDialog::choices() const
{
    return {.scope = scope(),
            .format = format(),
            .order = ExportOrder(m_ui->order->currentIndex()),
            .preset = ColumnPreset(m_ui->preset->currentIndex()),
            .columns = m_own,
            .bom = m_ui->bom->isChecked(),
            .defuseFormulas = m_ui->defuse->isChecked(),
            .where = m_ui->where->text(),
            .file = QFileInfo(file()).fileName()};
}

ExportPlan ExportDialog::plan() const
{
    ExportPlan plan{
        .sessionPath = m_subject.sessionPath, .file = file(), .options = {}, .filter = {}};
    plan.options.format = format();
    plan.options.bom = m_ui->bom->isChecked();
    plan.options.defuseFormulas = m_ui->defuse->isChecked();
    if (exchange::infoOf(format()).hasColumns)
        plan.options.columns = columns();
    plan.options.where = where().value_or(exchange::Where());
    plan.filter.job = job();
    if (scope() == ExportScope::Failed)
        plan.filter.status = item::Status::Failed;
    else if (scope() == ExportScope::Shown)
        plan.filter.items = m_subject.shown;
    else if (scope() == ExportScope::Selected)
        plan.filter.items = m_subject.selected;
    if (plan.filter.items)
        plan.expected = sizeOf(plan.filter.items);
    else if (m_ui->order->currentIndex() == int(ExportOrder::Arrival))
        plan.filter.after = 0;
    return plan;
}

void ExportDialog::refresh()
{
    updateButtons();
    m_soon.start();
}

void ExportDialog::preview()
{
    m_task.reset();
    m_ui->rowCount->clear();
    if (!where() || (exchange::infoOf(format()).hasColumns && columns().isEmpty()))
        return;
    m_ui->rowCount->setText(tr("Counting the rows …"));
    m_task = std::make_unique<PreviewTask>(plan());
    connect(m_task.get(), &PreviewTask::ready, this, &ExportDialog::showPreview);
    connect(m_task.get(), &PreviewTask::counted, this,
            [this](qint64 rows) { m_ui->rowCount->setText(tr("%Ln row(s)", nullptr, int(rows))); });
    connect(m_task.get(), &PreviewTask::failed, this, [this](const item::Failure &failure) {
        m_ui->text->setPlaceholderText({}); // nobody knows whether there are rows
        m_ui->rowCount->setText(models::Texts::failure(failure));
    });
    m_task->start();
}

void ExportDialog::showPreview(const ExportPreview &preview)
{
    const bool table = !preview.header.isEmpty();
    m_ui->pages->setCurrentWidget(table ? m_ui->tablePage : m_ui->textPage);
    m_ui->text->setPlaceholderText(tr("No row is left: nothing but a header would be written."));
    m_ui->text->setPlainText(preview.text);
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels(preview.header);
    for (const auto &cells : preview.cells) {
        QList<QStandardItem *> row;
        for (const auto &cell : cells) {
            row.append(new QStandardItem(cell));
            row.back()->setEditable(false);
        }
        m_rows->appendRow(row);
    }
}

void ExportDialog::accept()
{
    m_settings.set(desktop::Setting::ExportChoices, choices().toBytes());
    m_settings.set(desktop::Setting::ExportDirectory, QFileInfo(file()).absolutePath());
    QDialog::accept();
}

} // namespace trawl::exporting

#include "moc_exportdialog.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/logpage.h"

#include "exchange/atomicfile.h"
#include "models/icons.h"
#include "models/logmodel.h"
#include "models/texts.h"
#include "ui_logpage.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>

namespace trawl::windows {

using engine::LogLevel;
using models::LogColumn;

namespace {

constexpr int searchDelayMs = 200;

} // namespace

LogPage::LogPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LogPage>())
    , m_model(new models::LogModel(this))
{
    m_ui->setupUi(this);
    m_ui->copy->setDefaultAction(m_ui->actionCopy);
    m_ui->save->setDefaultAction(m_ui->actionSave);
    m_ui->clear->setDefaultAction(m_ui->actionClear);
    m_ui->level->addItem(tr("Everything"), int(LogLevel::Note));
    m_ui->level->addItem(tr("Warnings and errors"), int(LogLevel::Warning));
    m_ui->level->addItem(tr("Errors"), int(LogLevel::Error));
    m_ui->table->setUp(m_model, tr("Nothing to report."), false);
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_ui->table->addActions({m_ui->actionCopy, m_ui->actionSave, m_ui->actionClear});
    const auto digit = fontMetrics().horizontalAdvance(u'0');
    m_ui->search->setMaximumWidth(digit * 36);
    m_pause.setSingleShot(true);
    m_pause.setInterval(searchDelayMs);
    connect(m_ui->search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &LogPage::applyFilter);
    connect(m_ui->level, &QComboBox::currentIndexChanged, this, &LogPage::applyFilter);
    connect(m_ui->actionCopy, &QAction::triggered, this, &LogPage::copy);
    connect(m_ui->actionSave, &QAction::triggered, this, &LogPage::save);
    connect(m_ui->actionClear, &QAction::triggered, m_model, &models::LogModel::clear);
    connect(m_ui->table, &PageTable::selectionMoved, this, &LogPage::updateActions);
    auto *bar = m_ui->table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_atEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, &LogPage::scrollIfAtEnd);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LogPage::updateActions);
    // What is being read stays in sight when the oldest lines go.
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
            [this, bar](const QModelIndex &, int first, int last) {
                if (!m_atEnd)
                    bar->setValue(bar->value() - (last - first + 1));
            });
    updateActions();
}

LogPage::~LogPage()
{
    // The model goes ahead of the table, which tells of that when this is no LogPage any more.
    m_model->disconnect(this);
    m_ui->table->disconnect(this);
    m_ui->table->verticalScrollBar()->disconnect(this);
}

void LogPage::setUp(const desktop::Prompts &prompts)
{
    m_prompts = &prompts;
}

void LogPage::add(const QString &text, LogLevel level)
{
    m_model->add(text, level, QDateTime::currentMSecsSinceEpoch());
    updateActions();
}

void LogPage::scrollIfAtEnd()
{
    if (m_atEnd)
        m_ui->table->verticalScrollBar()->setValue(m_ui->table->verticalScrollBar()->maximum());
}

void LogPage::applyFilter()
{
    const auto text = m_ui->search->text().trimmed();
    m_ui->table->setEmptyWord(m_model->total() == 0 ? tr("Nothing to report.")
                                                    : tr("No line matches."));
    m_model->setFilter(LogLevel(m_ui->level->currentData().toInt()), text);
    m_atEnd = true;
    scrollIfAtEnd();
}

/// The selected lines, or all that are shown.
void LogPage::copy() const
{
    auto rows = m_ui->table->selectedRows();
    QStringList lines;
    if (rows.isEmpty()) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows.append(row);
    }
    for (const auto row : std::as_const(rows))
        lines << m_model->line(row);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogPage::save()
{
    const auto path = m_prompts->saveText(this, tr("Save the log"), QStringLiteral("trawl.log"));
    if (path.isEmpty())
        return;
    QByteArray text;
    for (int row = 0; row < m_model->rowCount(); ++row)
        text += (m_model->line(row) + u'\n').toUtf8();
    if (const auto done = exchange::writeWhole(path, text); !done)
        Q_EMIT saveFailed(tr("The log cannot be saved: %1").arg(done.error().detail));
}

void LogPage::updateActions()
{
    const bool any = m_model->rowCount() > 0;
    m_ui->actionCopy->setEnabled(any);
    m_ui->actionSave->setEnabled(any);
    m_ui->actionClear->setEnabled(m_model->total() > 0);
}

} // namespace trawl::windows

#include "moc_logpage.cpp"

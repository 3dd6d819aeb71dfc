// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/preferencesdialog.h"

#include "desktop/settingeditor.h"
#include "ui_preferencesdialog.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <array>

namespace trawl::desktop {

namespace {

/// Untranslated; in the order of SettingGroup.
constexpr std::array groupTitles{
    QT_TRANSLATE_NOOP("trawl::desktop::PreferencesDialog", "Downloads"),
    QT_TRANSLATE_NOOP("trawl::desktop::PreferencesDialog", "Connections"),
    QT_TRANSLATE_NOOP("trawl::desktop::PreferencesDialog", "Speed"),
    QT_TRANSLATE_NOOP("trawl::desktop::PreferencesDialog", "Network"),
    QT_TRANSLATE_NOOP("trawl::desktop::PreferencesDialog", "Appearance"),
    QT_TRANSLATE_NOOP("trawl::desktop::PreferencesDialog", "Desktop"),
};
static_assert(groupTitles.size() == std::size_t(SettingGroup::Last) + 1);

/// A page scrolls where the screen is too small for it.
QGridLayout *addPage(QStackedWidget &pages)
{
    auto *page = new QWidget;
    // A form layout would not do: rows are hidden, and texts wrap.
    auto *form = new QGridLayout(page);
    form->setColumnStretch(1, 1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->setFocusPolicy(Qt::NoFocus);
    pages.addWidget(area);
    return form;
}

} // namespace

PreferencesDialog::PreferencesDialog(Settings &settings, const Prompts &prompts,
                                     const Unavailable &unavailable, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
    , m_settings(settings)
{
    m_ui->setupUi(this);
    addPages(prompts, unavailable);
    auto *buttons = m_ui->buttons;
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            &PreferencesDialog::apply);
    auto *restore = buttons->button(QDialogButtonBox::RestoreDefaults);
    restore->setToolTip(tr("What this page shows becomes as it is in a new installation"));
    connect(restore, &QPushButton::clicked, this, &PreferencesDialog::restoreDefaults);
    connect(m_ui->groups, &QListWidget::currentRowChanged, m_ui->pages,
            &QStackedWidget::setCurrentIndex);
    connect(m_ui->search, &QLineEdit::textChanged, this, &PreferencesDialog::search);
    m_ui->groups->setCurrentRow(0);
    m_ui->groups->setFocus();
    const auto scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_ui->groups->setFixedWidth(m_ui->groups->sizeHintForColumn(0) + 2 * scrollBar);
    resize(fontMetrics().averageCharWidth() * 115, fontMetrics().height() * 32);
    update();
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::addPages(const Prompts &prompts, const Unavailable &unavailable)
{
    std::array<QGridLayout *, groupTitles.size()> forms{};
    for (std::size_t i = 0; i < groupTitles.size(); ++i) {
        m_ui->groups->addItem(tr(groupTitles[i]));
        forms[i] = addPage(*m_ui->pages);
    }
    for (const auto &info : Settings::table()) {
        if (info.kind != SettingKind::Remembered)
            addRow(info, forms[std::size_t(info.group)], prompts, unavailable(info.setting));
    }
    for (auto *form : forms)
        form->setRowStretch(form->rowCount(), 1);
}

void PreferencesDialog::addRow(const SettingInfo &info, QGridLayout *form, const Prompts &prompts,
                               const QString &unavailableBecause)
{
    auto *editor = new SettingEditor(info, prompts);
    editor->setValue(m_settings.value(info.setting));
    connect(editor, &SettingEditor::edited, this, &PreferencesDialog::update);
    QLabel *label = nullptr;
    if (info.kind == SettingKind::Bool) {
        form->addWidget(editor, form->rowCount(), 0, 1, 2);
    } else {
        label = new QLabel(tr("%1:", "label of a setting").arg(Settings::tr(info.label)));
        label->setBuddy(editor->control());
        label->setToolTip(Settings::tr(info.help));
        label->setMinimumHeight(editor->control()->sizeHint().height());
        const auto row = form->rowCount();
        form->addWidget(label, row, 0, Qt::AlignTop);
        form->addWidget(editor, row, 1);
    }
    if (!unavailableBecause.isEmpty())
        editor->setUnavailable(unavailableBecause);
    m_rows.push_back({editor, label, int(info.group), !unavailableBecause.isEmpty()});
}

void PreferencesDialog::accept()
{
    if (!m_ui->buttons->button(QDialogButtonBox::Ok)->isEnabled())
        return;
    apply();
    QDialog::accept();
}

void PreferencesDialog::apply()
{
    for (const auto &row : m_rows) {
        if (isChanged(row))
            m_settings.set(row.editor->info().setting, row.editor->value());
    }
    update();
}

void PreferencesDialog::restoreDefaults()
{
    for (const auto &row : m_rows) {
        if (row.page == m_ui->groups->currentRow() && !row.unavailable)
            row.editor->setValue(row.editor->info().fallback());
    }
    update();
}

void PreferencesDialog::search(const QString &text)
{
    std::array<bool, groupTitles.size()> found{};
    for (const auto &row : m_rows) {
        const bool shown = row.editor->matches(text);
        row.editor->setVisible(shown);
        if (row.label)
            row.label->setVisible(shown);
        found[std::size_t(row.page)] = found[std::size_t(row.page)] || shown;
    }
    auto *groups = m_ui->groups;
    for (int i = 0; i < groups->count(); ++i)
        groups->item(i)->setHidden(!found[std::size_t(i)]);
    const auto current = std::size_t(std::max(groups->currentRow(), 0));
    const auto first = std::ranges::find(found, true);
    if (!found[current] && first != found.end())
        groups->setCurrentRow(int(first - found.begin()));
    m_ui->pages->setEnabled(first != found.end());
    update();
}

void PreferencesDialog::update()
{
    updateNeeds();
    const bool changed =
        std::ranges::any_of(m_rows, [this](const Row &row) { return isChanged(row); });
    const bool wrong = std::ranges::any_of(m_rows, [](const Row &row) {
        return row.editor->control()->isEnabled() && !row.editor->problem().isEmpty();
    });
    const bool later = std::ranges::any_of(m_rows, [this](const Row &row) {
        return isChanged(row) && row.editor->info().atNextStart;
    });
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!wrong);
    m_ui->buttons->button(QDialogButtonBox::Apply)->setEnabled(changed && !wrong);
    const bool nothingFound = !m_ui->pages->isEnabled();
    m_ui->note->setText(nothingFound ? tr("No preference has these words.")
                        : later      ? tr("Some of it takes effect when Trawl starts again.")
                                     : QString());
    m_ui->note->setVisible(!m_ui->note->text().isEmpty());
}

void PreferencesDialog::updateNeeds()
{
    for (const auto &row : m_rows) {
        const auto &info = row.editor->info();
        if (info.needed.isEmpty() || row.unavailable)
            continue;
        const auto *other = editorOf(info.needs);
        const bool makesSense = other->value().toString() == info.needed;
        row.editor->control()->setEnabled(makesSense);
        if (row.label)
            row.label->setEnabled(makesSense);
    }
}

bool PreferencesDialog::isChanged(const Row &row) const
{
    const auto &info = row.editor->info();
    return !row.unavailable && row.editor->value() != m_settings.value(info.setting) &&
           row.editor->problem().isEmpty();
}

SettingEditor *PreferencesDialog::editorOf(Setting setting) const
{
    return std::ranges::find(m_rows, setting,
                             [](const Row &row) { return row.editor->info().setting; })
        ->editor;
}

} // namespace trawl::desktop

#include "moc_preferencesdialog.cpp"

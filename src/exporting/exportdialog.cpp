// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportdialog.h"

#include "ui_exportdialog.h"

#include <QPushButton>

#include <algorithm>
#include <array>

namespace trawl::exporting {

ExportDialog::ExportDialog(desktop::Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_settings(settings)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Export…"));
    const std::array scopes{m_ui->all, m_ui->shown, m_ui->failed};
    const auto chosen = m_settings.get<int>(desktop::Setting::ExportScope);
    scopes.at(std::size_t(std::clamp(chosen, 0, int(scopes.size()) - 1)))->setChecked(true);
    const auto format = m_settings.get<int>(desktop::Setting::ExportFormat);
    m_ui->format->setCurrentIndex(std::clamp(format, 0, m_ui->format->count() - 1));
}

ExportDialog::~ExportDialog() = default;

ExportScope ExportDialog::scope() const
{
    if (m_ui->failed->isChecked())
        return ExportScope::Failed;
    return m_ui->shown->isChecked() ? ExportScope::Shown : ExportScope::All;
}

exchange::ExportFormat ExportDialog::format() const
{
    return exchange::ExportFormat(m_ui->format->currentIndex());
}

void ExportDialog::accept()
{
    m_settings.set(desktop::Setting::ExportScope, int(scope()));
    m_settings.set(desktop::Setting::ExportFormat, int(format()));
    QDialog::accept();
}

} // namespace trawl::exporting

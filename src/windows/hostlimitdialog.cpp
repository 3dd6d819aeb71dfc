// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/hostlimitdialog.h"

#include "engine/engine.h"
#include "models/texts.h"
#include "ui_hostlimitdialog.h"

#include <QPushButton>

namespace trawl::windows {

HostLimitDialog::HostLimitDialog(const QList<QByteArray> &origins, const engine::HostLimit &now,
                                 QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HostLimitDialog>())
{
    m_ui->setupUi(this);
    m_ui->host->setText(origins.size() == 1
                            ? QString::fromUtf8(origins.first())
                            : tr("%Ln host(s), each:", nullptr, int(origins.size())));
    m_ui->connections->setValue(now.connections);
    m_ui->speed->setText(models::Texts::rateInput(now.bytesPerSecond));
    m_ui->requests->setValue(now.startsPerSecond);
    connect(m_ui->speed, &QLineEdit::textChanged, this, &HostLimitDialog::checkSpeed);
    checkSpeed();
}

HostLimitDialog::~HostLimitDialog() = default;

engine::HostLimit HostLimitDialog::limit() const
{
    return {.connections = m_ui->connections->value(),
            .bytesPerSecond = speed().value_or(0),
            .startsPerSecond = m_ui->requests->value()};
}

std::optional<qint64> HostLimitDialog::speed() const
{
    const auto text = m_ui->speed->text().trimmed();
    return text.isEmpty() ? std::optional<qint64>(0) : engine::parseRate(text);
}

void HostLimitDialog::checkSpeed()
{
    const auto known = speed();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(known.has_value());
    m_ui->means->setText(!known       ? tr("This is no speed: write it as 500k or 1.5M")
                         : *known > 0 ? models::Texts::rate(double(*known))
                                      : tr("as for all hosts"));
}

} // namespace trawl::windows

#include "moc_hostlimitdialog.cpp"

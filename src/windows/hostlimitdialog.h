// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace trawl::windows {

namespace Ui {
class HostLimitDialog;
}

/// Asks what hosts are held to: connections at once, speed, requests a second.
class HostLimitDialog : public QDialog
{
    Q_OBJECT

public:
    HostLimitDialog(const QList<QByteArray> &origins, const engine::HostLimit &now,
                    QWidget *parent = nullptr);
    ~HostLimitDialog() override;

    [[nodiscard]] engine::HostLimit limit() const;

private:
    /// 0 for an empty field; nullopt for what is no speed.
    [[nodiscard]] std::optional<qint64> speed() const;
    void checkSpeed();

    std::unique_ptr<Ui::HostLimitDialog> m_ui;
};

} // namespace trawl::windows

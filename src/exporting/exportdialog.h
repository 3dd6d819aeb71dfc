// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settings.h"
#include "exchange/exporter.h"

#include <QDialog>

#include <memory>

namespace trawl::exporting {

namespace Ui {
class ExportDialog;
}

enum class ExportScope { All, Shown, Failed };

/// Asks what to export and as what; where to is asked by the desktop's own dialog afterwards.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(desktop::Settings &settings, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] ExportScope scope() const;
    [[nodiscard]] exchange::ExportFormat format() const;
    void accept() override; ///< remembers the choices

private:
    std::unique_ptr<Ui::ExportDialog> m_ui;
    desktop::Settings &m_settings;
};

} // namespace trawl::exporting

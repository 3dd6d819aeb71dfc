// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exporter.h"
#include "windows/settings.h"

#include <QDialog>

#include <memory>

namespace trawl::windows {

namespace Ui {
class ExportDialog;
}

enum class ExportScope { All, Shown, Failed };

/// Asks what to export and as what; where to is asked by the desktop's own dialog afterwards.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(Settings &settings, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] ExportScope scope() const;
    [[nodiscard]] exchange::ExportFormat format() const;
    void accept() override; ///< remembers the choices

private:
    std::unique_ptr<Ui::ExportDialog> m_ui;
    Settings &m_settings;
};

} // namespace trawl::windows

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settings.h"

#include <QComboBox>

namespace trawl::adding {

/// Where a job's files go: typed, or one of the folders that were used last.
class FolderBox : public QComboBox
{
    Q_OBJECT

public:
    explicit FolderBox(QWidget *parent = nullptr);

    /// The folder of the next job stands in it then.
    void setUp(const desktop::Settings &settings);
    [[nodiscard]] QString folder() const; ///< '/' between its parts
    void setFolder(const QString &folder);
};

/// For the next job: offered, and the last used first.
void rememberFolder(desktop::Settings &settings, const QString &folder);

} // namespace trawl::adding

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace trawl::app {

/// Installs Trawl's own words and Qt's for a locale; English (for its plural forms) where there
/// is no translation.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace trawl::app

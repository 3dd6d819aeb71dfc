// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

namespace trawl::app {

namespace {

bool install(QCoreApplication &application, const QLocale &locale, const QString &name,
             const QString &directory)
{
    auto translator = std::make_unique<QTranslator>(&application);
    if (!translator->load(locale, name, QStringLiteral("_"), directory))
        return false;
    return QCoreApplication::installTranslator(translator.release());
}

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    install(application, locale, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const auto own = QStringLiteral(":/i18n");
    if (!install(application, locale, QStringLiteral("trawl"), own))
        install(application, QLocale(QLocale::English), QStringLiteral("trawl"), own);
}

} // namespace trawl::app

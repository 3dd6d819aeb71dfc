// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/translations.h"
#include "desktop/readingstyle.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QPalette>
#include <QStyleFactory>
#include <QTranslator>

/// How windows look while a test looks at them. Link `app` for the words.
namespace trawl::looks {

enum class Theme { Light, Dark };

/// Fusion's palette as it is where the desktop says nothing.
[[nodiscard]] inline QPalette palette(Theme theme)
{
    const bool dark = theme == Theme::Dark;
    QPalette colours(dark ? QColor(0x32, 0x32, 0x32) : QColor(0xef, 0xef, 0xef));
    colours.setColor(QPalette::Base, dark ? QColor(0x24, 0x24, 0x24) : QColor(Qt::white));
    colours.setColor(QPalette::AlternateBase,
                     dark ? QColor(0x2b, 0x2b, 0x2b) : QColor(0xf7, 0xf7, 0xf7));
    const QColor text = dark ? QColor(0xf0, 0xf0, 0xf0) : QColor(Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colours.setColor(role, text);
    const QColor faded = dark ? QColor(0x80, 0x80, 0x80) : QColor(0xbe, 0xbe, 0xbe);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colours.setColor(QPalette::Disabled, role, faded);
    colours.setColor(QPalette::PlaceholderText,
                     QColor(text.red(), text.green(), text.blue(), 0x80));
    colours.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    colours.setColor(QPalette::HighlightedText, Qt::white);
    colours.setColor(QPalette::Link, dark ? QColor(0x5a, 0xb0, 0xf0) : QColor(0x00, 0x57, 0xae));
    colours.setColor(QPalette::ToolTipBase,
                     dark ? QColor(0x45, 0x45, 0x3a) : QColor(0xff, 0xff, 0xdc));
    colours.setColor(QPalette::ToolTipText, text);
    return colours;
}

/// For all windows, also those that are open; as the program would for the direction of the layout.
inline void setTheme(Theme theme)
{
    auto *style = QStyleFactory::create(QStringLiteral("Fusion"));
    if (QGuiApplication::isRightToLeft())
        style = new desktop::ReadingStyle(style);
    QApplication::setStyle(style);
    QApplication::setPalette(palette(theme));
}

[[nodiscard]] inline QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

[[nodiscard]] inline QLocale chinese()
{
    return QLocale(QLocale::Chinese, QLocale::China);
}

/// The words and numbers of a language for what is made while it lives.
class Language
{
public:
    explicit Language(const QLocale &locale)
    {
        QLocale::setDefault(locale);
        app::installTranslations(*qApp, locale);
    }
    ~Language()
    {
        const auto translators = qApp->findChildren<QTranslator *>();
        for (auto *translator : translators)
            delete translator;
        QLocale::setDefault(m_before);
    }
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

private:
    QLocale m_before;
};

/// All texts so much larger than the desktop's while it lives.
class FontScale
{
public:
    explicit FontScale(double factor)
        : m_before(QApplication::font())
    {
        auto larger = m_before;
        larger.setPointSizeF(m_before.pointSizeF() * factor);
        QApplication::setFont(larger);
    }
    ~FontScale() { QApplication::setFont(m_before); }
    FontScale(const FontScale &) = delete;
    FontScale &operator=(const FontScale &) = delete;

private:
    QFont m_before;
};

} // namespace trawl::looks

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme.h"

#include <QApplication>
#include <QPalette>

#include <array>

namespace trawl::desktop {

namespace {

struct Colour
{
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array colours{
    Colour{QPalette::Window, 0xffefefef, 0xff35383c},
    Colour{QPalette::WindowText, 0xff1a1a1a, 0xffe8e8e8},
    Colour{QPalette::Base, 0xffffffff, 0xff1f2022},
    Colour{QPalette::AlternateBase, 0xfff6f7f8, 0xff26282b},
    Colour{QPalette::Text, 0xff1a1a1a, 0xffe8e8e8},
    Colour{QPalette::Button, 0xffefefef, 0xff45494e},
    Colour{QPalette::ButtonText, 0xff1a1a1a, 0xffe8e8e8},
    Colour{QPalette::BrightText, 0xffffffff, 0xffffffff},
    Colour{QPalette::Light, 0xffffffff, 0xff5b6066},
    Colour{QPalette::Midlight, 0xffe3e3e3, 0xff4f5358},
    Colour{QPalette::Mid, 0xffb8b8b8, 0xff656a70},
    Colour{QPalette::Dark, 0xff9f9f9f, 0xff1b1c1e},
    Colour{QPalette::Shadow, 0xff767676, 0xff101112},
    Colour{QPalette::Highlight, 0xff1f6fb2, 0xff2f7fc4},
    Colour{QPalette::HighlightedText, 0xffffffff, 0xffffffff},
    Colour{QPalette::Link, 0xff0b5cad, 0xff62b0f4},
    Colour{QPalette::LinkVisited, 0xff6b3fa0, 0xffb79af0},
    Colour{QPalette::ToolTipBase, 0xfffff8dc, 0xff45422f},
    Colour{QPalette::ToolTipText, 0xff1a1a1a, 0xfff2efe0},
    Colour{QPalette::PlaceholderText, 0xff757575, 0xff9a9a9a},
};

constexpr std::array texts{QPalette::WindowText, QPalette::Text, QPalette::ButtonText};

} // namespace

QPalette themePalette(Theme theme)
{
    const bool dark = theme == Theme::Dark;
    QPalette palette;
    for (const auto &colour : colours)
        palette.setColor(colour.role, QColor::fromRgb(dark ? colour.dark : colour.light));
    const auto faded = QColor::fromRgb(dark ? 0xff8f9296 : 0xff9a9a9a);
    for (const auto role : texts)
        palette.setColor(QPalette::Disabled, role, faded);
    // What cannot be typed into looks so, also while it is empty.
    palette.setColor(QPalette::Disabled, QPalette::Base, palette.color(QPalette::Window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight,
                     QColor::fromRgb(dark ? 0xff50545a : 0xffc4c4c4));
    return palette;
}

void applyTheme(Theme theme)
{
    QApplication::setPalette(theme == Theme::Desktop ? QPalette() : themePalette(theme));
}

} // namespace trawl::desktop

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QStringBuilder>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

// Resources of a static library are linked in only when somebody asks for them, and the macro
// works outside of namespaces only.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace trawl::models {

namespace {

/// Icons whose shape also has a colour of its own, on light and on dark ground.
struct Tint
{
    QLatin1StringView name;
    QRgb onLight;
    QRgb onDark;
};

constexpr std::array tints{
    Tint{QLatin1StringView("running"), 0xff0b62a8, 0xff5ab0f2},
    Tint{QLatin1StringView("paused"), 0xff8a6100, 0xffe6b450},
    Tint{QLatin1StringView("done"), 0xff1c7c3c, 0xff63c982},
    Tint{QLatin1StringView("failed"), 0xffb3261e, 0xffff8a80},
    Tint{QLatin1StringView("error"), 0xffb3261e, 0xffff8a80},
    Tint{QLatin1StringView("warning"), 0xff8a6100, 0xffe6b450},
};

constexpr std::array statusNames{u"queued", u"running", u"paused", u"done", u"failed", u"skipped"};
static_assert(statusNames.size() == std::size_t(item::Status::Last) + 1);

QColor colourOf(const QString &name, QIcon::Mode mode)
{
    const auto palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    const auto *const tint = std::ranges::find(tints, name, &Tint::name);
    if (tint == tints.end())
        return palette.color(QPalette::WindowText);
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return QColor::fromRgb(dark ? tint->onDark : tint->onLight);
}

/// Draws an SVG whose `currentColor` follows the palette.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(QString name, QByteArray svg)
        : m_name(std::move(name))
        , m_svg(std::move(svg))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        auto svg = m_svg;
        svg.replace("currentColor", colourOf(m_name, mode).name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const auto side = std::min(size.width(), size.height());
        const QString key = u"trawl-icon-" % m_name % u'-' % colourOf(m_name, mode).name() % u'-' %
                            QString::number(side);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedEngine(m_name, m_svg); }
    QString key() const override { return QStringLiteral("trawl-tinted"); }
    QString iconName() override { return m_name; }

private:
    QString m_name;
    QByteArray m_svg;
};

} // namespace

QIcon icon(QStringView name)
{
    initIcons();
    QFile file(u":/icons/" % name % u".svg");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedEngine(name.toString(), file.readAll()));
}

QIcon statusIcon(item::Status status)
{
    static const auto icons = [] {
        std::array<QIcon, statusNames.size()> made;
        std::ranges::transform(statusNames, made.begin(),
                               [](const char16_t *name) { return icon(name); });
        return made;
    }();
    return status > item::Status::Last ? QIcon() : icons[std::size_t(status)];
}

} // namespace trawl::models

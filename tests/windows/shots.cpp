// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/plainlabels.h"
#include "support/looks.h"
#include "windows/everywindow.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTest>

#include <cstdio>

using namespace trawl;
using namespace trawl::windows;

namespace {

struct Look
{
    const char *name;
    looks::Theme theme;
    QLocale locale;
    double fonts = 1;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

QList<Look> looksToTake()
{
    using looks::Theme;
    return {{"light.en_US", Theme::Light, looks::english()},
            {"light.zh_CN", Theme::Light, looks::chinese()},
            {"large.en_US", Theme::Light, looks::english(), 1.5},
            {"large.zh_CN", Theme::Light, looks::chinese(), 1.5},
            {"mirrored.en_US", Theme::Light, looks::english(), 1, Qt::RightToLeft},
            {"dark.en_US", Theme::Dark, looks::english()},
            {"dark.zh_CN", Theme::Dark, looks::chinese()}};
}

struct Shooting
{
    QDir directory;
    QString only; ///< a part of the names; empty = all
    int pictures = 0;
    int failures = 0;
};

void shoot(Shooting &shooting, Stage &stage, const Entry &entry, const QString &look)
{
    const auto window = entry.make(stage);
    if (!window) {
        ++shooting.failures;
        return;
    }
    window->show();
    std::ignore = QTest::qWaitForWindowExposed(window.get());
    forEveryTab(entry, *window, [&](const QString &tab) {
        QTest::qWait(50); // what comes a moment after the window: charts, previews
        QString name = QLatin1StringView(entry.name);
        if (!tab.isEmpty())
            name += u'-' + tab;
        const auto path = shooting.directory.filePath(name + u'.' + look + QStringLiteral(".png"));
        const bool saved = window->grab().save(path);
        ++(saved ? shooting.pictures : shooting.failures);
    });
}

} // namespace

/// shots DIRECTORY [NAME]: a picture of every window, or of those with NAME in their names, light
/// and dark, in English and Chinese, with large fonts and laid out from the right.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const desktop::PlainLabels plainLabels;
    const auto arguments = QCoreApplication::arguments();
    Shooting shooting{QDir(arguments.value(1)), arguments.value(2)};
    if (arguments.size() < 2 || !shooting.directory.mkpath(QStringLiteral("."))) {
        std::fputs("usage: shots DIRECTORY [NAME]\n", stderr);
        return 2;
    }
    Stage stage;
    for (const auto &look : looksToTake()) {
        QGuiApplication::setLayoutDirection(look.direction);
        looks::setTheme(look.theme);
        const looks::Language language(look.locale);
        const looks::FontScale fonts(look.fonts);
        for (const auto &entry : everyWindow()) {
            if (QString::fromLatin1(entry.name).contains(shooting.only))
                shoot(shooting, stage, entry, QLatin1StringView(look.name));
        }
    }
    std::printf("%d pictures, %d failures\n", shooting.pictures, shooting.failures);
    return shooting.failures == 0 && shooting.pictures > 0 ? 0 : 1;
}

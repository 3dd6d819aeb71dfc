// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
    forEveryTab(*window, [&](const QString &tab) {
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
/// and dark, in English and Chinese.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    Shooting shooting{QDir(arguments.value(1)), arguments.value(2)};
    if (arguments.size() < 2 || !shooting.directory.mkpath(QStringLiteral("."))) {
        std::fputs("usage: shots DIRECTORY [NAME]\n", stderr);
        return 2;
    }
    Stage stage;
    for (const auto theme : {looks::Theme::Light, looks::Theme::Dark}) {
        looks::setTheme(theme);
        for (const auto &locale : {looks::english(), looks::chinese()}) {
            const looks::Language language(locale);
            const QString look =
                (theme == looks::Theme::Dark ? QStringLiteral("dark.") : QStringLiteral("light.")) +
                locale.name();
            for (const auto &entry : everyWindow()) {
                if (QString::fromLatin1(entry.name).contains(shooting.only))
                    shoot(shooting, stage, entry, look);
            }
        }
    }
    std::printf("%d pictures, %d failures\n", shooting.pictures, shooting.failures);
    return shooting.failures == 0 && shooting.pictures > 0 ? 0 : 1;
}

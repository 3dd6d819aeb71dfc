// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

namespace trawl::adding {

/// What a dialog needs, and the ways of a person in it.
class DialogFixture
{
public:
    DialogFixture()
    {
        prompts.chooseFolder = [this](QWidget *, const QString &) { return chosen; };
        prompts.openRecipe = [this](QWidget *, const QString &) { return chosen; };
        prompts.openFile = [this](QWidget *, const QString &) { return chosen; };
        settings.set(desktop::Setting::Destination, dir.path());
    }

    template <typename T> [[nodiscard]] static T *find(const QWidget &dialog, const char *name)
    {
        auto *widget = dialog.findChild<T *>(QLatin1StringView(name));
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    [[nodiscard]] static QPushButton *ok(const QWidget &dialog)
    {
        return find<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok);
    }
    /// With the mouse on its tab.
    static void openTab(QTabWidget &tabs, const QString &title)
    {
        for (int i = 0; i < tabs.count(); ++i) {
            if (tabs.isTabVisible(i) && tabs.tabText(i).startsWith(title)) {
                QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {},
                                  tabs.tabBar()->tabRect(i).center());
                return;
            }
        }
        qFatal("no tab %s", qPrintable(title));
    }
    /// As if it were chosen with the keys.
    static void pick(QComboBox &box, int index)
    {
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        while (box.currentIndex() < index)
            QTest::keyClick(&box, Qt::Key_Down);
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    QTemporaryDir dir;
    QSettings store{dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    desktop::Settings settings{store};
    desktop::Prompts prompts;
    QString chosen;
};

} // namespace trawl::adding

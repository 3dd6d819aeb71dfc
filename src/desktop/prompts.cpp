// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/prompts.h"

#include "desktop/notifications.h"
#include "item/listformats.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSystemTrayIcon>

namespace trawl::desktop {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(trawl::desktop::Prompts)
};

/// As a file dialog has it: "*.txt *.csv".
QString listNames()
{
    QStringList names;
    for (const auto &format : item::listFormats()) {
        for (const auto suffix : format.suffixes)
            names << QStringLiteral("*") + suffix << QStringLiteral("*%1.gz").arg(suffix);
    }
    return names.join(u' ');
}

QuitAnswer askToQuit(QWidget *parent, const QString &question)
{
    QMessageBox box(QMessageBox::Question, Words::tr("Quit Trawl?"), question,
                    QMessageBox::NoButton, parent);
    const auto *quit = box.addButton(Words::tr("&Quit"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(Words::tr("&Stay"), QMessageBox::RejectRole));
    auto *never = new QCheckBox(Words::tr("&Do not ask again"));
    box.setCheckBox(never);
    box.exec();
    const bool quits = box.clickedButton() == quit;
    return {quits, !(quits && never->isChecked())};
}

void run(const QString &command)
{
    QProcess::startDetached(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
}

void showNotice(const Notice &notice, const std::function<void()> &clicked)
{
    static auto *const notifications =
        new Notifications(QDBusConnection::sessionBus(), QCoreApplication::instance());
    notifications->show(notice, clicked);
}

Unsaved askToKeep(QWidget *parent, const QString &question)
{
    const auto buttons = QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel;
    switch (QMessageBox::question(parent, Words::tr("Unsaved changes"), question, buttons,
                                  QMessageBox::Save)) {
    case QMessageBox::Save:
        return Unsaved::Save;
    case QMessageBox::Discard:
        return Unsaved::Discard;
    default:
        return Unsaved::Cancel;
    }
}

RemoveAnswer askToRemove(QWidget *parent, const RemoveQuestion &question)
{
    QMessageBox box(QMessageBox::Question, Words::tr("Remove?"), question.text,
                    QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    auto *files = new QCheckBox(Words::tr("&Also delete the files"), &box);
    if (question.hasFiles)
        box.setCheckBox(files);
    const auto *remove = box.addButton(Words::tr("&Remove"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(Words::tr("&Keep"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() != remove)
        return RemoveAnswer::Keep;
    return files->isChecked() ? RemoveAnswer::RemoveWithFiles : RemoveAnswer::Remove;
}

} // namespace

QString notOpenedText(const QUrl &url)
{
    if (!url.isLocalFile())
        return Words::tr("The page could not be opened: this desktop has no browser. Open it by "
                         "hand: %1")
            .arg(url.toDisplayString());
    const QFileInfo file(url.toLocalFile());
    const auto path = QDir::toNativeSeparators(file.filePath());
    if (file.isDir())
        return Words::tr("The folder could not be opened: this desktop has no file manager. Open "
                         "it by hand: %1")
            .arg(path);
    return Words::tr("“%1” could not be opened: this desktop has no program for it. Choose one in "
                     "the desktop's settings, or open it by hand: %2")
        .arg(file.fileName(), path);
}

Prompts Prompts::desktop()
{
    return {
        .openLists =
            [](QWidget *parent, const QString &directory) {
                return QFileDialog::getOpenFileNames(parent, Words::tr("Open lists"), directory,
                                                     Words::tr("Lists (%1)").arg(listNames()) +
                                                         QStringLiteral(";;") +
                                                         Words::tr("All files (*)"));
            },
        .chooseFolder =
            [](QWidget *parent, const QString &directory) {
                return QFileDialog::getExistingDirectory(parent, Words::tr("Save files in"),
                                                         directory);
            },
        .openFile =
            [](QWidget *parent, const QString &title) {
                return QFileDialog::getOpenFileName(parent, title);
            },
        .saveExport =
            [](QWidget *parent, const QString &suggested, const QString &filter) {
                return QFileDialog::getSaveFileName(parent, Words::tr("Export results"), suggested,
                                                    filter);
            },
        .confirmQuit = askToQuit,
        .saveText =
            [](QWidget *parent, const QString &title, const QString &suggested) {
                return QFileDialog::getSaveFileName(parent, title, suggested);
            },
        .confirmRemove = askToRemove,
        .askText =
            [](QWidget *parent, const QString &title, const QString &label, const QString &text) {
                return QInputDialog::getText(parent, title, label, QLineEdit::Normal, text);
            },
        .openUrl = [](const QUrl &url) { return QDesktopServices::openUrl(url); },
        .runCommand = run,
        .hasTray = [] { return QSystemTrayIcon::isSystemTrayAvailable(); },
        .notify = showNotice,
        .openRecipe =
            [](QWidget *parent, const QString &directory) {
                return QFileDialog::getOpenFileName(
                    parent, Words::tr("Open a recipe"), directory,
                    Words::tr("Recipes (*.toml *.json);;All files (*)"));
            },
        .saveRecipe =
            [](QWidget *parent, const QString &suggested) {
                return QFileDialog::getSaveFileName(parent, Words::tr("Save the recipe"), suggested,
                                                    Words::tr("TOML (*.toml);;JSON (*.json)"));
            },
        .keepRecipe = askToKeep,
    };
}

} // namespace trawl::desktop

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/prompts.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace trawl::desktop {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(trawl::desktop::Prompts)
};

bool askToQuit(QWidget *parent, const QString &question)
{
    QMessageBox box(QMessageBox::Question, Words::tr("Quit Trawl?"), question,
                    QMessageBox::NoButton, parent);
    const auto *quit = box.addButton(Words::tr("&Quit"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(Words::tr("&Stay"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == quit;
}

} // namespace

Prompts Prompts::desktop()
{
    return {
        .openLists =
            [](QWidget *parent, const QString &directory) {
                return QFileDialog::getOpenFileNames(
                    parent, Words::tr("Open lists"), directory,
                    Words::tr("Lists (*.txt *.csv *.tsv *.lst *.list *.urls *.meta4 "
                              "*.metalink);;All files (*)"));
            },
        .chooseFolder =
            [](QWidget *parent, const QString &directory) {
                return QFileDialog::getExistingDirectory(parent, Words::tr("Save files in"),
                                                         directory);
            },
        .saveExport =
            [](QWidget *parent, const QString &suggested, const QString &filter) {
                return QFileDialog::getSaveFileName(parent, Words::tr("Export results"), suggested,
                                                    filter);
            },
        .confirmQuit = askToQuit,
        .openUrl = [](const QUrl &url) { QDesktopServices::openUrl(url); },
    };
}

} // namespace trawl::desktop

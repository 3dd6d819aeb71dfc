// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

#include <functional>

class QWidget;

namespace trawl::desktop {

struct QuitAnswer
{
    bool quit;
    bool askAgain;
    QuitAnswer(bool mayQuit, bool ask = true) // NOLINT(google-explicit-constructor)
        : quit(mayQuit)
        , askAgain(ask)
    {
    }
};

/// What is said outside of the window.
struct Notice
{
    QString title;
    QString text;
};

/// What is to become of unsaved changes.
enum class Unsaved { Save, Discard, Cancel };

/// What is about to be removed.
struct RemoveQuestion
{
    QString text;          ///< "Remove 12 links? 3 are running, 5 have files."
    bool hasFiles = false; ///< so the person is asked about them too
};

enum class RemoveAnswer { Keep, Remove, RemoveWithFiles };

/// Where the window asks the person or the desktop: a test answers in their place. An empty answer
/// means that the person thought better of it.
struct Prompts
{
    std::function<QStringList(QWidget *parent, const QString &directory)> openLists;
    std::function<QString(QWidget *parent, const QString &directory)> chooseFolder;
    /// Any file, for a field of a form: certificates, cookies.
    std::function<QString(QWidget *parent, const QString &title)> openFile;
    std::function<QString(QWidget *parent, const QString &suggested, const QString &filter)>
        saveExport;
    std::function<QuitAnswer(QWidget *parent, const QString &question)> confirmQuit;
    std::function<QString(QWidget *parent, const QString &title, const QString &suggested)>
        saveText;
    std::function<RemoveAnswer(QWidget *parent, const RemoveQuestion &question)> confirmRemove;
    std::function<QString(QWidget *parent, const QString &title, const QString &label,
                          const QString &text)>
        askText;
    /// False: nothing on this desktop opens such a thing.
    std::function<bool(const QUrl &url)> openUrl;
    /// A command line for the shell; it goes on when Trawl ends.
    std::function<void(const QString &command)> runCommand;
    /// The desktop has a tray now; none = nobody knows of one.
    std::function<bool()> hasTray;
    /// A message of the desktop; `clicked` may be called as long as the program runs.
    std::function<void(const Notice &notice, const std::function<void()> &clicked)> notify;
    std::function<QString(QWidget *parent, const QString &directory)> openRecipe;
    std::function<QString(QWidget *parent, const QString &suggested)> saveRecipe;
    std::function<Unsaved(QWidget *parent, const QString &question)> keepRecipe;

    /// Qt's dialogs and the desktop's own programs.
    [[nodiscard]] static Prompts desktop();
};

/// What to say when openUrl() did not open it: what it was, and how to get there all the same.
[[nodiscard]] QString notOpenedText(const QUrl &url);

} // namespace trawl::desktop

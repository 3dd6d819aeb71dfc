// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/adddialog.h"
#include "desktop/messagebar.h"
#include "exporting/exportbar.h"
#include "exporting/exportdialog.h"
#include "models/itemmodel.h"
#include "support/patience.h"
#include "windows/itemtable.h"
#include "windows/mainwindow.h"
#include "windows/statusline.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace trawl::windows {

/// A real window on a real session with real workers; the answers to its questions are given by
/// the test.
class WindowFixture
{
public:
    WindowFixture()
    {
        prompts.openLists = [this](QWidget *, const QString &) { return listsToOpen; };
        prompts.openRecipe = [](QWidget *, const QString &) { return QString(); };
        prompts.openFile = [](QWidget *, const QString &) { return QString(); };
        prompts.chooseFolder = [](QWidget *, const QString &) { return QString(); };
        prompts.saveExport = [this](QWidget *, const QString &, const QString &) {
            return exportPath;
        };
        prompts.saveText = [this](QWidget *, const QString &, const QString &) { return textPath; };
        prompts.confirmRemove = [this](QWidget *, const desktop::RemoveQuestion &question) {
            removeQuestion = question;
            return removeAnswer;
        };
        prompts.askText = [this](QWidget *, const QString &, const QString &, const QString &text) {
            askedText = text;
            return textAnswer;
        };
        prompts.confirmQuit = [this](QWidget *, const QString &) {
            ++quitQuestions;
            return mayQuit;
        };
        prompts.openUrl = [this](const QUrl &url) {
            opened << url;
            return opens;
        };
        settings.set(desktop::Setting::Destination, filesDirectory());
    }

    /// False when the session could not be opened.
    bool open(bool start = true)
    {
        engine::EngineOptions options;
        options.sessionPath = dir.filePath(QStringLiteral("session.trawl"));
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 2;
        session = std::make_unique<desktop::Session>(options);
        QSignalSpy done(session.get(), &desktop::Session::opened);
        session->open();
        if (!done.wait(support::patienceMs))
            return false;
        window = std::make_unique<MainWindow>(*session, settings, prompts);
        window->resize(1200, 760);
        window->show();
        if (start)
            session->start();
        else
            session->requestChanges();
        return QTest::qWaitForWindowExposed(window.get());
    }
    void close()
    {
        if (window)
            window->closeAtOnce();
        window.reset();
        session.reset();
    }

    void drop(QMimeData &mime) const
    {
        const QPoint at = window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &enter);
        QDropEvent drop(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &drop);
    }
    [[nodiscard]] adding::AddDialog *addDialog() const
    {
        return window->findChild<adding::AddDialog *>();
    }
    /// Waits until the dialog lets it be accepted, then clicks Add.
    bool acceptDialog() const
    {
        const auto *dialog = addDialog();
        if (!dialog)
            return false;
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        if (!support::comes([&] { return ok->isEnabled(); }))
            return false;
        QTest::mouseClick(ok, Qt::LeftButton);
        // Without a window manager nobody gives the window its keyboard back.
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }

    /// Drops them, says yes, and waits until they are in the table.
    [[nodiscard]] bool addLinks(const QStringList &urls) const
    {
        const auto before = items().rowCount();
        QMimeData mime;
        mime.setText(urls.join(u'\n'));
        drop(mime);
        return acceptDialog() &&
               support::comes([&] { return items().rowCount() == before + int(urls.size()); });
    }

    /// Ctrl+E, then Export; the file is `exportPath`.
    bool startExport(const QString &scope) const
    {
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        const auto *dialog = window->findChild<exporting::ExportDialog *>();
        if (!dialog)
            return false;
        dialog->findChild<QAbstractButton *>(scope)->click();
        dialog->findChild<QLineEdit *>(QStringLiteral("file"))->setText(exportPath);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTest::mouseClick(ok, Qt::LeftButton);
        window->activateWindow();
        return support::comes([&] { return !window->findChild<exporting::ExportDialog *>(); }) &&
               QTest::qWaitForWindowActive(window.get());
    }

    [[nodiscard]] ItemTable &table() const { return *window->findChild<ItemTable *>(); }
    [[nodiscard]] models::ItemModel &items() const { return table().items(); }
    [[nodiscard]] int rowsWith(item::Status status) const
    {
        int rows = 0;
        for (int row = 0; row < items().rowCount(); ++row)
            rows += statusOf(row) == status ? 1 : 0;
        return rows;
    }
    [[nodiscard]] item::Status statusOf(int row) const
    {
        return item::Status(items().index(row, 0).data(models::ItemModel::StatusRole).toInt());
    }
    /// With the mouse, which gives the table the keyboard as well.
    void click(int row) const
    {
        const auto cell = table().visualRect(items().index(row, int(models::ItemColumn::Name)));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell.center());
    }
    void trigger(const char *action) const
    {
        window->findChild<QAction *>(QLatin1StringView(action))->trigger();
    }
    [[nodiscard]] QString message() const
    {
        return window->findChild<desktop::MessageBar *>()->text();
    }
    /// Of the newest export.
    [[nodiscard]] QString exportMessage() const
    {
        const auto bars = window->findChildren<exporting::ExportBar *>();
        return bars.isEmpty() ? QString() : bars.last()->text();
    }
    [[nodiscard]] QString statusText() const { return window->findChild<StatusLine *>()->text(); }
    [[nodiscard]] QString filesDirectory() const { return dir.filePath(QStringLiteral("files")); }

    QTemporaryDir dir;
    QSettings store{dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    desktop::Settings settings{store};
    desktop::Prompts prompts;
    QStringList listsToOpen;
    QString exportPath;
    QString textPath;
    std::optional<desktop::RemoveQuestion> removeQuestion;
    desktop::RemoveAnswer removeAnswer = desktop::RemoveAnswer::Keep;
    QString askedText;
    QString textAnswer;
    QList<QUrl> opened;
    bool opens = true; ///< the desktop has a program for everything
    int quitQuestions = 0;
    bool mayQuit = true;
    std::unique_ptr<desktop::Session> session;
    std::unique_ptr<MainWindow> window;
};

} // namespace trawl::windows

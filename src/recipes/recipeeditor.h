// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "item/recipe.h"
#include "item/settings.h"
#include "recipes/prober.h"
#include "recipes/recipefile.h"

#include <QMainWindow>
#include <QMap>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace trawl::recipes {

class PartModel;
class ValueColumns;
class ValuesModel;

namespace Ui {
class RecipeEditor;
}

/// A window to write a recipe in: forms or text on the left, and on the right what it finds on
/// sampled pages, while one types. The files hold one concern each: recipeeditor.cpp (the window),
/// recipeforms.cpp (forms and text), recipepages.cpp (fetching and trying), recipesaving.cpp.
class RecipeEditor : public QMainWindow
{
    Q_OBJECT

public:
    RecipeEditor(desktop::Session &session, desktop::Settings &settings,
                 const desktop::Prompts &prompts, QWidget *parent = nullptr);
    ~RecipeEditor() override;

    [[nodiscard]] const item::Recipe &recipe() const { return m_recipe; }
    /// Shows this one, which no file has, once the person has let go of what is there; pages of it
    /// are fetched as its job would.
    void editInstead(const item::Recipe &recipe, const item::TransferSettings &transfer,
                     const QList<QByteArray> &urls);
    /// The same for a file's; a new one without a file.
    void openInstead(const QString &path, const QList<QByteArray> &urls);
    /// Fetches them to try the recipe on, as many as there is room for.
    void addPages(const QList<QByteArray> &urls);
    [[nodiscard]] bool isChanged() const;
    /// It goes on with what the person wanted when the file is written.
    [[nodiscard]] bool isSaving() const { return m_whenWritten != nullptr; }

Q_SIGNALS:
    /// The person wants pages of the job shown: addPages().
    void pagesWanted();
    /// A job with the recipe of this file, of the sampled pages to begin with.
    void startWanted(const QString &file, const QList<QByteArray> &urls);
    void saved(const QString &file);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    // recipeeditor.cpp
    void setUpMenus();
    void addExamples(QMenu &menu);
    void setUpViews();
    void connectForms();
    void connectPages();
    void showTitle();
    void startJob();

    // recipeforms.cpp
    enum class From { Forms, Text };
    [[nodiscard]] item::Page &page() { return m_recipe.pages[m_kind]; }
    void showAll(); ///< the recipe is another one
    void showKind(int kind);
    void showLists();
    void showField();
    void showRule();
    void showText();
    void takeText();
    void changed(From from = From::Forms);
    void addKind();
    void removeKind();
    void renameKind(const QString &name);
    void addField();
    void addRule();
    void movePart(bool field, int by);
    void removePart(bool field);
    [[nodiscard]] int currentField() const;
    [[nodiscard]] int currentRule() const;
    [[nodiscard]] QString problemOf(item::RecipePlace place) const;
    [[nodiscard]] item::RecipePlace placeAtCursor() const;

    // recipepages.cpp
    void fetchTyped();
    [[nodiscard]] item::TransferSettings transfer() const;
    void showPageList();
    void showPage();
    void showPageState(const SampledPage &page);
    void tryNow();
    void takeAnswer(int page, const Trial &trial, const item::ProbeAnswer &answer);
    void takeShownAnswer(const SampledPage &page, const Trial &trial,
                         const item::ProbeAnswer &answer);
    void showSums();
    [[nodiscard]] QString foundText(int field) const;
    [[nodiscard]] QString nameOf(const QByteArray &url) const;

    // recipesaving.cpp
    void begin();
    void edit(const item::Recipe &recipe);
    void open();
    void openFile(const QString &path);
    void openExample(const QString &path);
    void save();
    void saveAs();
    void write(const QString &path);
    void useText(const QString &path, const QByteArray &text);
    void fileWritten(const QString &path);
    /// Runs it when nothing is unsaved, after a question and perhaps later; else not.
    void leaveThen(const std::function<void()> &then);

    /// What one page gave, by the draft's fields.
    struct PageResult
    {
        qint64 records = 0;
        QMap<int, qint64> missing;
        QString failure;
    };

    std::unique_ptr<Ui::RecipeEditor> m_ui;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    Prober m_prober;
    RecipeFile m_file;
    PartModel *m_fields;
    PartModel *m_rules;
    ValuesModel *m_values;
    ValueColumns *m_columns = nullptr;

    item::Recipe m_recipe;
    std::optional<item::TransferSettings> m_transfer; ///< of the job whose recipe it is
    int m_kind = 0;                                   ///< the page kind shown
    QString m_kindName;                               ///< its last name that was one
    QString m_path;                                   ///< of its file; empty = it has none
    QByteArray m_saved;                               ///< as JSON, as the file has it
    bool m_asJson = false;                            ///< the text is JSON, else TOML
    bool m_textIsOld = false;                         ///< the forms have changed since
    bool m_textIsBad = false; ///< it is no recipe: the forms show the last one that was
    bool m_mayClose = false;  ///< the question was answered
    bool m_closing = false;   ///< it is being asked
    std::function<void()> m_whenWritten;

    QMap<std::pair<int, int>, QString> m_problems; ///< by RecipePlace; found by the workers
    QMap<QByteArray, PageResult> m_results;        ///< by the page's URL
    QByteArray m_sourceOf;                         ///< URL of the page whose source is shown
    quint64 m_sourceNumber = 0;                    ///< of the request that brought it
    QTimer m_tryTimer;
    QTimer m_textTimer;
};

} // namespace trawl::recipes

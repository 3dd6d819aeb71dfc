// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipeeditor.h"

#include "item/recipejson.h"
#include "models/icons.h"
#include "recipes/partmodel.h"
#include "recipes/problemlabel.h"
#include "recipes/valuecolumns.h"
#include "recipes/valuesmodel.h"
#include "ui_recipeeditor.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHeaderView>
#include <QMenuBar>

#include <array>
#include <utility>

// As in models/icons.cpp.
static void initRecipes()
{
    Q_INIT_RESOURCE(recipes);
}

namespace trawl::recipes {

namespace {

constexpr int tryAfterMs = 250; // behind the last key
constexpr int readAfterMs = 300;

} // namespace

RecipeEditor::RecipeEditor(desktop::Session &session, desktop::Settings &settings,
                           const desktop::Prompts &prompts, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::RecipeEditor>())
    , m_settings(settings)
    , m_prompts(prompts)
    , m_prober(session)
    , m_fields(new PartModel({tr("Field"), tr("Selector"), tr("Found")}, this))
    , m_rules(new PartModel({tr("Links"), tr("Lead to")}, this))
    , m_values(new ValuesModel(this))
{
    initRecipes();
    m_ui->setupUi(this);
    m_tryTimer.setSingleShot(true);
    m_tryTimer.setInterval(tryAfterMs);
    m_textTimer.setSingleShot(true);
    m_textTimer.setInterval(readAfterMs);
    setUpMenus();
    setUpViews();
    connectForms();
    connectPages();
    restoreGeometry(m_settings.get<QByteArray>(desktop::Setting::RecipeGeometry));
    const auto sizes = m_settings.get<QByteArray>(desktop::Setting::RecipeSplitter);
    if (!m_ui->splitter->restoreState(sizes))
        m_ui->splitter->setSizes({470, 650});
    begin();
}

RecipeEditor::~RecipeEditor()
{
    disconnect(qApp, nullptr, this, nullptr); // the window is hidden once more, without its parts
}

void RecipeEditor::setUpMenus()
{
    auto *file = m_ui->menuBar->addMenu(tr("&File"));
    const auto add = [&](const QString &text, const QKeySequence &keys, auto member,
                         const char *name) {
        auto *action = file->addAction(text, this, member);
        action->setShortcut(keys);
        action->setObjectName(QLatin1StringView(name));
    };
    const auto asked = [this](auto member) {
        return [this, member] { leaveThen([this, member] { (this->*member)(); }); };
    };
    add(tr("&New"), QKeySequence::New, asked(&RecipeEditor::begin), "actionNew");
    add(tr("&Open…"), QKeySequence::Open, asked(&RecipeEditor::open), "actionOpen");
    addExamples(*file->addMenu(tr("E&xamples")));
    file->addSeparator();
    add(tr("&Save"), QKeySequence::Save, &RecipeEditor::save, "actionSave");
    add(tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &RecipeEditor::saveAs,
        "actionSaveAs");
    file->addSeparator();
    add(tr("Start &job with this recipe…"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        &RecipeEditor::startJob, "actionStartJob");
    file->addSeparator();
    add(tr("&Close"), QKeySequence::Close, &QWidget::close, "actionClose");
    if (auto *more = m_ui->menuBar->findChild<QWidget *>(QStringLiteral("qt_menubar_ext_button")))
        more->setAccessibleName(tr("More menus"));
}

void RecipeEditor::addExamples(QMenu &menu)
{
    menu.setObjectName(QStringLiteral("examples"));
    for (const auto &entry : QDir(QStringLiteral(":/recipes")).entryInfoList(QDir::Files)) {
        menu.addAction(entry.completeBaseName(), this, [this, path = entry.filePath()] {
            leaveThen([this, path] { openExample(path); });
        });
    }
}

void RecipeEditor::setUpViews()
{
    const std::array icons{
        std::pair{m_ui->kindAdd, u"add"},     std::pair{m_ui->kindRemove, u"remove"},
        std::pair{m_ui->fieldUp, u"up"},      std::pair{m_ui->fieldDown, u"down"},
        std::pair{m_ui->followUp, u"up"},     std::pair{m_ui->followDown, u"down"},
        std::pair{m_ui->dropPage, u"remove"}, std::pair{m_ui->nextMatch, u"down"}};
    for (const auto &[button, icon] : icons)
        button->setIcon(models::icon(icon));
    m_ui->fields->setModel(m_fields);
    m_ui->follow->setModel(m_rules);
    m_ui->values->setModel(m_values);
    m_columns = new ValueColumns(*m_ui->values);
    for (auto *list : {m_ui->fields, m_ui->follow})
        list->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_ui->values->setWordWrap(false);
    m_ui->values->horizontalHeader()->setStretchLastSection(true);
    m_ui->values->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_ui->values->verticalHeader()->setDefaultSectionSize(
        m_ui->values->fontMetrics().lineSpacing() + 8);
    m_ui->shown->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ui->shown->setMinimumContentsLength(24);
    m_ui->shown->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ui->kind->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ui->save->addItems({tr("as the job does"), tr("yes"), tr("no")});
    m_ui->text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->rightSplitter->setSizes({400, 260});
    // The page of the tab shows through.
    m_ui->rulesScroll->viewport()->setAutoFillBackground(false);
    m_ui->rulesForm->setAutoFillBackground(false);
    m_ui->messages->hide();
}

void RecipeEditor::connectForms()
{
    connect(m_ui->kind, &QComboBox::activated, this, &RecipeEditor::showKind);
    connect(m_ui->kindAdd, &QAbstractButton::clicked, this, &RecipeEditor::addKind);
    connect(m_ui->kindRemove, &QAbstractButton::clicked, this, &RecipeEditor::removeKind);
    connect(m_ui->kindName, &QLineEdit::textEdited, this, &RecipeEditor::renameKind);
    connect(m_ui->save, &QComboBox::activated, this, [this](int index) {
        page().save = index == 0 ? std::nullopt : std::optional(index == 1);
        changed();
    });
    connect(m_ui->rows, &QLineEdit::textEdited, this, [this](const QString &text) {
        page().rows = text;
        changed();
    });
    connect(m_ui->fieldForm, &FieldForm::edited, this, [this] {
        page().fields[currentField()] = m_ui->fieldForm->field();
        changed();
    });
    connect(m_ui->followForm, &FollowForm::edited, this, [this] {
        page().follow[currentRule()] = m_ui->followForm->rule();
        changed();
    });
    connect(m_ui->rulesForm, &RulesForm::edited, this, [this] {
        m_ui->rulesForm->putInto(m_recipe);
        changed();
    });
    connect(m_ui->fields->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecipeEditor::showField);
    connect(m_ui->follow->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecipeEditor::showRule);
    connect(m_ui->fields, &QAbstractItemView::activated, m_ui->fieldForm, &FieldForm::focusName);
    connect(m_ui->follow, &QAbstractItemView::activated, m_ui->followForm,
            &FollowForm::focusSelector);
    connect(m_ui->fieldAdd, &QAbstractButton::clicked, this, &RecipeEditor::addField);
    connect(m_ui->followAdd, &QAbstractButton::clicked, this, &RecipeEditor::addRule);
    connect(m_ui->fieldRemove, &QAbstractButton::clicked, this, [this] { removePart(true); });
    connect(m_ui->followRemove, &QAbstractButton::clicked, this, [this] { removePart(false); });
    connect(m_ui->fieldUp, &QAbstractButton::clicked, this, [this] { movePart(true, -1); });
    connect(m_ui->fieldDown, &QAbstractButton::clicked, this, [this] { movePart(true, 1); });
    connect(m_ui->followUp, &QAbstractButton::clicked, this, [this] { movePart(false, -1); });
    connect(m_ui->followDown, &QAbstractButton::clicked, this, [this] { movePart(false, 1); });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_ui->tabs->currentWidget() == m_ui->textTab)
            showText();
        m_tryTimer.start();
    });
    connect(m_ui->text, &QPlainTextEdit::textChanged, &m_textTimer, qOverload<>(&QTimer::start));
    connect(&m_textTimer, &QTimer::timeout, this, &RecipeEditor::takeText);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now == m_ui->rows || m_ui->left->isAncestorOf(now))
            m_tryTimer.start(); // other matches are marked
    });
}

void RecipeEditor::connectPages()
{
    connect(m_ui->fetch, &QAbstractButton::clicked, this, &RecipeEditor::fetchTyped);
    connect(m_ui->url, &QLineEdit::returnPressed, this, &RecipeEditor::fetchTyped);
    connect(m_ui->fromJob, &QAbstractButton::clicked, this, &RecipeEditor::pagesWanted);
    connect(m_ui->shown, &QComboBox::activated, this, &RecipeEditor::showPage);
    connect(m_ui->dropPage, &QAbstractButton::clicked, this, [this] {
        const auto index = m_ui->shown->currentIndex();
        m_values->removePage(index);
        m_prober.remove(index);
    });
    connect(m_ui->nextMatch, &QAbstractButton::clicked, m_ui->source, &SourceView::showNextMatch);
    connect(m_ui->values, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        m_ui->shown->setCurrentIndex(index.data(ValuesModel::PageRole).toInt());
        showPage();
    });
    connect(&m_prober, &Prober::pagesChanged, this, &RecipeEditor::showPageList);
    connect(&m_prober, &Prober::pageChanged, this, [this](int page) {
        showPageList();
        if (page == m_ui->shown->currentIndex())
            showPage();
        else
            m_tryTimer.start();
    });
    connect(&m_prober, &Prober::answered, this, &RecipeEditor::takeAnswer);
    connect(&m_prober, &Prober::tried, this, &RecipeEditor::showSums);
    connect(&m_prober, &Prober::tried, this, [this] {
        if (m_values->rowCount() > 0)
            m_columns->sizeOnce();
    });
    connect(&m_tryTimer, &QTimer::timeout, this, &RecipeEditor::tryNow);
    connect(&m_file, &RecipeFile::read, this, &RecipeEditor::useText);
    connect(&m_file, &RecipeFile::written, this, &RecipeEditor::fileWritten);
    connect(&m_file, &RecipeFile::failed, this, [this](const QString &path, const QString &why) {
        m_whenWritten = {};
        m_ui->messages->showError(tr("“%1”: %2").arg(QDir::toNativeSeparators(path), why));
    });
}

void RecipeEditor::showTitle()
{
    const auto name = m_path.isEmpty() ? tr("New recipe") : QFileInfo(m_path).fileName();
    setWindowTitle(tr("%1[*] — Recipe editor").arg(name));
    setWindowModified(isChanged());
}

void RecipeEditor::startJob()
{
    auto complaint = m_textIsBad ? m_ui->textProblem->text() : item::recipeComplaint(m_recipe);
    if (complaint.isEmpty() && !m_problems.isEmpty())
        complaint = m_problems.first();
    if (!complaint.isEmpty()) {
        m_ui->messages->showError(tr("The recipe cannot be used yet: %1").arg(complaint));
        return;
    }
    const auto start = [this] {
        QList<QByteArray> urls;
        for (const auto &sampled : m_prober.pages())
            urls.append(sampled.url);
        Q_EMIT startWanted(m_path, urls);
    };
    if (!m_path.isEmpty() && !isChanged())
        return start();
    m_whenWritten = start; // a job's recipe is chosen by its file
    save();
}

void RecipeEditor::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose) {
        m_closing = true;
        leaveThen([this] {
            m_mayClose = true;
            if (!m_closing)
                close(); // it had to be saved first
        });
        m_closing = false;
    }
    if (!std::exchange(m_mayClose, false)) {
        event->ignore();
        return;
    }
    m_settings.set(desktop::Setting::RecipeGeometry, saveGeometry());
    m_settings.set(desktop::Setting::RecipeSplitter, m_ui->splitter->saveState());
    event->accept();
    Q_EMIT closed();
}

} // namespace trawl::recipes

#include "moc_recipeeditor.cpp"

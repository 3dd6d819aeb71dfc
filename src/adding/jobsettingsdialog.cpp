// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/jobsettingsdialog.h"

#include "adding/headermodel.h"
#include "naming/template.h"
#include "ui_jobsettingsdialog.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <string_view>
#include <utility>

namespace trawl::adding {

JobSettingsDialog::JobSettingsDialog(const engine::JobOptions &usual,
                                     const desktop::Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::JobSettingsDialog>())
    , m_options(usual)
    , m_rows(usual, prompts)
    , m_headers(new HeaderModel(usual.transfer.headers, this))
{
    m_ui->setupUi(this);
    m_ui->span->addItems({tr("only the link's own"), tr("of the same domain"), tr("any")});
    addRows();
    setUpHeaders();
    showExample();
    showCrawl();
    setRecipeEditable(false);
    connect(&m_rows, &OptionRows::edited, this, &JobSettingsDialog::validate);
    connect(m_ui->editRecipe, &QPushButton::clicked, this, &JobSettingsDialog::editRecipeWanted);
    connect(m_ui->showSecrets, &QCheckBox::toggled, this, &JobSettingsDialog::showSecrets);
    showSecrets(false);
    // Pages may be scrolled down where the screen is small, but not aside.
    const auto areas = findChildren<QScrollArea *>();
    for (auto *area : areas) {
        // The page of the tab shows through.
        area->viewport()->setAutoFillBackground(false);
        area->widget()->setAutoFillBackground(false);
        area->setMinimumWidth(area->widget()->minimumSizeHint().width() +
                              area->verticalScrollBar()->sizeHint().width());
    }
    const int em = fontMetrics().height();
    resize(em * 42, em * 36);
    validate();
}

JobSettingsDialog::~JobSettingsDialog() = default;

engine::JobOptions JobSettingsDialog::options() const
{
    auto options = m_options;
    m_rows.takeInto(options);
    auto &credentials = options.transfer.credentials;
    if (m_user->text() != credentials.user)
        credentials.user = m_user->text().trimmed();
    if (m_password->text() != credentials.password)
        credentials.password = m_password->text().trimmed();
    options.transfer.headers = m_headers->headers();
    if (!cookiesFile().isEmpty())
        options.transfer.cookies = true;
    if (!options.recipe.isEmpty())
        takeCrawl(options.recipe);
    return options;
}

void JobSettingsDialog::setCookiesFile(const QString &file)
{
    m_cookiesFile->setText(file);
    showCookiesFile(true);
}

QString JobSettingsDialog::cookiesFile() const
{
    return m_cookiesFile->text().trimmed();
}

void JobSettingsDialog::setRecipeEditable(bool editable)
{
    m_ui->editRecipe->setVisible(editable && !m_options.recipe.isEmpty());
}

void JobSettingsDialog::setRecipe(const item::Recipe &recipe)
{
    m_options.recipe = recipe;
    showCrawl();
}

QGridLayout *JobSettingsDialog::formOf(item::OptionPage page) const
{
    switch (page) {
    case item::OptionPage::Files:
        return m_ui->filesForm;
    case item::OptionPage::Speed:
        return m_ui->speedForm;
    case item::OptionPage::Request:
        return m_ui->requestForm;
    case item::OptionPage::None:
        break;
    }
    return nullptr;
}

/// The pages that are made of the engine's table.
void JobSettingsDialog::addRows()
{
    const engine::OptionOwners owners{nullptr, &m_options, &m_options.transfer};
    for (const auto &option : engine::options()) {
        auto *form = formOf(option.info.dialog.page);
        if (!form || !option.isIn(owners))
            continue;
        if (option.info.kind != item::OptionKind::Special)
            m_rows.add(option, form);
        addBelow(option.info, form);
    }
    for (auto *form : {m_ui->filesForm, m_ui->speedForm, m_ui->requestForm})
        form->setRowStretch(form->rowCount(), 1);
    setTabOrders();
}

/// What goes with an option beside its row.
void JobSettingsDialog::addBelow(const item::OptionInfo &info, QGridLayout *form)
{
    const std::string_view key(info.key);
    if (key == "nameTemplate") {
        m_rows.place(form, m_ui->example);
        m_rows.place(form, m_ui->placeholders);
        m_nameTemplate = findChild<QLineEdit *>(QStringLiteral("nameTemplate"));
        connect(m_nameTemplate, &QLineEdit::textChanged, this, &JobSettingsDialog::showExample);
    } else if (key == "headers") {
        m_ui->headersBox->setFocusProxy(m_ui->headers);
        m_rows.place(form, m_ui->headersBox, tr(info.dialog.label));
    } else if (key == "credentials") {
        m_user = m_rows.placeLine(form, QStringLiteral("user"), tr("&User:"));
        m_password = m_rows.placeLine(form, QStringLiteral("password"), tr("Pass&word:"));
        m_user->setText(m_options.transfer.credentials.user);
        m_password->setText(m_options.transfer.credentials.password);
    } else if (key == "cookies") {
        m_cookiesFile = m_rows.placeFile(form, QStringLiteral("cookiesFile"), tr("Cookie &file:"));
        m_cookiesFile->setPlaceholderText(tr("cookies.txt of a browser, to begin with"));
        showCookiesFile(false);
    } else if (key == "verifyTls") {
        m_rows.place(form, m_ui->insecureNote);
        const auto *insecure = findChild<QCheckBox *>(QStringLiteral("insecure"));
        connect(insecure, &QCheckBox::toggled, m_ui->insecureNote, &QWidget::setVisible);
        m_ui->insecureNote->setVisible(insecure->isChecked());
    }
}

/// Only a job that is not there yet begins with cookies from a file.
void JobSettingsDialog::showCookiesFile(bool shown)
{
    for (const char *part : {"", "Label", "Browse"})
        findChild<QWidget *>(QLatin1StringView("cookiesFile") + QLatin1StringView(part))
            ->setVisible(shown);
}

/// Rows were made in the order of the table, behind the parts that the form has.
void JobSettingsDialog::setTabOrders()
{
    const std::pair<QWidget *, QGridLayout *> pages[]{{m_ui->files, m_ui->filesForm},
                                                      {m_ui->speed, m_ui->speedForm},
                                                      {m_ui->request, m_ui->requestForm}};
    for (const auto &[page, form] : pages) {
        QWidget *last = page;
        const auto append = [&last](QWidget *widget) {
            if (widget->focusPolicy() == Qt::NoFocus)
                return;
            setTabOrder(last, widget);
            last = widget;
        };
        for (int row = 0; row < form->rowCount(); ++row) {
            auto *item = form->itemAtPosition(row, 1);
            if (item && item->layout()) {
                for (int i = 0; i < item->layout()->count(); ++i)
                    append(item->layout()->itemAt(i)->widget());
            } else if (item && item->widget() == m_ui->headersBox) {
                append(m_ui->headers);
                append(m_ui->addHeader);
                append(m_ui->removeHeader);
                append(m_ui->showSecrets);
            } else if (item) {
                append(item->widget());
            }
        }
    }
}

void JobSettingsDialog::takeCrawl(item::Recipe &recipe) const
{
    auto &crawl = recipe.crawl;
    crawl.depth = m_ui->depth->value();
    crawl.span = item::Span(m_ui->span->currentIndex());
    crawl.maxPages = m_ui->maxPages->value();
    crawl.robots = m_ui->robots->isChecked();
    crawl.nofollow = m_ui->nofollow->isChecked();
    crawl.throttle = m_ui->throttle->isChecked();
}

void JobSettingsDialog::setUpHeaders()
{
    auto *view = m_ui->headers;
    view->setModel(m_headers);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setStretchLastSection(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setMinimumHeight(fontMetrics().height() * 6);
    connect(m_headers, &HeaderModel::edited, this, &JobSettingsDialog::validate);
    connect(m_ui->addHeader, &QPushButton::clicked, this, [this, view] {
        const auto index = m_headers->add();
        view->setCurrentIndex(index);
        view->edit(index);
    });
    connect(m_ui->removeHeader, &QPushButton::clicked, this,
            [this, view] { m_headers->remove(view->currentIndex().row()); });
}

void JobSettingsDialog::showCrawl()
{
    const auto &recipe = m_options.recipe;
    const bool crawls = recipe.crawls();
    QStringList pages;
    for (const auto &page : recipe.pages)
        pages << page.name;
    QStringList lines;
    if (recipe.isEmpty())
        lines << tr("This job has no recipe: it fetches files only. A recipe is chosen when links "
                    "are added.");
    if (!pages.join(QString()).isEmpty())
        lines << tr("Pages: %1").arg(pages.join(QStringLiteral(", ")));
    if (!recipe.columns().isEmpty())
        lines << tr("Columns: %1").arg(recipe.columns().join(QStringLiteral(", ")));
    if (!recipe.isEmpty() && !crawls)
        lines << tr("It follows no links.");
    m_ui->recipeSummary->setText(lines.join(u'\n'));
    m_ui->depth->setValue(recipe.crawl.depth);
    m_ui->span->setCurrentIndex(int(recipe.crawl.span));
    m_ui->maxPages->setValue(int(recipe.crawl.maxPages));
    m_ui->robots->setChecked(recipe.crawl.robots);
    m_ui->nofollow->setChecked(recipe.crawl.nofollow);
    m_ui->throttle->setChecked(recipe.crawl.throttle);
    const std::initializer_list<QWidget *> widgets{
        m_ui->depth,         m_ui->depthLabel, m_ui->span,     m_ui->spanLabel, m_ui->maxPages,
        m_ui->maxPagesLabel, m_ui->robots,     m_ui->nofollow, m_ui->throttle};
    for (auto *widget : widgets)
        widget->setVisible(crawls);
}

/// What a file of an example would be called.
void JobSettingsDialog::showExample()
{
    const auto rule = naming::NameTemplate::compile(m_nameTemplate->text().trimmed());
    if (!rule) {
        m_ui->example->setText({});
        return;
    }
    naming::NameInput input;
    input.url = "https://www.example.org/papers/2024/report.pdf";
    input.index = 7;
    input.job = tr("My job");
    input.dateMs = QDateTime::currentMSecsSinceEpoch();
    input.field = [](const QString &name) { return u'<' + name + u'>'; };
    m_ui->example->setText(
        tr("%1 becomes %2").arg(QString::fromLatin1(input.url), rule->path(input)));
}

void JobSettingsDialog::showSecrets(bool shown)
{
    m_password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_rows.showSecrets(shown);
    m_headers->setSecretsShown(shown);
}

void JobSettingsDialog::validate()
{
    const auto problem = m_rows.problem().isEmpty() ? m_headers->problem() : m_rows.problem();
    m_ui->problem->setText(problem.isEmpty() ? QString() : QStringLiteral("⚠ ") + problem);
    m_ui->problem->setVisible(!problem.isEmpty());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

} // namespace trawl::adding

#include "moc_jobsettingsdialog.cpp"

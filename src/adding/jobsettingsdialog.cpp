// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/jobsettingsdialog.h"

#include "adding/headermodel.h"
#include "desktop/mnemonic.h"
#include "desktop/settingproblems.h"
#include "desktop/settings.h"
#include "item/values.h"
#include "naming/template.h"
#include "rates/ratetext.h"
#include "ui_jobsettingsdialog.h"

#include <QDateTime>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <utility>

namespace trawl::adding {

namespace {

QString codesText(const QList<int> &codes)
{
    QStringList words;
    for (const int code : codes)
        words << QString::number(code);
    return words.isEmpty() ? QStringLiteral("none") : words.join(u',');
}

QString secondsText(int ms)
{
    return QString::number(double(ms) / 1000);
}

} // namespace

JobSettingsDialog::JobSettingsDialog(const Options &usual, const desktop::Prompts &prompts,
                                     QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::JobSettingsDialog>())
    , m_prompts(prompts)
    , m_options(usual)
    , m_headers(new HeaderModel(usual.transfer.headers, this))
{
    m_ui->setupUi(this);
    addFileFields();
    addSpeedFields();
    addRequestFields();
    addSecretFields();
    addSwitches();
    setUpChoices();
    setUpHeaders();
    setUpBrowsing();
    showCrawl();
    setRecipeEditable(false);
    connect(m_ui->editRecipe, &QPushButton::clicked, this, &JobSettingsDialog::editRecipeWanted);
    for (auto *widget :
         {static_cast<QWidget *>(m_ui->cookiesFile), static_cast<QWidget *>(m_ui->cookiesFileLabel),
          static_cast<QWidget *>(m_ui->cookiesFileBrowse)})
        widget->hide();
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
    for (const auto &field : m_fields) {
        if (field.edit->text() != field.before)
            (void)field.take(options, field.edit->text().trimmed());
    }
    for (const auto &one : m_switches) {
        if (one.box->isChecked() != one.show(m_options))
            one.take(options, one.box->isChecked());
    }
    takeChoices(options);
    return options;
}

void JobSettingsDialog::setCookiesFile(const QString &file)
{
    m_ui->cookiesFile->setText(file);
    for (auto *widget :
         {static_cast<QWidget *>(m_ui->cookiesFile), static_cast<QWidget *>(m_ui->cookiesFileLabel),
          static_cast<QWidget *>(m_ui->cookiesFileBrowse)})
        widget->show();
}

QString JobSettingsDialog::cookiesFile() const
{
    return m_ui->cookiesFile->text().trimmed();
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

void JobSettingsDialog::addField(QLineEdit *edit, std::function<QString(const Options &)> show,
                                 std::function<QString(Options &, const QString &)> take)
{
    const auto text = show(m_options);
    edit->setText(text);
    connect(edit, &QLineEdit::textChanged, this, &JobSettingsDialog::validate);
    m_fields.push_back({edit, std::move(show), std::move(take), text});
}

template <typename Part> void JobSettingsDialog::addText(QLineEdit *edit, Part part)
{
    addField(
        edit, [part](const Options &o) { return part(const_cast<Options &>(o)); },
        [part](Options &o, const QString &text) {
            part(o) = text;
            return QString();
        });
}

template <typename Part> void JobSettingsDialog::addSize(QLineEdit *edit, Part part, bool mayBeNone)
{
    addField(
        edit,
        [part, mayBeNone](const Options &o) {
            const auto size = part(const_cast<Options &>(o));
            return mayBeNone && size == 0 ? QString() : rates::sizeText(size);
        },
        [part, mayBeNone](Options &o, const QString &text) {
            const auto size =
                mayBeNone && text.isEmpty() ? std::optional<qint64>(0) : rates::parseRate(text);
            part(o) = size.value_or(0);
            return size ? QString() : tr("a number of bytes is needed, like 500k or 1.5M");
        });
}

template <typename Part>
void JobSettingsDialog::addSeconds(QLineEdit *edit, Part part, bool mayBeNone)
{
    addField(
        edit,
        [part, mayBeNone](const Options &o) {
            const auto ms = part(const_cast<Options &>(o));
            return mayBeNone && ms == 0 ? QString() : secondsText(ms);
        },
        [part, mayBeNone](Options &o, const QString &text) {
            const bool none = mayBeNone && (text.isEmpty() || text == u"0");
            const auto ms = none ? std::optional(0) : item::parseSeconds(text);
            part(o) = ms.value_or(0);
            return ms ? QString() : tr("a number of seconds is needed, like 0.5 or 30");
        });
}

void JobSettingsDialog::addSwitch(QAbstractButton *box, std::function<bool(const Options &)> show,
                                  std::function<void(Options &, bool)> take)
{
    box->setChecked(show(m_options));
    connect(box, &QAbstractButton::toggled, this, &JobSettingsDialog::validate);
    m_switches.push_back({box, std::move(show), std::move(take)});
}

void JobSettingsDialog::addFileFields()
{
    addField(
        m_ui->nameTemplate, [](const Options &o) { return o.nameTemplate; },
        [](Options &o, const QString &text) {
            o.nameTemplate = text;
            return desktop::SettingProblems::ofNameTemplate(text);
        });
    addSize(
        m_ui->maxBytes, [](Options &o) -> qint64 & { return o.transfer.maxBytes; }, true);
    connect(m_ui->nameTemplate, &QLineEdit::textChanged, this, &JobSettingsDialog::showExample);
    showExample();
}

void JobSettingsDialog::addSpeedFields()
{
    addSize(
        m_ui->jobLimit, [](Options &o) -> qint64 & { return o.bytesPerSecond; }, true);
    addSize(
        m_ui->itemLimit, [](Options &o) -> qint64 & { return o.itemBytesPerSecond; }, true);
    addSize(
        m_ui->segmentFrom, [](Options &o) -> qint64 & { return o.transfer.segmentFrom; }, false);
    addSize(
        m_ui->minSpeed, [](Options &o) -> qint64 & { return o.transfer.minBytesPerSecond; }, true);
    addSeconds(
        m_ui->connectTimeout, [](Options &o) -> int & { return o.transfer.connectTimeoutMs; },
        false);
    addSeconds(
        m_ui->firstByteTimeout, [](Options &o) -> int & { return o.transfer.firstByteTimeoutMs; },
        false);
    addSeconds(
        m_ui->idleTimeout, [](Options &o) -> int & { return o.transfer.idleTimeoutMs; }, false);
    addSeconds(
        m_ui->totalTimeout, [](Options &o) -> int & { return o.transfer.totalTimeoutMs; }, true);
    addField(
        m_ui->retryCodes, [](const Options &o) { return codesText(o.transfer.retryCodes); },
        [](Options &o, const QString &text) {
            const auto codes = item::parseCodes(text);
            o.transfer.retryCodes = codes.value_or(QList<int>());
            return codes ? QString() : tr("codes with commas between are needed, like 429,503");
        });
}

void JobSettingsDialog::addRequestFields()
{
    addField(
        m_ui->userAgent, [](const Options &o) { return QString::fromUtf8(o.transfer.userAgent); },
        [](Options &o, const QString &text) {
            o.transfer.userAgent =
                text.isEmpty() ? item::TransferSettings().userAgent : text.toUtf8();
            return desktop::SettingProblems::ofUserAgent(text);
        });
    addText(m_ui->netrcFile, [](Options &o) -> QString & { return o.transfer.netrcFile; });
    addText(m_ui->caFile, [](Options &o) -> QString & { return o.transfer.caFile; });
    addText(m_ui->clientCertificate,
            [](Options &o) -> QString & { return o.transfer.clientCertificate; });
    addText(m_ui->clientKey, [](Options &o) -> QString & { return o.transfer.clientKey; });
}

/// What logs in; a proxy's address may hold a password.
void JobSettingsDialog::addSecretFields()
{
    addText(m_ui->user, [](Options &o) -> QString & { return o.transfer.credentials.user; });
    addText(m_ui->password,
            [](Options &o) -> QString & { return o.transfer.credentials.password; });
    addField(
        m_ui->bearer, [](const Options &o) { return QString::fromUtf8(o.transfer.bearer); },
        [](Options &o, const QString &text) {
            const auto token = item::parseToken(text.toUtf8());
            o.transfer.bearer = token.value_or(QByteArray());
            return token || text.isEmpty() ? QString() : tr("this is no token");
        });
    addField(
        m_ui->proxy, [](const Options &o) { return o.transfer.proxy; },
        [](Options &o, const QString &text) {
            const auto proxy = item::parseProxy(text);
            o.transfer.proxy = proxy.value_or(QString());
            return proxy || text.isEmpty()
                       ? QString()
                       : tr("“system” is needed, or an address that begins with http://, https:// "
                            "or socks5://");
        });
    connect(m_ui->showSecrets, &QCheckBox::toggled, this, &JobSettingsDialog::showSecrets);
    showSecrets(false);
}

void JobSettingsDialog::addSwitches()
{
    const auto add = [this](QAbstractButton *box, auto part) {
        addSwitch(
            box, [part](const Options &o) { return part(const_cast<Options &>(o)); },
            [part](Options &o, bool on) { part(o) = on; });
    };
    add(m_ui->save, [](Options &o) -> bool & { return o.save; });
    add(m_ui->sha256, [](Options &o) -> bool & { return o.transfer.sha256; });
    add(m_ui->sums, [](Options &o) -> bool & { return o.transfer.sums; });
    add(m_ui->times, [](Options &o) -> bool & { return o.transfer.times; });
    add(m_ui->xattr, [](Options &o) -> bool & { return o.transfer.xattr; });
    add(m_ui->allowDowngrade, [](Options &o) -> bool & { return o.transfer.allowDowngrade; });
    add(m_ui->cookies, [](Options &o) -> bool & { return o.transfer.cookies; });
    addSwitch(
        m_ui->insecure, [](const Options &o) { return !o.transfer.verifyTls; },
        [](Options &o, bool on) { o.transfer.verifyTls = !on; });
    connect(m_ui->insecure, &QAbstractButton::toggled, m_ui->insecureNote, &QWidget::setVisible);
    m_ui->insecureNote->setVisible(m_ui->insecure->isChecked());
}

void JobSettingsDialog::setUpChoices()
{
    using desktop::Setting;
    for (const auto &choice : desktop::Settings::info(Setting::Collision).choices)
        m_ui->collision->addItem(desktop::Settings::tr(choice.label));
    m_ui->collision->setCurrentIndex(int(m_options.collision));
    for (const auto &choice : desktop::Settings::info(Setting::HttpVersion).choices)
        m_ui->http->addItem(desktop::Settings::tr(choice.label));
    m_ui->http->setCurrentIndex(int(m_options.transfer.http));
    m_ui->segments->setValue(m_options.transfer.segments);
    m_ui->maxRedirects->setValue(m_options.transfer.maxRedirects);
    m_ui->span->addItems({tr("only the link's own"), tr("of the same domain"), tr("any")});
}

void JobSettingsDialog::takeChoices(Options &options) const
{
    auto &transfer = options.transfer;
    options.collision = engine::Collision(m_ui->collision->currentIndex());
    transfer.http = item::HttpVersion(m_ui->http->currentIndex());
    transfer.segments = m_ui->segments->value();
    transfer.maxRedirects = m_ui->maxRedirects->value();
    transfer.headers = m_headers->headers();
    if (!cookiesFile().isEmpty())
        transfer.cookies = true;
    if (options.recipe.isEmpty())
        return;
    auto &crawl = options.recipe.crawl;
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

void JobSettingsDialog::setUpBrowsing()
{
    const std::pair<QToolButton *, QLineEdit *> pairs[]{
        {m_ui->cookiesFileBrowse, m_ui->cookiesFile},
        {m_ui->netrcFileBrowse, m_ui->netrcFile},
        {m_ui->caFileBrowse, m_ui->caFile},
        {m_ui->clientCertificateBrowse, m_ui->clientCertificate},
        {m_ui->clientKeyBrowse, m_ui->clientKey}};
    for (const auto &[button, edit] : pairs) {
        const auto title = nameOf(edit);
        button->setAccessibleName(tr("Choose a file: %1").arg(title));
        button->setToolTip(button->accessibleName());
        connect(button, &QToolButton::clicked, this, [this, edit = edit, title] {
            if (const auto file = m_prompts.openFile(this, title); !file.isEmpty())
                edit->setText(file);
        });
    }
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
    const auto rule = naming::NameTemplate::compile(m_ui->nameTemplate->text().trimmed());
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
    const auto mode = shown ? QLineEdit::Normal : QLineEdit::PasswordEchoOnEdit;
    m_ui->password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_ui->bearer->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_ui->proxy->setEchoMode(m_ui->proxy->text().contains(u'@') ? mode : QLineEdit::Normal);
    m_headers->setSecretsShown(shown);
}

void JobSettingsDialog::validate()
{
    const auto problem = firstProblem();
    m_ui->problem->setText(problem.isEmpty() ? QString() : QStringLiteral("⚠ ") + problem);
    m_ui->problem->setVisible(!problem.isEmpty());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

QString JobSettingsDialog::firstProblem() const
{
    Options scratch;
    for (const auto &field : m_fields) {
        const auto why = field.edit->text() == field.before
                             ? QString()
                             : field.take(scratch, field.edit->text().trimmed());
        if (!why.isEmpty())
            return tr("%1: %2").arg(nameOf(field.edit), why);
    }
    return m_headers->problem();
}

/// What its label says.
QString JobSettingsDialog::nameOf(const QWidget *field) const
{
    const auto labels = findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (label->buddy() == field)
            return desktop::withoutMnemonic(label->text()).remove(u':').remove(u'：');
    }
    return {};
}

} // namespace trawl::adding

#include "moc_jobsettingsdialog.cpp"

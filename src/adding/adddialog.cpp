// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"

#include "adding/jobsettingsdialog.h"
#include "adding/linkwords.h"
#include "desktop/enginesettings.h"
#include "exchange/linkreader.h"
#include "models/texts.h"
#include "models/urlparts.h"
#include "ui_adddialog.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>

#include <utility>

namespace trawl::adding {

namespace {

constexpr int typingPauseMs = 300;
constexpr qsizetype shortText = 32 * 1024;
constexpr qint64 littleRoom = 256 << 20;

/// Not worth a review; a pattern is.
bool isSingleLink(const ListInput &input)
{
    return input.files.isEmpty() && input.text.size() < shortText &&
           exchange::linksInText(input.text, 2).size() == 1;
}

} // namespace

AddDialog::AddDialog(ListInput input, desktop::Settings &settings, const desktop::Prompts &prompts,
                     QWidget *parent, std::shared_ptr<const SessionLinks> session)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddDialog>())
    , m_input(std::move(input))
    , m_settings(settings)
    , m_prompts(prompts)
    , m_session(std::move(session))
    , m_typed(m_input.isEmpty())
    , m_compact(!m_typed && isSingleLink(m_input))
    , m_options(desktop::jobDefaults(settings))
{
    m_ui->setupUi(this);
    setUpForm();
    setUpInput();
    take(m_survey);
    if (!m_typed)
        survey();
}

AddDialog::~AddDialog() = default;

void AddDialog::setUpForm()
{
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    m_ui->destination->setUp(m_settings);
    m_ui->startNow->setChecked(m_settings.get<bool>(desktop::Setting::StartNow));
    m_ui->recipe->setUp(m_settings, m_prompts);
    connect(m_ui->browse, &QPushButton::clicked, this, &AddDialog::chooseFolder);
    connect(m_ui->jobSettings, &QPushButton::clicked, this, &AddDialog::editSettings);
    connect(m_ui->destination, &QComboBox::editTextChanged, this, [this] {
        m_accepting = false;
        showRoom({});
        m_destination.check(directory());
    });
    connect(&m_destination, &DestinationCheck::checked, this, [this](const auto &state) {
        showRoom(state);
        if (std::exchange(m_accepting, false))
            accept();
    });
    connect(m_ui->review, &ReviewTabs::choicesChanged, this, &AddDialog::survey);
    connect(m_ui->review, &ReviewTabs::hostsChanged, this, [this] { take(m_survey); });
    connect(m_ui->recipe, &RecipeBox::editWanted, this, &AddDialog::recipeEditorWanted);
    connect(m_ui->recipe, &RecipeBox::changed, this,
            [this] { m_options.recipe = m_ui->recipe->recipe(); });
    m_destination.check(directory());
}

void AddDialog::setUpInput()
{
    m_ui->editor->setVisible(m_typed);
    showLongText();
    m_ui->review->setVisible(!m_compact);
    m_ui->counts->setVisible(!m_compact);
    for (auto *part :
         std::initializer_list<QWidget *>{m_ui->single, m_ui->fileNameLabel, m_ui->fileName})
        part->setVisible(m_compact);
    // In the labels, so that hidden ones leave no gap.
    const auto gap = fontMetrics().averageCharWidth() * 2;
    const bool rightToLeft = isRightToLeft();
    for (auto *number : {m_ui->valid, m_ui->duplicate, m_ui->known, m_ui->invalid, m_ui->leftOut})
        number->setContentsMargins(rightToLeft ? gap : 0, 0, rightToLeft ? 0 : gap, 0);
    // The dialog keeps its size while it counts: nothing moves under the mouse.
    auto policy = m_ui->counting->sizePolicy();
    policy.setRetainSizeWhenHidden(!m_compact);
    m_ui->counting->setSizePolicy(policy);
    const int em = fontMetrics().height();
    resize(em * 44, m_compact ? 0 : em * (m_typed ? 42 : 36));
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AddDialog::sayTyped);
    if (m_typed) {
        setWindowTitle(tr("New job"));
        m_ui->editor->setMaximumHeight(em * 9);
        connect(m_ui->editor, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
        connect(m_ui->editor, &LinksEdit::longTextGiven, this, &AddDialog::takeLongText);
        connect(m_ui->forgetLongText, &QPushButton::clicked, this, [this] {
            m_ui->editor->setFocus();
            m_longText.clear();
            showLongText();
            sayTyped();
        });
        m_ui->editor->setFocus();
    } else {
        m_ui->destination->setFocus();
    }
}

/// What was typed so far is looked at.
void AddDialog::sayTyped()
{
    const auto text = typedText();
    if (text == m_input.text)
        return;
    m_input.text = text;
    survey();
}

/// Behind what is typed stands what is not shown.
QString AddDialog::typedText() const
{
    const auto typed = m_ui->editor->toPlainText().trimmed();
    if (typed.isEmpty() || m_longText.isEmpty())
        return typed.isEmpty() ? m_longText : typed;
    return typed + u'\n' + m_longText;
}

void AddDialog::takeLongText(const QString &text)
{
    m_longText = m_longText.isEmpty() ? text : m_longText + u'\n' + text;
    showLongText();
    sayTyped();
}

void AddDialog::showLongText()
{
    const auto lines = m_longText.count(u'\n') + (m_longText.endsWith(u'\n') ? 0 : 1);
    m_ui->longText->setText(tr("%Ln pasted line(s) are read, too: too much text to be shown here.",
                               nullptr, int(lines)));
    for (auto *part : std::initializer_list<QWidget *>{m_ui->longText, m_ui->forgetLongText})
        part->setVisible(!m_longText.isEmpty());
}

/// Anew from the beginning.
void AddDialog::survey()
{
    m_survey = {};
    m_task.reset();
    if (m_input.isEmpty()) {
        take(m_survey);
        return;
    }
    m_task = std::make_unique<SurveyTask>(m_input, m_ui->review->choices(), m_session);
    connect(m_task.get(), &SurveyTask::updated, this, &AddDialog::take);
    m_ui->counting->setValue(0);
    m_task->start();
    updateButton();
}

ImportPlan AddDialog::plan() const
{
    const auto name = m_ui->name->text().trimmed();
    ImportPlan plan{.input = m_input,
                    .name = name.isEmpty() ? m_ui->name->placeholderText() : name,
                    .directory = directory(),
                    .startNow = m_ui->startNow->isChecked(),
                    .expected = m_survey.complete && !m_survey.more
                                    ? m_survey.total() - m_ui->review->linksWithout()
                                    : 0,
                    .choices = m_ui->review->choices(),
                    .cookiesFile = m_cookiesFile,
                    .first = m_ui->first->isChecked(),
                    .fileName = m_ui->fileName->text().trimmed()};
    if (m_typed)
        plan.input.text = typedText();
    const engine::JobOptions usual;
    const auto own = [&] {
        return m_optionsChanged || !m_options.recipe.isEmpty() ||
               m_options.nameTemplate != usual.nameTemplate ||
               m_options.collision != usual.collision;
    };
    if (own())
        plan.options = m_options;
    return plan;
}

void AddDialog::accept()
{
    if (!m_ui->buttons->button(QDialogButtonBox::Ok)->isEnabled())
        return;
    if (!m_state.known) { // it goes on when that is known
        m_accepting = true;
        m_destination.checkNow();
        return showRoom(m_state);
    }
    const auto agreedPlan = plan();
    if (m_task)
        m_task->cancel();
    m_settings.set(desktop::Setting::StartNow, agreedPlan.startNow);
    m_ui->recipe->remember();
    QDialog::accept();
    Q_EMIT agreed(agreedPlan);
}

void AddDialog::setRecipesEditable(bool editable)
{
    m_ui->recipe->setEditable(editable);
}

void AddDialog::useRecipe(const QString &file)
{
    m_ui->recipe->use(file);
}

QList<QByteArray> AddDialog::sampleLinks() const
{
    constexpr qsizetype most = 20;
    QList<QByteArray> links;
    for (const auto &link : m_survey.links.first(qMin(most, m_survey.links.size())))
        links << link.url;
    return links;
}

void AddDialog::take(const Survey &survey)
{
    m_survey = survey;
    m_ui->review->show(survey);
    m_ui->counting->setValue(int(survey.fraction * m_ui->counting->maximum()));
    m_ui->counting->setVisible(!survey.complete && !m_input.isEmpty());
    m_ui->name->setPlaceholderText(suggestedName());
    showCounts();
    showSummary();
    if (m_compact)
        showSingle();
    showRoom(m_state);
}

qint64 AddDialog::addedLinks() const
{
    return m_survey.valid - m_ui->review->linksWithout();
}

void AddDialog::showCounts()
{
    using models::Texts;
    const auto without = m_ui->review->linksWithout();
    m_ui->valid->setText(Texts::count(m_survey.valid));
    m_ui->duplicate->setText(Texts::count(m_survey.duplicate));
    m_ui->invalid->setText(Texts::count(m_survey.invalid));
    m_ui->known->setText(Texts::count(m_survey.known));
    m_ui->leftOut->setText(Texts::count(without));
    for (auto *label : {m_ui->known, m_ui->knownLabel})
        label->setVisible(m_survey.known > 0);
    for (auto *label : {m_ui->leftOut, m_ui->leftOutLabel})
        label->setVisible(without > 0);
}

void AddDialog::showSummary()
{
    QStringList sentences;
    if (m_input.isEmpty())
        sentences << tr("No links yet");
    else if (!m_survey.complete)
        sentences << tr("Reading the list…");
    else if (m_survey.more)
        sentences << tr("More than %1 links will be added").arg(models::Texts::count(addedLinks()));
    else if (addedLinks() == 0 && m_survey.invalid > 0)
        sentences << tr("There is no link in it; %Ln invalid line(s) would be added as failed",
                        nullptr, int(m_survey.invalid));
    else if (addedLinks() == 0)
        sentences << tr("There is no link in it.");
    else
        sentences << tr("%Ln link(s) will be added", nullptr, int(addedLinks()));
    if (m_survey.files > 1)
        sentences << tr("from %Ln list(s)", nullptr, int(m_survey.files));
    QStringList besides;
    if (m_survey.duplicate > 0)
        besides << tr("%Ln duplicate(s) as skipped", nullptr, int(m_survey.duplicate));
    if (m_survey.invalid > 0)
        besides << tr("%Ln invalid line(s) as failed", nullptr, int(m_survey.invalid));
    if (m_survey.complete && addedLinks() > 0 && !besides.isEmpty())
        sentences << tr("(and %1)").arg(QLocale().createSeparatedList(besides));
    auto text = sentences.join(u' ');
    if (!m_survey.error.isEmpty())
        text += u'\n' + m_survey.error;
    m_ui->summary->setText(text);
}

/// The link itself with what is known of it, a cURL command's headers for example.
void AddDialog::showSingle()
{
    QStringList lines;
    for (const auto &link : std::as_const(m_survey.links)) {
        lines << models::readable(link.url);
        if (link.options)
            lines << LinkWords::of(*link.options);
    }
    for (const auto &problem : std::as_const(m_survey.problems)) {
        lines << problem.text
              << models::Texts::failure({.reason = problem.reason, .detail = problem.detail});
    }
    if (m_survey.known > 0)
        lines << tr("The session has this link already, in another job.");
    m_ui->single->setText(lines.join(u'\n'));
    const auto &links = m_survey.links;
    const bool named = !links.isEmpty() && links.first().options;
    const auto name = named ? links.first().options->name : QString();
    m_ui->fileName->setPlaceholderText(name.isEmpty() ? tr("as the server says") : name);
}

/// What stands in the way comes before how much room there is.
void AddDialog::showRoom(const DestinationState &state)
{
    m_state = state;
    const auto room = models::Texts::bytes(state.freeBytes);
    const auto folder = QDir::toNativeSeparators(directory());
    QString text;
    bool warning = true;
    if (!QDir::isAbsolutePath(directory()))
        text = tr("Give the whole path of a folder.");
    else if (state.isFile)
        text = tr("%1 is a file. Choose a folder.").arg(folder);
    else if (state.isUnusable())
        text = tr("%1 cannot be written to. Choose another folder.").arg(folder);
    else if (m_accepting) {
        text = tr("Looking at the folder…");
        warning = false;
    } else if (state.freeBytes < 0)
        warning = false;
    else if (m_survey.bytes > state.freeBytes)
        text = tr("Too little room: the list asks for %1, and %2 are free.")
                   .arg(models::Texts::bytes(m_survey.bytes), room);
    else if (state.freeBytes < littleRoom)
        text = tr("Little room: only %1 are free.").arg(room);
    else {
        text = tr("%1 are free").arg(room);
        warning = false;
    }
    m_ui->room->setText(warning && !text.isEmpty() ? QStringLiteral("⚠ ") + text : text);
    auto font = m_ui->name->font();
    font.setBold(warning);
    m_ui->room->setFont(font);
    updateButton();
}

void AddDialog::updateButton()
{
    const bool links = !m_typed || !m_ui->editor->document()->isEmpty() || !m_longText.isEmpty();
    const bool some = m_survey.total() > m_ui->review->linksWithout();
    const bool usable = QDir::isAbsolutePath(directory()) && !m_state.isUnusable();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(usable && links && some);
}

void AddDialog::chooseFolder()
{
    const auto folder = m_prompts.chooseFolder(this, m_ui->destination->currentText());
    if (!folder.isEmpty())
        m_ui->destination->setFolder(folder);
}

void AddDialog::editSettings()
{
    auto *dialog = new JobSettingsDialog(m_options, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCookiesFile(m_cookiesFile);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_optionsChanged = m_optionsChanged || dialog->options() != m_options;
        m_options = dialog->options();
        m_cookiesFile = dialog->cookiesFile();
        m_optionsChanged = m_optionsChanged || !m_cookiesFile.isEmpty();
    });
    dialog->open();
}

QString AddDialog::suggestedName() const
{
    if (!m_input.files.isEmpty())
        return QFileInfo(m_input.files.first()).completeBaseName();
    return m_survey.hosts.isEmpty() ? tr("Links") : models::readable(m_survey.hosts.first().name);
}

QString AddDialog::directory() const
{
    return m_ui->destination->folder();
}

} // namespace trawl::adding

#include "moc_adddialog.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"

#include "models/texts.h"
#include "ui_adddialog.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>

#include <utility>

namespace trawl::adding {

AddDialog::AddDialog(ListInput input, desktop::Settings &settings, const desktop::Prompts &prompts,
                     QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddDialog>())
    , m_input(std::move(input))
    , m_settings(settings)
    , m_prompts(prompts)
    , m_task(m_input)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    // The dialog keeps its size while it counts: nothing moves under the mouse.
    auto policy = m_ui->counting->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_ui->counting->setSizePolicy(policy);
    m_ui->destination->setText(
        QDir::toNativeSeparators(m_settings.get<QString>(desktop::Setting::Destination)));
    m_ui->startNow->setChecked(m_settings.get<bool>(desktop::Setting::StartNow));
    connect(m_ui->browse, &QPushButton::clicked, this, &AddDialog::chooseFolder);
    connect(m_ui->destination, &QLineEdit::textChanged, this, &AddDialog::updateButton);
    connect(&m_task, &SurveyTask::updated, this, &AddDialog::take);
    m_ui->destination->setFocus();
    take(m_survey);
    m_task.start();
}

AddDialog::~AddDialog() = default;

ImportPlan AddDialog::plan() const
{
    const auto name = m_ui->name->text().trimmed();
    return {
        .input = m_input,
        .name = name.isEmpty() ? m_ui->name->placeholderText() : name,
        .directory = QDir::cleanPath(QDir::fromNativeSeparators(m_ui->destination->text())),
        .startNow = m_ui->startNow->isChecked(),
        .expected = m_survey.complete ? m_survey.total() : 0,
    };
}

void AddDialog::accept()
{
    m_task.cancel();
    const auto agreedPlan = plan();
    m_settings.set(desktop::Setting::Destination, agreedPlan.directory);
    m_settings.set(desktop::Setting::StartNow, agreedPlan.startNow);
    QDialog::accept();
    Q_EMIT agreed(agreedPlan);
}

void AddDialog::take(const Survey &survey)
{
    m_survey = survey;
    const QLocale locale;
    m_ui->valid->setText(locale.toString(survey.valid));
    m_ui->duplicate->setText(locale.toString(survey.duplicate));
    m_ui->invalid->setText(locale.toString(survey.invalid));
    m_ui->counting->setValue(int(survey.fraction * m_ui->counting->maximum()));
    m_ui->counting->setVisible(!survey.complete);
    m_ui->name->setPlaceholderText(suggestedName());
    if (!survey.complete)
        m_ui->summary->setText(tr("Reading the list…"));
    else if (survey.valid == 0)
        m_ui->summary->setText(tr("There is no link in it."));
    else
        m_ui->summary->setText(tr("%Ln link(s) will be added", nullptr, int(survey.valid)));
    showProblems();
    updateButton();
}

void AddDialog::showProblems()
{
    QStringList lines;
    if (!m_survey.error.isEmpty())
        lines << m_survey.error;
    for (const auto &problem : std::as_const(m_survey.problems)) {
        const auto why =
            models::Texts::failure({.reason = problem.reason, .detail = problem.detail});
        const auto what = problem.file.isEmpty()
                              ? tr("Line %1: %2: %3").arg(problem.line)
                              : tr("%1, line %2: %3: %4").arg(problem.file).arg(problem.line);
        lines << what.arg(why, problem.text);
    }
    if (m_survey.duplicate + m_survey.invalid > m_survey.problems.size())
        lines << tr("… and more");
    const auto text = lines.join(u'\n');
    if (m_ui->problems->toPlainText() != text)
        m_ui->problems->setPlainText(text);
}

void AddDialog::updateButton()
{
    const auto directory = QDir::fromNativeSeparators(m_ui->destination->text());
    const auto usable = QDir::isAbsolutePath(directory) && m_survey.total() > 0;
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(usable);
}

void AddDialog::chooseFolder()
{
    const auto folder = m_prompts.chooseFolder(this, m_ui->destination->text());
    if (!folder.isEmpty())
        m_ui->destination->setText(QDir::toNativeSeparators(folder));
}

QString AddDialog::suggestedName() const
{
    if (!m_input.files.isEmpty())
        return QFileInfo(m_input.files.first()).completeBaseName();
    return m_survey.host.isEmpty() ? tr("Links") : m_survey.host;
}

} // namespace trawl::adding

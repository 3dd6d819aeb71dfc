// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/fieldform.h"

#include "recipes/problemlabel.h"
#include "recipes/steptext.h"
#include "ui_fieldform.h"

namespace trawl::recipes {

namespace {

using item::Step;
using item::StepKind;

/// Takes the last step off if it is of that kind.
std::optional<Step> takeLast(QList<Step> &steps, StepKind kind)
{
    if (steps.isEmpty() || steps.last().kind != kind)
        return std::nullopt;
    return steps.takeLast();
}

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FieldForm>())
{
    m_ui->setupUi(this);
    m_ui->form->setContentsMargins({});
    for (const auto &name : {tr("CSS"), tr("XPath"), tr("Regular expression"), tr("JSONPath"),
                             tr("JSON-LD"), tr("Microdata"), tr("Meta")})
        m_ui->language->addItem(name);
    m_ui->steps->setToolTip(tr("Steps, parted by “ | ”: %1").arg(stepWordList().join(u", ")));
    connect(m_ui->name, &QLineEdit::textEdited, this, &FieldForm::take);
    connect(m_ui->selector, &QLineEdit::textEdited, this, &FieldForm::takeSelector);
    connect(m_ui->language, &QComboBox::activated, this, &FieldForm::take);
    connect(m_ui->steps, &QLineEdit::textEdited, this, &FieldForm::take);
    connect(m_ui->fallback, &QLineEdit::textEdited, this, &FieldForm::take);
    connect(m_ui->required, &QCheckBox::clicked, this, &FieldForm::take);
    connect(m_ui->all, &QCheckBox::clicked, this, &FieldForm::take);
    setProblem({});
    showProblem(*m_ui->stepsProblem, {});
}

FieldForm::~FieldForm() = default;

void FieldForm::setField(const item::Field &field)
{
    m_field = field;
    m_ui->name->setText(field.name);
    const auto [language, text] = splitSelector(field.selector);
    m_ui->language->setCurrentIndex(int(language));
    m_ui->selector->setText(text);
    m_steps = field.steps;
    m_ui->required->setChecked(takeLast(m_steps, StepKind::Required).has_value());
    m_ui->fallback->setText(takeLast(m_steps, StepKind::Default).value_or(Step()).argument);
    m_ui->steps->setText(stepsText(m_steps));
    m_ui->all->setChecked(field.all);
    showProblem(*m_ui->stepsProblem, {});
}

void FieldForm::setProblem(const QString &problem)
{
    showProblem(*m_ui->problem, problem);
}

void FieldForm::focusName()
{
    m_ui->name->setFocus();
    m_ui->name->selectAll();
}

/// A prefix that is typed or pasted chooses the language.
void FieldForm::takeSelector(const QString &text)
{
    if (const auto [language, rest] = splitSelector(text); language != Language::Css) {
        m_ui->language->setCurrentIndex(int(language));
        m_ui->selector->setText(rest);
    }
    take();
}

void FieldForm::take()
{
    m_field.name = m_ui->name->text();
    m_field.selector =
        joinSelector({Language(m_ui->language->currentIndex()), m_ui->selector->text()});
    m_field.all = m_ui->all->isChecked();
    m_field.steps = steps();
    Q_EMIT edited();
}

QList<Step> FieldForm::steps()
{
    const auto understood = stepsFromText(m_ui->steps->text());
    showProblem(*m_ui->stepsProblem, understood ? QString() : understood.error());
    if (understood)
        m_steps = *understood;
    auto steps = m_steps;
    if (!m_ui->fallback->text().isEmpty())
        steps.append({StepKind::Default, m_ui->fallback->text()});
    if (m_ui->required->isChecked())
        steps.append({StepKind::Required, {}});
    return steps;
}

} // namespace trawl::recipes

#include "moc_fieldform.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/followform.h"

#include "recipes/problemlabel.h"
#include "ui_followform.h"

namespace trawl::recipes {

FollowForm::FollowForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FollowForm>())
{
    m_ui->setupUi(this);
    m_ui->form->setContentsMargins({});
    for (auto *line : {m_ui->selector, m_ui->carry, m_ui->allow, m_ui->deny})
        connect(line, &QLineEdit::textEdited, this, &FollowForm::take);
    connect(m_ui->page, &QComboBox::activated, this, &FollowForm::take);
    connect(m_ui->next, &QCheckBox::clicked, this, &FollowForm::take);
    setProblem({});
}

FollowForm::~FollowForm() = default;

void FollowForm::setRule(const item::Follow &rule, const QStringList &pageKinds)
{
    m_rule = rule;
    m_ui->selector->setText(rule.selector);
    m_ui->page->clear();
    m_ui->page->addItem(tr("the same"), QString());
    for (const auto &kind : pageKinds) {
        if (!kind.isEmpty())
            m_ui->page->addItem(kind, kind);
    }
    m_ui->page->setCurrentIndex(std::max(0, m_ui->page->findData(rule.page)));
    m_ui->next->setChecked(rule.next);
    m_ui->carry->setText(rule.carry.join(QStringLiteral(", ")));
    m_ui->allow->setText(rule.allow);
    m_ui->deny->setText(rule.deny);
}

void FollowForm::setProblem(const QString &problem)
{
    showProblem(*m_ui->problem, problem);
}

void FollowForm::focusSelector()
{
    m_ui->selector->setFocus();
    m_ui->selector->selectAll();
}

void FollowForm::take()
{
    m_rule.selector = m_ui->selector->text();
    m_rule.page = m_ui->page->currentData().toString();
    m_rule.next = m_ui->next->isChecked();
    m_rule.carry.clear();
    for (const auto &name : m_ui->carry->text().split(u',', Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            m_rule.carry.append(name.trimmed());
    }
    m_rule.allow = m_ui->allow->text();
    m_rule.deny = m_ui->deny->text();
    Q_EMIT edited();
}

} // namespace trawl::recipes

#include "moc_followform.cpp"

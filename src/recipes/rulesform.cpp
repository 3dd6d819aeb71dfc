// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/rulesform.h"

#include "ui_rulesform.h"

namespace trawl::recipes {

namespace {

QStringList linesOf(const QPlainTextEdit &edit)
{
    QStringList lines;
    for (const auto &line : edit.toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

/// Only when they differ, so that the cursor stays.
void showLines(QPlainTextEdit &edit, const QStringList &lines)
{
    if (linesOf(edit) != lines)
        edit.setPlainText(lines.join(u'\n'));
}

} // namespace

RulesForm::RulesForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RulesForm>())
{
    m_ui->setupUi(this);
    m_ui->tree->addItems({tr("as a browser does"), tr("fast (libxml2)")});
    m_ui->span->addItems({tr("only the link's own"), tr("of the same domain"), tr("any")});
    const auto changed = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    for (auto *box : {m_ui->tree, m_ui->span})
        connect(box, &QComboBox::activated, this, changed);
    for (auto *spin : {m_ui->depth, m_ui->maxPages})
        connect(spin, &QSpinBox::valueChanged, this, changed);
    for (auto *lines : {m_ui->allow, m_ui->deny, m_ui->sitemaps}) {
        connect(lines, &QPlainTextEdit::textChanged, this, changed);
        lines->setFixedHeight(lines->fontMetrics().lineSpacing() * 3 + lines->frameWidth() * 2 + 8);
    }
    for (auto *box :
         {m_ui->robots, m_ui->nofollow, m_ui->throttle, m_ui->sortQuery, m_ui->dropTracking})
        connect(box, &QCheckBox::clicked, this, changed);
    setTreeHint({});
}

RulesForm::~RulesForm() = default;

void RulesForm::setRules(const item::Recipe &recipe)
{
    m_filling = true;
    const auto &rules = recipe.crawl;
    m_ui->tree->setCurrentIndex(int(recipe.tree));
    m_ui->depth->setValue(rules.depth);
    m_ui->span->setCurrentIndex(int(rules.span));
    m_ui->maxPages->setValue(int(std::min<qint64>(rules.maxPages, m_ui->maxPages->maximum())));
    showLines(*m_ui->allow, rules.allow);
    showLines(*m_ui->deny, rules.deny);
    showLines(*m_ui->sitemaps, recipe.sitemaps);
    m_ui->robots->setChecked(rules.robots);
    m_ui->nofollow->setChecked(rules.nofollow);
    m_ui->throttle->setChecked(rules.throttle);
    m_ui->sortQuery->setChecked(rules.sortQuery);
    m_ui->dropTracking->setChecked(rules.dropTracking);
    m_filling = false;
}

void RulesForm::putInto(item::Recipe &recipe) const
{
    recipe.tree = item::Tree(m_ui->tree->currentIndex());
    recipe.sitemaps = linesOf(*m_ui->sitemaps);
    auto &rules = recipe.crawl;
    rules.depth = m_ui->depth->value();
    rules.span = item::Span(m_ui->span->currentIndex());
    rules.maxPages = m_ui->maxPages->value();
    rules.allow = linesOf(*m_ui->allow);
    rules.deny = linesOf(*m_ui->deny);
    rules.robots = m_ui->robots->isChecked();
    rules.nofollow = m_ui->nofollow->isChecked();
    rules.throttle = m_ui->throttle->isChecked();
    rules.sortQuery = m_ui->sortQuery->isChecked();
    rules.dropTracking = m_ui->dropTracking->isChecked();
}

void RulesForm::setTreeHint(const QString &hint)
{
    m_ui->treeHint->setText(hint);
    m_ui->treeHint->setVisible(!hint.isEmpty());
}

} // namespace trawl::recipes

#include "moc_rulesform.cpp"

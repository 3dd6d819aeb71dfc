// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/enginesettings.h"
#include "item/weburl.h"
#include "models/plaintip.h"
#include "models/texts.h"
#include "models/urlparts.h"
#include "recipes/partmodel.h"
#include "recipes/recipeeditor.h"
#include "recipes/valuesmodel.h"
#include "ui_recipeeditor.h"

namespace trawl::recipes {

using State = SampledPage::State;

void RecipeEditor::fetchTyped()
{
    auto typed = m_ui->url->text().trimmed();
    if (typed.isEmpty())
        return;
    if (!typed.contains(QStringLiteral("://")))
        typed.prepend(QStringLiteral("https://"));
    const auto text = typed.toUtf8();
    const auto index = m_prober.fetch(item::normalUrl(text).value_or(text), transfer());
    if (index < 0) {
        m_ui->messages->showHint(
            tr("There are %n pages already; leave one out first.", nullptr, Prober::mostPages));
        return;
    }
    m_ui->shown->setCurrentIndex(index);
    showPage();
}

/// As its job makes its requests, or as a new one would.
item::TransferSettings RecipeEditor::transfer() const
{
    return m_transfer ? *m_transfer : desktop::jobDefaults(m_settings).transfer;
}

void RecipeEditor::addPages(const QList<QByteArray> &urls)
{
    const auto settings = transfer();
    for (const auto &url : urls) {
        if (m_prober.fetch(url, settings) < 0)
            break;
    }
    if (m_prober.pages().empty())
        m_ui->messages->showHint(tr("The window shows no links to take pages from."));
    showPage();
}

QString RecipeEditor::nameOf(const QByteArray &url) const
{
    const auto path = QByteArrayView(url).sliced(item::originOf(url).size());
    return models::readableDecoded(path.size() > 1 ? path : item::hostOf(url));
}

void RecipeEditor::showPageList()
{
    const auto current = m_ui->shown->currentIndex();
    const auto &pages = m_prober.pages();
    while (m_ui->shown->count() > int(pages.size()))
        m_ui->shown->removeItem(m_ui->shown->count() - 1);
    for (int i = 0; i < int(pages.size()); ++i) {
        const auto &sampled = pages[std::size_t(i)];
        auto text = nameOf(sampled.url);
        if (sampled.state == State::Fetching)
            text = tr("%1 (fetching…)").arg(text);
        else if (sampled.state == State::Failed)
            text = tr("%1 (failed)").arg(text);
        if (i < m_ui->shown->count())
            m_ui->shown->setItemText(i, text);
        else
            m_ui->shown->addItem(text);
        m_ui->shown->setItemData(i, models::plainTip(QString::fromUtf8(sampled.url)),
                                 Qt::ToolTipRole);
    }
    m_ui->dropPage->setEnabled(!pages.empty());
    if (m_ui->shown->currentIndex() != current || pages.empty())
        showPage();
}

void RecipeEditor::showPage()
{
    const auto index = m_ui->shown->currentIndex();
    m_ui->source->setMatches({});
    m_ui->matches->clear();
    m_ui->dropPage->setEnabled(index >= 0);
    m_ui->nextMatch->setEnabled(false);
    if (index >= 0) {
        showPageState(m_prober.pages()[std::size_t(index)]);
    } else {
        m_sourceOf.clear();
        m_ui->source->clearSource(
            tr("Type the URL of a page and fetch it: its source appears here, with all that the "
               "selectors match."));
    }
    showSums();
    m_tryTimer.start();
}

void RecipeEditor::showPageState(const SampledPage &page)
{
    if (page.state == State::There && page.url == m_sourceOf && page.number == m_sourceNumber)
        return;
    m_sourceOf.clear();
    if (page.state == State::Fetching)
        m_ui->source->clearSource(tr("The page is being fetched…"));
    else if (page.state == State::Failed)
        m_ui->source->clearSource(models::Texts::failure(page.sample.failure));
}

void RecipeEditor::tryNow()
{
    const auto trial = trialOf(m_recipe, m_kind);
    const auto shown = m_ui->shown->currentIndex();
    const bool known = shown >= 0 && m_prober.pages()[std::size_t(shown)].url == m_sourceOf;
    m_prober.tryOut(trial, shown, trial.placeOf(placeAtCursor()), !known);
}

void RecipeEditor::takeAnswer(int page, const Trial &trial, const item::ProbeAnswer &answer)
{
    if (trial.page != m_kind || trial.ofFields != m_recipe.pages[m_kind].fields.size())
        return; // the next one is on its way
    const auto &sampled = m_prober.pages()[std::size_t(page)];
    m_values->setPage(page, {nameOf(sampled.url), trial.fields, answer.records, answer.lost});
    PageResult result{answer.recordCount, {}, {}};
    for (qsizetype i = 0; i < trial.fields.size(); ++i)
        result.missing.insert(trial.fields[i], answer.missing.value(i));
    if (!answer.error.isEmpty())
        result.failure = answer.error;
    else if (answer.failure.reason != item::Reason::None)
        result.failure = models::Texts::failure(answer.failure);
    m_results.insert(sampled.url, result);
    m_problems.clear();
    for (const auto &[place, what] : answer.problems) {
        const auto own = trial.draftPlaceOf(place);
        m_problems.insert({int(own.part), own.index}, what);
    }
    if (page == m_ui->shown->currentIndex())
        takeShownAnswer(sampled, trial, answer);
    showLists();
}

void RecipeEditor::takeShownAnswer(const SampledPage &page, const Trial &trial,
                                   const item::ProbeAnswer &answer)
{
    if (!answer.source.isEmpty() || m_sourceOf != page.url) {
        m_sourceOf = page.url;
        m_sourceNumber = page.number;
        m_ui->source->setSource(answer.source);
        if (answer.sourceCut) {
            m_ui->messages->showHint(
                tr("The page is large: only its first %n million characters are shown. All of it "
                   "is looked into.",
                   nullptr, 2));
        }
    }
    m_ui->source->setMatches(answer.matches);
    const auto place = placeAtCursor();
    const bool located = trial.placeOf(place).has_value();
    m_ui->matches->setText(located ? tr("%Ln match(es)", nullptr, int(answer.matchCount))
                                   : QString());
    m_ui->nextMatch->setEnabled(!answer.matches.isEmpty());
    QString hint;
    const bool any = answer.recordCount > 0 || answer.linkCount > 0;
    if (any && answer.sameInOther == true && m_recipe.tree == item::Tree::Browser)
        hint = tr("Both trees give the same records here: use the fast one.");
    else if (any && answer.sameInOther == false && m_recipe.tree == item::Tree::Fast)
        hint = tr("A browser's tree gives other records here.");
    m_ui->rulesForm->setTreeHint(hint);
    m_ui->statusBar->showMessage(hint);
}

QString RecipeEditor::foundText(int field) const
{
    qint64 records = 0;
    qint64 missing = 0;
    for (const auto &result : m_results) {
        if (!result.missing.contains(field))
            continue;
        records += result.records;
        missing += result.missing[field];
    }
    return records == 0
               ? QString()
               : tr("%1 of %2")
                     .arg(models::Texts::count(records - missing), models::Texts::count(records));
}

/// "20 pages, 240 records. price is missing on 3 of 240."
void RecipeEditor::showSums()
{
    for (auto result = m_results.begin(); result != m_results.end();) {
        const bool there = std::ranges::any_of(
            m_prober.pages(), [&](const SampledPage &page) { return page.url == result.key(); });
        result = there ? std::next(result) : m_results.erase(result);
    }
    if (m_results.isEmpty()) {
        m_ui->valuesTitle->setText(
            tr("The values that the fields find on the fetched pages appear here."));
        return;
    }
    qint64 records = 0;
    QStringList sentences;
    for (auto result = m_results.cbegin(); result != m_results.cend(); ++result) {
        records += result->records;
        if (!result->failure.isEmpty())
            sentences.append(tr("%1: %2").arg(nameOf(result.key()), result->failure));
    }
    const auto &fields = m_recipe.pages[m_kind].fields;
    for (int i = 0; i < fields.size(); ++i) {
        qint64 missing = 0;
        for (const auto &result : std::as_const(m_results))
            missing += result.missing.value(i);
        if (missing > 0)
            sentences.append(tr("“%1” is missing on %2 of %3.")
                                 .arg(fields[i].name, models::Texts::count(missing),
                                      models::Texts::count(records)));
    }
    sentences.prepend(tr("%Ln page(s)", nullptr, int(m_results.size())) + QStringLiteral(", ") +
                      tr("%Ln record(s).", nullptr, int(records)));
    constexpr qsizetype most = 4;
    m_ui->valuesTitle->setText(sentences.first(std::min(sentences.size(), most)).join(u' '));
    m_ui->valuesTitle->setToolTip(models::plainTip(sentences.join(u'\n')));
    showLists();
}

} // namespace trawl::recipes

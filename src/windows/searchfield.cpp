// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/searchfield.h"

#include "models/icons.h"
#include "models/plaintip.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QToolButton>
#include <QWhatsThis>

#include <array>

namespace trawl::windows {

namespace {

constexpr int typingPauseMs = 250;

struct Example
{
    const char *typed;
    const char *meaning;
};

constexpr std::array examples{
    Example{"report pdf", QT_TRANSLATE_NOOP("trawl::windows::SearchField",
                                            "both words in the link or the file's name")},
    Example{"\"annual report\"",
            QT_TRANSLATE_NOOP("trawl::windows::SearchField", "the words as they stand")},
    Example{"-thumb", QT_TRANSLATE_NOOP("trawl::windows::SearchField", "without this word")},
    Example{"host:example.org", QT_TRANSLATE_NOOP("trawl::windows::SearchField", "of this host")},
    Example{"status:failed", QT_TRANSLATE_NOOP("trawl::windows::SearchField",
                                               "running, queued, paused, done, failed or skipped")},
    Example{"code:404  code:5xx  code:>=400",
            QT_TRANSLATE_NOOP("trawl::windows::SearchField", "by the server's answer")},
    Example{"size:>10M  size:1k-5k", QT_TRANSLATE_NOOP("trawl::windows::SearchField", "by size")},
    Example{"why:dns  why:429",
            QT_TRANSLATE_NOOP("trawl::windows::SearchField", "by the reason it did not succeed")},
    Example{"name:scan", QT_TRANSLATE_NOOP("trawl::windows::SearchField", "in the name")},
    Example{"job:papers", QT_TRANSLATE_NOOP("trawl::windows::SearchField", "of this job")},
};

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    setPlaceholderText(tr("Search: words, host:, status:, why:"));
    setAccessibleName(tr("Search the links"));
    setClearButtonEnabled(true);
    setAcceptDrops(false); // a drop anywhere adds
    m_hint = addAction(models::icon(u"warning"), TrailingPosition);
    m_hint->setVisible(false);
    m_help = addAction(models::icon(u"help"), TrailingPosition);
    m_help->setText(tr("How to search"));
    m_help->setToolTip(tr("How to search"));
    connect(m_help, &QAction::triggered, this, &SearchField::explain);
    const auto buttons = findChildren<QToolButton *>();
    for (auto *button : buttons)
        button->setAccessibleName(button->defaultAction() ? button->defaultAction()->text()
                                                          : tr("Empty the field"));

    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Words of the search"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &SearchField::insertCompletion);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::understand);
    connect(this, &QLineEdit::textEdited, this, &SearchField::complete);
    connect(this, &QLineEdit::returnPressed, this, &SearchField::understand);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            understand();
        else
            m_pause.start();
    });
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_completer->popup()->isVisible())
        return event->ignore(); // closes the list first
    if (event->key() != Qt::Key_Escape || text().isEmpty())
        return QLineEdit::keyPressEvent(event);
    clear();
    event->accept();
}

void SearchField::understand()
{
    m_pause.stop();
    const auto next = models::parseSearch(text());
    const auto hints = next.hints.join(u'\n');
    m_hint->setVisible(!hints.isEmpty());
    m_hint->setText(hints);
    m_hint->setToolTip(models::plainTip(hints));
    setAccessibleDescription(hints);
    const bool changed = next != m_search || next.hints != m_search.hints;
    m_search = next;
    if (changed)
        Q_EMIT searchChanged(m_search);
}

int SearchField::wordStart() const
{
    const auto before = text().first(cursorPosition());
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i] == u'"')
            quoted = !quoted;
        else if (before[i].isSpace() && !quoted)
            start = i + 1;
    }
    return int(start);
}

void SearchField::complete()
{
    const auto start = wordStart();
    const auto words =
        models::searchCompletions(QStringView(text()).sliced(start, cursorPosition() - start));
    if (words.isEmpty())
        return m_completer->popup()->hide();
    m_words->setStringList(words);
    m_completer->complete();
}

void SearchField::insertCompletion(const QString &word)
{
    const bool whole = !word.endsWith(u':');
    const auto start = wordStart();
    setSelection(start, cursorPosition() - start);
    insert(whole ? word + u' ' : word);
    if (!whole) // with what may stand behind it, once the list has closed
        QMetaObject::invokeMethod(this, &SearchField::complete, Qt::QueuedConnection);
}

void SearchField::explain()
{
    QString rows;
    for (const auto &[typed, meaning] : examples)
        rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(QString::fromLatin1(typed).toHtmlEscaped(), tr(meaning).toHtmlEscaped());
    const auto text =
        QStringLiteral("<p>%1</p><table>%2</table>")
            .arg(tr("Several words narrow it down: a link must meet them all."), rows);
    QWhatsThis::showText(mapToGlobal(rect().bottomLeft()), text, this);
}

} // namespace trawl::windows

#include "moc_searchfield.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/sourceview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QScrollBar>

#include <algorithm>

namespace trawl::recipes {

namespace {

constexpr qsizetype longestLine = 400;
constexpr qsizetype pieceSize = 32 * 1024;

/// Where lines longer than that are broken, best behind a tag.
std::vector<qint32> breaksOf(const QString &source)
{
    std::vector<qint32> breaks;
    qsizetype begin = 0;
    qsizetype lastTag = -1;
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] == u'\n') {
            begin = i + 1;
            lastTag = -1;
        } else if (i - begin >= longestLine && !source[i].isLowSurrogate()) {
            const auto at = lastTag > begin ? lastTag : i;
            breaks.push_back(qint32(at));
            begin = at;
            lastTag = -1;
        } else if (source[i] == u'>') {
            lastTag = i + 1;
        }
    }
    return breaks;
}

QString broken(const QString &source, const std::vector<qint32> &breaks)
{
    QString result;
    result.reserve(source.size() + qsizetype(breaks.size()));
    qsizetype from = 0;
    for (const auto at : breaks) {
        result += QStringView(source).sliced(from, at - from);
        result += u'\n';
        from = at;
    }
    result += QStringView(source).sliced(from);
    return result;
}

} // namespace

SourceView::SourceView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Source of the page"));
    m_filling.setInterval(0);
    connect(&m_filling, &QTimer::timeout, this, &SourceView::addPiece);
}

void SourceView::setSource(const QString &source)
{
    setPlaceholderText({});
    m_matches.clear();
    m_current = -1;
    m_breaks = breaksOf(source);
    m_source = broken(source, m_breaks);
    m_filled = 0;
    clear();
    setExtraSelections({});
    m_filling.start();
}

void SourceView::clearSource(const QString &why)
{
    setSource({});
    m_filling.stop();
    setPlaceholderText(why);
}

void SourceView::addPiece()
{
    auto end = std::min(m_filled + pieceSize, m_source.size());
    if (end < m_source.size() && m_source[end].isLowSurrogate())
        ++end;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_source.sliced(m_filled, end - m_filled));
    m_filled = end;
    if (m_filled < m_source.size())
        return;
    m_filling.stop();
    mark();
}

void SourceView::setMatches(const QList<item::SourceRange> &matches)
{
    if (m_matches == matches)
        return;
    m_matches = matches;
    m_current = -1;
    if (isSettled())
        mark();
}

void SourceView::showNextMatch()
{
    if (m_matches.isEmpty() || !isSettled())
        return;
    m_current = int((m_current + 1) % m_matches.size());
    QTextCursor cursor(document());
    cursor.setPosition(viewPosition(m_matches[m_current].from));
    setTextCursor(cursor);
    centerCursor();
    mark();
}

int SourceView::viewPosition(qint32 position) const
{
    const auto before = std::ranges::upper_bound(m_breaks, position) - m_breaks.begin();
    return int(std::min<qsizetype>(position + before, m_source.size()));
}

void SourceView::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    auto colour = palette().color(QPalette::Highlight);
    colour.setAlpha(90);
    format.setBackground(colour);
    QTextCharFormat current;
    current.setBackground(palette().color(QPalette::Highlight));
    current.setForeground(palette().color(QPalette::HighlightedText));
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        QTextCursor cursor(document());
        cursor.setPosition(viewPosition(m_matches[i].from));
        cursor.setPosition(viewPosition(m_matches[i].to), QTextCursor::KeepAnchor);
        marks.append({cursor, i == m_current ? current : format});
    }
    setExtraSelections(marks);
    if (m_current < 0 && !m_matches.isEmpty())
        showNextMatch();
}

void SourceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isSettled())
        mark();
}

} // namespace trawl::recipes

#include "moc_sourceview.cpp"

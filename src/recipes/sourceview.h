// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/probe.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <vector>

namespace trawl::recipes {

/// The source of a page, with places marked in it. It is put in piece by piece, and very long
/// lines are broken for the eye: a page in one line would take the window seconds to lay out.
class SourceView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SourceView(QWidget *parent = nullptr);

    void setSource(const QString &source);
    void clearSource(const QString &why); ///< a sentence in its place
    /// Places in characters of the source; the first is brought into view if none is.
    void setMatches(const QList<item::SourceRange> &matches);
    void showNextMatch();
    /// The whole source is there and marked.
    [[nodiscard]] bool isSettled() const { return !m_filling.isActive(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPiece();
    void mark();
    [[nodiscard]] int viewPosition(qint32 position) const;

    QString m_source;             ///< with the breaks
    qsizetype m_filled = 0;       ///< of m_source
    std::vector<qint32> m_breaks; ///< places in the page's source where one was put
    QList<item::SourceRange> m_matches;
    int m_current = -1; ///< of the matches
    QTimer m_filling;
};

} // namespace trawl::recipes

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStringListModel;

namespace trawl::windows {

/// Where the person types what to look for. Completes the words of the search, shows by an icon
/// that a word was left out, and explains itself. Escape empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    [[nodiscard]] const models::Search &search() const { return m_search; }

Q_SIGNALS:
    /// A moment after the last key; at once for Enter and when it is emptied.
    void searchChanged(const trawl::models::Search &search);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void understand();
    void complete();
    void insertCompletion(const QString &word);
    void explain();
    /// Where the word before the cursor begins.
    [[nodiscard]] int wordStart() const;

    models::Search m_search;
    QTimer m_pause;
    QStringListModel *m_words;
    QCompleter *m_completer;
    QAction *m_hint;
    QAction *m_help;
};

} // namespace trawl::windows

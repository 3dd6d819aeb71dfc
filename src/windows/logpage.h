// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace trawl::windows {

/// The Log tab: what happened beside the items, newest last, the last thousand lines.
class LogPage : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LogPage(QWidget *parent = nullptr);

    /// Adds a line with the time of day; follows it unless the person has scrolled away.
    void add(const QString &text);
};

} // namespace trawl::windows

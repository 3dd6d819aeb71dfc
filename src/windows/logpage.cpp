// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/logpage.h"

#include <QLocale>
#include <QTime>

namespace trawl::windows {

LogPage::LogPage(QWidget *parent)
    : QPlainTextEdit(parent)
{
    constexpr int lines = 1000;
    setReadOnly(true);
    setMaximumBlockCount(lines);
    setAcceptDrops(false);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setPlaceholderText(tr("Nothing to report."));
    setAccessibleName(tr("Log"));
}

void LogPage::add(const QString &text)
{
    // appendPlainText() scrolls only when the end is in sight.
    appendPlainText(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss")) +
                    QStringLiteral("  ") + text);
}

} // namespace trawl::windows

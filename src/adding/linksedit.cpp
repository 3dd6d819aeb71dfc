// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/linksedit.h"

#include <QMimeData>

#include <algorithm>

namespace trawl::adding {

void LinksEdit::insertFromMimeData(const QMimeData *source)
{
    const auto text = source->text();
    if (isTooLong(text))
        Q_EMIT longTextGiven(text);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

/// Laying out takes 7 µs a line; one of 130 000 characters took a third of a second.
bool LinksEdit::isTooLong(const QString &text) const
{
    constexpr qsizetype mostText = 128 * 1024;
    constexpr qsizetype mostLines = 2000;
    constexpr qsizetype longestLine = 4096;
    if (document()->characterCount() + text.size() > mostText)
        return true;
    const auto lines = QStringView(text).split(u'\n');
    return lines.size() > mostLines ||
           std::ranges::any_of(lines, [](QStringView line) { return line.size() > longestLine; });
}

} // namespace trawl::adding

#include "moc_linksedit.cpp"

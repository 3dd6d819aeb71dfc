// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QString>

namespace trawl::exchange {

/// A line of typed text that stands for many links (exchange/pattern.h).
struct PatternLine
{
    qint64 line = 0;
    QString text;
    quint64 count = 0; ///< the largest quint64 when there are more
    QString first;     ///< as it would be asked for
    QString last;
};

/// The patterns of a text that is read as Lines, at most `most`; nothing is expanded.
[[nodiscard]] QList<PatternLine> patternsIn(const QByteArray &text, qsizetype most = 100);
/// The same, of what is still to be read of it.
[[nodiscard]] QList<PatternLine> patternsIn(QIODevice &text, qsizetype most = 100);

} // namespace trawl::exchange

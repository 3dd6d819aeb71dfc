// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/patternlines.h"

#include "exchange/bytes.h"
#include "exchange/linesource.h"
#include "exchange/linkreader.h"
#include "exchange/pattern.h"
#include "exchange/splitter.h"

#include <QBuffer>

namespace trawl::exchange {

QList<PatternLine> patternsIn(const QByteArray &text, qsizetype most)
{
    auto bytes = text;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return patternsIn(buffer, most);
}

QList<PatternLine> patternsIn(QIODevice &text, qsizetype most)
{
    QList<PatternLine> found;
    InputBuffer input(text);
    Splitter lines(input, "\r\n");
    while (found.size() < most) {
        const auto piece = lines.next(true);
        if (!piece)
            break;
        const auto line = trimmed(piece->text);
        if (piece->cut || !isEntry(line) || !(line.contains('[') || line.contains('{')))
            continue;
        const auto url = trimmed(line.first(lineOptionsStart(line)));
        const auto pattern = Pattern::parse(url);
        if (!pattern || pattern->isPlain())
            continue;
        const auto shown = [](const QByteArray &one) {
            return QString::fromUtf8(parseLink(one).url);
        };
        found.append({piece->line, QString::fromUtf8(url), pattern->count(),
                      shown(pattern->first()), shown(pattern->last())});
    }
    return found;
}

} // namespace trawl::exchange

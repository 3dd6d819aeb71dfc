// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readingdirection.h"

#include <QStringBuilder>

namespace trawl::models {

namespace {

constexpr char16_t leftToRightIsolate = u'\u2066';
constexpr char16_t popIsolate = u'\u2069';

bool isPathOrUrl(QStringView text)
{
    return text.startsWith(u'/') || text.startsWith(u"~/") || text.startsWith(u"http://") ||
           text.startsWith(u"https://");
}

} // namespace

bool readsLeftToRight(QStringView text)
{
    if (isPathOrUrl(text))
        return true;
    qsizetype left = 0;
    qsizetype right = 0;
    for (const auto letter : text) {
        switch (letter.direction()) {
        case QChar::DirL:
            ++left;
            break;
        case QChar::DirR:
        case QChar::DirAL:
            ++right;
            break;
        default:
            break;
        }
    }
    return right == 0 || (left > right && !text.isRightToLeft());
}

QString markedForPainting(const QString &text)
{
    if (text.isEmpty() || !readsLeftToRight(text))
        return text;
    return leftToRightIsolate % text % popIsolate;
}

} // namespace trawl::models

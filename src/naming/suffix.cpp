// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/suffix.h"

#include <algorithm>

namespace trawl::naming {

qsizetype stemSize(QStringView name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0)
        return name.size();
    const QStringView extension = name.sliced(dot + 1);
    const bool plausible =
        !extension.isEmpty() && extension.size() <= 10 &&
        std::all_of(extension.begin(), extension.end(),
                    [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); }) &&
        std::any_of(extension.begin(), extension.end(), [](QChar c) { return c.isLetter(); });
    if (!plausible)
        return name.size();
    const QStringView stem = name.first(dot);
    const bool archive = stem.size() > 4 && stem.endsWith(u".tar", Qt::CaseInsensitive);
    return archive ? dot - 4 : dot;
}

bool isNumberedFile(QStringView name)
{
    constexpr qsizetype mostDigits = 3;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QStringView number = name.sliced(dot + 1);
    const QStringView file = name.first(std::max<qsizetype>(dot, 0));
    return !number.isEmpty() && number.size() <= mostDigits &&
           std::all_of(number.begin(), number.end(),
                       [](QChar c) { return c >= u'0' && c <= u'9'; }) &&
           stemSize(file) < file.size();
}

} // namespace trawl::naming

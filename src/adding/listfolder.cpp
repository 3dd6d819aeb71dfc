// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/listfolder.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>
#include <array>

namespace trawl::adding {

namespace {

constexpr qsizetype mostLists = 10'000;

QStringList patterns()
{
    static constexpr std::array suffixes{"txt",   "lst",   "list",   "urls",  "csv",      "tsv",
                                         "json",  "jsonl", "ndjson", "har",   "html",     "htm",
                                         "xhtml", "xml",   "xml.gz", "meta4", "metalink", "aria2"};
    QStringList out;
    for (const char *suffix : suffixes)
        out << QStringLiteral("*.") + QLatin1StringView(suffix);
    return out;
}

} // namespace

QStringList listsIn(const QString &folder)
{
    QStringList lists;
    QDirIterator files(folder, patterns(), QDir::Files | QDir::Readable,
                       QDirIterator::Subdirectories);
    while (files.hasNext() && lists.size() < mostLists)
        lists << files.next();
    std::sort(lists.begin(), lists.end());
    return lists;
}

} // namespace trawl::adding

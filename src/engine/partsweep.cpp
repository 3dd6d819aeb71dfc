// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/partsweep.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace trawl::engine {

QList<item::ItemId> sweepParts(const QString &directory,
                               const std::function<PartUse(item::ItemId)> &useOf)
{
    QList<item::ItemId> intents;
    QStringList useless;
    QDirIterator files(directory, QDir::Files | QDir::Hidden | QDir::System);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const auto path = file.filePath();
        const auto id = item::ItemId(file.completeBaseName().toLongLong());
        const bool isPart = file.suffix() == u"part";
        const bool isState = file.suffix() == u"state";
        const auto use = isPart || isState ? useOf(id) : PartUse::Drop;
        const auto other = file.path() + u'/' + file.completeBaseName() +
                           (isPart ? QStringLiteral(".state") : QStringLiteral(".part"));
        if (use == PartUse::Intent && isPart)
            intents.append(id);
        else if (use != PartUse::GoOn || !QFile::exists(other))
            useless.append(path);
    }
    for (const auto &path : useless) // not while the directory is read
        QFile::remove(path);
    return intents;
}

void removeParts(const QString &directory, const std::function<bool(item::ItemId)> &isGone)
{
    QStringList useless;
    QDirIterator files(directory, QDir::Files | QDir::Hidden | QDir::System);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (isGone(item::ItemId(file.completeBaseName().toLongLong())))
            useless.append(file.filePath());
    }
    for (const auto &path : useless)
        QFile::remove(path);
}

} // namespace trawl::engine

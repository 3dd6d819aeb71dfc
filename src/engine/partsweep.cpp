// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/partsweep.h"

#include "scratch/hold.h"

#include <QSet>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>

namespace trawl::engine {

namespace {

/// "7.part", "7.state", "7.fresh", "7.state.new": nobody else's file has such a name there.
struct PartName
{
    item::ItemId id{};
    QStringView suffix; ///< empty = it is none

    explicit PartName(QStringView name)
    {
        const auto dot = name.indexOf(u'.');
        const auto digits = name.left(dot);
        const auto end = dot < 0 ? QStringView() : name.sliced(dot + 1);
        const bool isNumber = !digits.isEmpty() && digits.front() != u'0' &&
                              std::all_of(digits.begin(), digits.end(),
                                          [](QChar c) { return c >= u'0' && c <= u'9'; });
        id = item::ItemId(digits.toLongLong());
        if (isNumber &&
            (end == u"part" || end == u"state" || end == u"fresh" || end == u"state.new"))
            suffix = end;
    }
};

} // namespace

QList<item::ItemId> sweepParts(const Spot &parts, const std::function<PartUse(item::ItemId)> &useOf)
{
    QList<item::ItemId> intents;
    const auto names = namesAt(parts);
    const QSet<QString> present(names.begin(), names.end());
    for (const auto &name : names) {
        const PartName part(name);
        if (part.suffix.isEmpty())
            continue;
        const bool isPart = part.suffix == u"part";
        const bool isState = part.suffix == u"state";
        const auto use = isPart || isState ? useOf(part.id) : PartUse::Drop;
        const auto other = QString::number(qint64(part.id)) +
                           (isPart ? QStringLiteral(".state") : QStringLiteral(".part"));
        if (use == PartUse::Intent && isPart)
            intents.append(part.id);
        else if (use != PartUse::GoOn || !present.contains(other))
            removeFileAt(parts, name);
    }
    return intents;
}

void removeParts(const Spot &parts, const std::function<bool(item::ItemId)> &isGone)
{
    for (const auto &name : namesAt(parts)) {
        const PartName part(name);
        if (!part.suffix.isEmpty() && isGone(part.id))
            removeFileAt(parts, name);
    }
}

void sweepTemporaryParts(const QString &directory)
{
    const auto above = QStringLiteral(".trawl/");
    const auto names = namesAt(Spot(directory, above + u'.', Spot::Missing::Leave));
    for (const auto &name : names) {
        if (!name.startsWith(temporaryParts))
            continue;
        const Spot parts(directory, above + name + QStringLiteral("/."), Spot::Missing::Leave);
        if (parts.error() != 0)
            continue;
        const scratch::Handle left(parts.directory(), ".", O_DIRECTORY);
        if (!scratch::isAbandoned(left.get(), S_IFDIR))
            continue;
        (void)sweepParts(parts, [](item::ItemId) { return PartUse::Drop; });
        removeDirectoryAt(Spot(directory, above + name, Spot::Missing::Leave), name);
    }
}

} // namespace trawl::engine

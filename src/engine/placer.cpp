// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/placer.h"

#include "engine/spot.h"
#include "naming/filename.h"
#include "naming/suffix.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::engine {

namespace {

/// A file's name in a directory that is open.
struct Place
{
    const Spot &spot;
    QByteArray entry;
};

/// rename(2) that never replaces, also where the file system has no RENAME_NOREPLACE.
int renameNoReplace(const Place &from, const Place &to)
{
    const int fromDirectory = from.spot.directory();
    const int toDirectory = to.spot.directory();
    if (::renameat2(fromDirectory, from.entry.constData(), toDirectory, to.entry.constData(),
                    RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (::linkat(fromDirectory, from.entry.constData(), toDirectory, to.entry.constData(), 0) != 0)
        return errno;
    ::unlinkat(fromDirectory, from.entry.constData(), 0);
    return 0;
}

/// rename(2) that replaces nothing but a regular file.
int renameOverFile(const Place &from, const Place &to, Entry::Kind there)
{
    switch (there) {
    case Entry::Kind::None:
        return renameNoReplace(from, to);
    case Entry::Kind::File:
        return ::renameat(from.spot.directory(), from.entry.constData(), to.spot.directory(),
                          to.entry.constData()) == 0
                   ? 0
                   : errno;
    default:
        return EEXIST;
    }
}

std::size_t ownKey(const QString &name)
{
    return qHash(name.toCaseFolded());
}

Fate fateBeside(const Entry &entry, const Arrival &arrival)
{
    const bool isFile = entry.kind == Entry::Kind::File;
    switch (arrival.collision) {
    case Collision::Number:
        break;
    case Collision::Overwrite:
        return isFile ? Fate::Replaces : Fate::New;
    case Collision::Skip:
        return isFile || entry.kind == Entry::Kind::Other ? Fate::Discarded : Fate::New;
    case Collision::IfNewer:
        if (!isFile)
            break;
        return arrival.modifiedMs && *arrival.modifiedMs <= entry.modifiedMs ? Fate::Discarded
                                                                             : Fate::Replaces;
    }
    return Fate::New;
}

} // namespace

// The numbered directory stands for the one that is blocked, for every item that comes.
QString Placer::passable(const QString &wanted) const
{
    const auto asked = wanted.split(u'/');
    auto parts = asked;
    QHash<int, int> numbers;
    for (;;) {
        const auto name = parts.join(u'/');
        const Spot spot(m_directory, name, Spot::Missing::Leave);
        const int blocked = spot.blockedAt();
        if (blocked < 0)
            return name;
        parts[blocked] = naming::numbered(asked[blocked], ++numbers[blocked]);
    }
}

bool Placer::isFree(const Spot &spot, const QString &name) const
{
    return !m_reserved.contains(name) &&
           entryAt(spot, lastComponent(name)).kind == Entry::Kind::None;
}

Choice Placer::reserve(const QString &wanted, const Arrival &arrival)
{
    const Spot spot(m_directory, wanted, Spot::Missing::Leave);
    if (spot.blockedAt() >= 0)
        return reserve(passable(wanted), arrival);
    auto name = naming::numbered(wanted, arrival.number);
    if (arrival.collision != Collision::Number && !m_reserved.contains(name) && !isOwn(name)) {
        const auto fate = fateBeside(entryAt(spot, lastComponent(name)), arrival);
        if (fate == Fate::Replaces)
            m_reserved.insert(name);
        if (fate != Fate::New)
            return {name, fate};
    }
    if (!isFree(spot, name)) {
        auto &number = m_nextNumber[wanted];
        do {
            name = naming::numbered(wanted, ++number);
        } while (!isFree(spot, name));
    }
    m_reserved.insert(name);
    return {name, Fate::New};
}

Placed Placer::place(const QString &part, const QString &name, Fate fate)
{
    const Spot source(m_directory, part, Spot::Missing::Leave);
    const Spot spot(m_directory, name, Spot::Missing::Make);
    if (spot.blockedAt() >= 0)
        return Placed::Taken;
    int error = spot.error() != 0 ? spot.error() : source.error();
    const auto fileName = lastComponent(name);
    const Place from{source, source.entry(lastComponent(part))};
    const Place to{spot, spot.entry(fileName)};
    if (error == 0)
        error = fate == Fate::Replaces ? renameOverFile(from, to, entryAt(spot, fileName).kind)
                                       : renameNoReplace(from, to);
    if (error == 0) {
        m_madeDirectories = spot.made();
        if (m_own)
            m_own->insert(ownKey(name));
        return Placed::Yes;
    }
    if (error == EEXIST)
        return Placed::Taken;
    if (error == ENOENT)
        return Placed::Gone;
    m_error = name + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(error));
    return Placed::Failed;
}

Fate Placer::fateOf(const QString &name, const Arrival &arrival) const
{
    const Spot spot(m_directory, name, Spot::Missing::Leave);
    return fateBeside(entryAt(spot, lastComponent(name)), arrival);
}

std::optional<qint64> Placer::modifiedMs(const QString &name) const
{
    const Spot spot(m_directory, name, Spot::Missing::Leave);
    const auto entry = entryAt(spot, lastComponent(name));
    return entry.kind == Entry::Kind::File ? std::optional(entry.modifiedMs) : std::nullopt;
}

QStringList Placer::extensionsOf(const QString &name)
{
    const auto directory = name.left(name.lastIndexOf(u'/') + 1);
    auto found = m_extensions.find(directory);
    if (found == m_extensions.end())
        found = m_extensions.insert(directory, readExtensions(name));
    return found->values(qHash(lastComponent(name)));
}

QMultiHash<std::size_t, QString> Placer::readExtensions(const QString &name) const
{
    QMultiHash<std::size_t, QString> extensions;
    const Spot spot(m_directory, name, Spot::Missing::Leave);
    for (const auto &file : namesAt(spot)) {
        const auto stem = naming::stemSize(file);
        if (stem < file.size())
            extensions.insert(qHash(file.left(stem)), file.mid(stem + 1));
    }
    return extensions;
}

void Placer::setOwn(const QStringList &names)
{
    m_own.emplace();
    for (const auto &name : names)
        m_own->insert(ownKey(name));
}

void Placer::disown(const QString &name)
{
    if (m_own)
        m_own->remove(ownKey(name));
}

bool Placer::isOwn(const QString &name) const
{
    return m_own && m_own->contains(ownKey(name));
}

} // namespace trawl::engine

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/joboptions.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace trawl::engine {

class Spot;

/// What is to become of a file and of one that has its name already.
enum class Fate : quint8 {
    New,      ///< nothing has the name
    Replaces, ///< takes a regular file's place
    Discarded ///< what is there stays, the new one is not wanted
};

/// A file that comes, as far as its name is concerned.
struct Arrival
{
    Collision collision = Collision::Number;
    std::optional<qint64> modifiedMs = {}; ///< on the server, since the epoch
    int number = 0;                        ///< WantedName::number
};

/// A name that was chosen; unless the file is discarded it is reserved.
struct Choice
{
    QString name; ///< relative to the directory, '/' between
    Fate fate = Fate::New;
};

/// How putting a part under its final name ended.
enum class Placed : quint8 {
    Yes,
    Taken, ///< something is in the way: choose another
    Gone,  ///< the part is not there
    Failed ///< see Placer::error()
};

/// Chooses final names below one directory and gives parts their names. A name is reserved from its
/// choice to the rename, so items that end together never get the same one. What lies there is
/// replaced only where the collision policy says so, and never if it came from an item of this job;
/// a link or a file where a directory is to be makes that directory's name numbered.
class Placer
{
public:
    explicit Placer(QString directory)
        : m_directory(std::move(directory))
    {
    }

    /// `wanted` with the arrival's number, or the first "wanted (n)" that is free on disk and not
    /// reserved.
    [[nodiscard]] Choice reserve(const QString &wanted, const Arrival &arrival = {});
    void release(const QString &name) { m_reserved.remove(name); }
    /// Both names are below the directory. Missing directories of `name` are made. Only
    /// Fate::Replaces replaces, and only a regular file.
    [[nodiscard]] Placed place(const QString &part, const QString &name, Fate fate = Fate::New);
    /// The system's words for the last Failed.
    [[nodiscard]] QString error() const { return m_error; }
    /// place() made a directory or more the last time it said Yes.
    [[nodiscard]] bool madeDirectories() const { return m_madeDirectories; }

    /// By what lies under the name now; `modifiedMs` of Collision::IfNewer unknown = newer.
    [[nodiscard]] Fate fateOf(const QString &name, const Arrival &arrival) const;
    /// When the regular file of that name was changed; nullopt = there is none.
    [[nodiscard]] std::optional<qint64> modifiedMs(const QString &name) const;

    /// The extensions of what lay there under that name when its directory was first looked at:
    /// {"pdf"} of "paper" beside "paper.pdf".
    [[nodiscard]] QStringList extensionsOf(const QString &name);

    /// The files that items of this job have; needed before a collision policy other than Number is
    /// followed. Later ones are known by place().
    void setOwn(const QStringList &names);
    /// The item is gone: the file, if it stays, is the person's.
    void disown(const QString &name);
    [[nodiscard]] bool knowsOwn() const { return m_own.has_value(); }
    /// Ignores case, as the file system may.
    [[nodiscard]] bool isOwn(const QString &name) const;

private:
    [[nodiscard]] QMultiHash<std::size_t, QString> readExtensions(const QString &name) const;
    [[nodiscard]] QString passable(const QString &wanted) const;
    [[nodiscard]] bool isFree(const Spot &spot, const QString &name) const;

    QString m_directory;
    QSet<QString> m_reserved;
    QHash<QString, int> m_nextNumber;       // of names that were taken before
    std::optional<QSet<std::size_t>> m_own; // hashes: eight bytes a file will do
    QHash<QString, QMultiHash<std::size_t, QString>> m_extensions; // by directory, then stem
    QString m_error;
    bool m_madeDirectories = false;
};

} // namespace trawl::engine

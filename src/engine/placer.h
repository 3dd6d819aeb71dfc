// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace trawl::engine {

/// How putting a part under its final name ended.
enum class Placed : quint8 {
    Yes,
    Taken, ///< something has that name: choose another
    Gone,  ///< the part is not there
    Failed ///< see Placer::error()
};

/// Chooses final names in one directory and gives parts their names. A name is reserved from its
/// choice to the rename, so items that end together never get the same one, and nothing that lies
/// there is ever replaced.
class Placer
{
public:
    explicit Placer(QString directory)
        : m_directory(std::move(directory))
    {
    }

    /// `wanted`, or the first "wanted (n)" that is free on disk and not reserved.
    [[nodiscard]] QString reserve(const QString &wanted);
    void release(const QString &name) { m_reserved.remove(name); }
    [[nodiscard]] Placed place(const QString &part, const QString &name);
    /// The system's words for the last Failed.
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] bool isFree(const QString &name) const;

    QString m_directory;
    QSet<QString> m_reserved;
    QHash<QString, int> m_nextNumber; // of names that were taken before
    QString m_error;
};

} // namespace trawl::engine

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>

namespace trawl::desktop {

/// Everything the window remembers, declared once with its name and fallback in settings.cpp.
enum class Setting {
    Geometry,        ///< QByteArray
    SideSplitter,    ///< QByteArray
    ListSplitter,    ///< QByteArray
    ItemColumns,     ///< QByteArray: order, widths, which are shown, sort
    WorkerColumns,   ///< QByteArray
    BottomTab,       ///< QString: the page's object name
    Destination,     ///< QString: the folder of the next job
    StartNow,        ///< bool
    OpenDirectory,   ///< QString
    ExportDirectory, ///< QString
    ExportScope,     ///< int of exporting::ExportScope
    ExportFormat,    ///< int of exchange::ExportFormat
    RateLimit,       ///< qint64, bytes/s; 0 = no limit
    Last = RateLimit,
};

/// Typed reading and writing of the settings in a store that the composition root gives.
class Settings
{
public:
    explicit Settings(QSettings &store)
        : m_store(&store)
    {
    }

    template <typename T> [[nodiscard]] T get(Setting setting) const
    {
        return qvariant_cast<T>(value(setting));
    }
    void set(Setting setting, const QVariant &value);

    /// "window/geometry"
    [[nodiscard]] static QString name(Setting setting);

private:
    [[nodiscard]] QVariant value(Setting setting) const;

    QSettings *m_store;
};

} // namespace trawl::desktop

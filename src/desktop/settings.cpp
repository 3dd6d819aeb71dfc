// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settings.h"

#include <QDir>
#include <QStandardPaths>

#include <array>

namespace trawl::desktop {

namespace {

struct Entry
{
    Setting setting;
    QLatin1StringView name;
    QVariant (*fallback)();
};

QVariant nothing()
{
    return QByteArray();
}

QVariant home()
{
    return QDir::homePath();
}

QVariant downloads()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation))
        .filePath(QStringLiteral("Trawl"));
}

constexpr std::array table{
    Entry{Setting::Geometry, QLatin1StringView("window/geometry"), nothing},
    Entry{Setting::SideSplitter, QLatin1StringView("window/side-splitter"), nothing},
    Entry{Setting::ListSplitter, QLatin1StringView("window/list-splitter"), nothing},
    Entry{Setting::ItemColumns, QLatin1StringView("window/item-columns"), nothing},
    Entry{Setting::WorkerColumns, QLatin1StringView("window/worker-columns"), nothing},
    Entry{Setting::BottomTab, QLatin1StringView("window/bottom-tab"),
          [] { return QVariant(QStringLiteral("chart")); }},
    Entry{Setting::Destination, QLatin1StringView("add/destination"), downloads},
    Entry{Setting::StartNow, QLatin1StringView("add/start-now"), [] { return QVariant(true); }},
    Entry{Setting::OpenDirectory, QLatin1StringView("add/open-directory"), home},
    Entry{Setting::ExportDirectory, QLatin1StringView("export/directory"), home},
    Entry{Setting::ExportScope, QLatin1StringView("export/scope"), [] { return QVariant(0); }},
    Entry{Setting::ExportFormat, QLatin1StringView("export/format"), [] { return QVariant(0); }},
    Entry{Setting::RateLimit, QLatin1StringView("limits/bytes-per-second"),
          [] { return QVariant(qint64(0)); }},
};

static_assert(table.size() == std::size_t(Setting::Last) + 1);
static_assert([] {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].setting != Setting(i))
            return false;
    }
    return true;
}());

const Entry &entry(Setting setting)
{
    return table[std::size_t(setting)];
}

} // namespace

QString Settings::name(Setting setting)
{
    return entry(setting).name;
}

QVariant Settings::value(Setting setting) const
{
    const auto stored = m_store->value(entry(setting).name);
    const auto fallback = entry(setting).fallback();
    // A value that a person wrote into the file by hand and that is no such thing counts as none.
    if (!stored.isValid() || !stored.canConvert(fallback.metaType()))
        return fallback;
    return stored;
}

void Settings::set(Setting setting, const QVariant &value)
{
    m_store->setValue(entry(setting).name, value);
}

} // namespace trawl::desktop

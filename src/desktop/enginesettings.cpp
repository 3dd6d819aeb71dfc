// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/enginesettings.h"

namespace trawl::desktop {

namespace {

int milliseconds(const Settings &settings, Setting seconds)
{
    return settings.get<int>(seconds) * 1000;
}

QString proxyOf(const Settings &settings)
{
    switch (settings.choice<ProxyMode>(Setting::ProxyMode)) {
    case ProxyMode::None:
        return {};
    case ProxyMode::System:
        return QStringLiteral("system");
    case ProxyMode::Own:
        return settings.get<QString>(Setting::ProxyUrl).trimmed();
    }
    return {};
}

item::TransferSettings transferSettings(const Settings &settings)
{
    item::TransferSettings transfer;
    const auto agent = settings.get<QString>(Setting::UserAgent).trimmed();
    if (!agent.isEmpty())
        transfer.userAgent = agent.toUtf8();
    transfer.http = settings.choice<item::HttpVersion>(Setting::HttpVersion);
    transfer.connections = settings.get<int>(Setting::Connections);
    transfer.connectTimeoutMs = milliseconds(settings, Setting::ConnectTimeout);
    transfer.firstByteTimeoutMs = milliseconds(settings, Setting::FirstByteTimeout);
    transfer.idleTimeoutMs = milliseconds(settings, Setting::IdleTimeout);
    transfer.proxy = proxyOf(settings);
    transfer.segments = settings.get<int>(Setting::Segments);
    return transfer;
}

} // namespace

engine::Schedule scheduleOf(const Settings &settings)
{
    return engine::Schedule::parse(settings.get<QString>(Setting::SpeedSchedule))
        .value_or(engine::Schedule());
}

qint64 recycleBytes(const Settings &settings)
{
    return qint64(settings.get<int>(Setting::RecycleMemory)) * 1024 * 1024;
}

engine::EngineOptions engineOptions(const Settings &settings)
{
    engine::EngineOptions options;
    options.workers = settings.get<int>(Setting::Workers);
    options.recycleAfterTasks = settings.get<int>(Setting::RecycleAfter);
    options.recycleRssBytes = recycleBytes(settings);
    options.perHost = settings.get<int>(Setting::PerHost);
    options.retries = settings.get<int>(Setting::Retries);
    options.bytesPerSecond = settings.get<qint64>(Setting::RateLimit);
    options.hostBytesPerSecond = settings.get<qint64>(Setting::HostRateLimit);
    options.schedule = scheduleOf(settings);
    options.settings = transferSettings(settings);
    return options;
}

engine::Defaults engineDefaults(const Settings &settings)
{
    engine::Defaults defaults;
    defaults.perHost = settings.get<int>(Setting::PerHost);
    defaults.retries = settings.get<int>(Setting::Retries);
    defaults.settings = transferSettings(settings);
    return defaults;
}

engine::JobOptions jobDefaults(const Settings &settings)
{
    engine::JobOptions options;
    options.transfer = transferSettings(settings);
    options.nameTemplate = settings.get<QString>(Setting::NameTemplate);
    options.collision = settings.choice<engine::Collision>(Setting::Collision);
    options.recipe.crawl.robots = settings.get<bool>(Setting::Robots);
    return options;
}

} // namespace trawl::desktop

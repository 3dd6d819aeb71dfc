// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/enginesettings.h"

namespace trawl::desktop {

namespace {

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

/// All that is preset of the owners' options.
void takePresets(const Settings &settings, const engine::OptionOwners &owners)
{
    for (const auto &info : Settings::table()) {
        if (!info.option || !info.option->isIn(owners))
            continue;
        auto bounds = info.option->info;
        if (bounds.preset.zero)
            bounds.least = 0;
        const auto text = Settings::optionText(*info.option, settings.value(info.setting));
        (void)info.option->take(owners, text, bounds);
    }
    owners.transfer->proxy = proxyOf(settings);
}

} // namespace

engine::EngineOptions engineOptions(const Settings &settings)
{
    engine::EngineOptions options;
    takePresets(settings, {&options, nullptr, &options.settings});
    return options;
}

engine::JobOptions jobDefaults(const Settings &settings)
{
    engine::JobOptions options;
    takePresets(settings, {nullptr, &options, &options.transfer});
    options.recipe.crawl.robots = settings.get<bool>(Setting::Robots);
    return options;
}

} // namespace trawl::desktop

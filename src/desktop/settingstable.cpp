// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settingproblems.h"
#include "desktop/settings.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace trawl::desktop {

namespace {

using enum SettingKind;

QVariant nothing()
{
    return QByteArray();
}

QVariant noText()
{
    return QString();
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

template <auto number> QVariant is()
{
    return number;
}

/// Presets of options that code asks for by name; all others come behind Setting::Last.
struct NamedPreset
{
    Setting setting;
    std::string_view name;
};
constexpr std::array namedPresets{
    NamedPreset{Setting::NameTemplate, "add/name-template"},
    NamedPreset{Setting::Collision, "add/collision"},
    NamedPreset{Setting::Workers, "connections/workers"},
    NamedPreset{Setting::Connections, "connections/per-worker"},
    NamedPreset{Setting::RecycleAfter, "connections/recycle-after"},
    NamedPreset{Setting::RecycleMemory, "connections/recycle-memory"},
    NamedPreset{Setting::PerHost, "connections/per-host"},
    NamedPreset{Setting::Segments, "connections/segments"},
    NamedPreset{Setting::Retries, "connections/retries"},
    NamedPreset{Setting::ConnectTimeout, "connections/connect-timeout"},
    NamedPreset{Setting::FirstByteTimeout, "connections/first-byte-timeout"},
    NamedPreset{Setting::IdleTimeout, "connections/idle-timeout"},
    NamedPreset{Setting::RateLimit, "limits/bytes-per-second"},
    NamedPreset{Setting::SpeedSchedule, "limits/schedule"},
    NamedPreset{Setting::HostRateLimit, "limits/host-bytes-per-second"},
    NamedPreset{Setting::UserAgent, "network/user-agent"},
    NamedPreset{Setting::HttpVersion, "network/http"},
};

/// Each setting has its row here, or is an option's preset.
constexpr bool isWhole(std::span<const SettingInfo> rows)
{
    for (int i = 0; i <= int(Setting::Last); ++i) {
        const auto own = std::ranges::count(rows, Setting(i), &SettingInfo::setting);
        const auto preset = std::ranges::count(namedPresets, Setting(i), &NamedPreset::setting);
        if (own + preset != 1)
            return false;
    }
    return rows.size() + namedPresets.size() == std::size_t(Setting::Last) + 1;
}

SettingKind kindOf(item::OptionKind kind)
{
    switch (kind) {
    case item::OptionKind::Switch:
        return Bool;
    case item::OptionKind::Count:
        return Number;
    case item::OptionKind::Seconds:
        return Duration;
    case item::OptionKind::Rate:
        return Rate;
    case item::OptionKind::Size:
        return Size;
    case item::OptionKind::Choice:
        return Choice;
    case item::OptionKind::Schedule:
        return Schedule;
    default:
        return Text;
    }
}

using Problem = QString (*)(const QString &);
Problem problemOf(item::OptionKind kind)
{
    switch (kind) {
    case item::OptionKind::Template:
        return SettingProblems::ofNameTemplate;
    case item::OptionKind::Field:
        return SettingProblems::ofUserAgent;
    default:
        return nullptr;
    }
}

static_assert(SettingGroup(item::PresetPage::Downloads) == SettingGroup::Downloads);
static_assert(SettingGroup(item::PresetPage::Connections) == SettingGroup::Connections);
static_assert(SettingGroup(item::PresetPage::Speed) == SettingGroup::Speed);
static_assert(SettingGroup(item::PresetPage::Network) == SettingGroup::Network);

SettingInfo presetOf(const engine::Option &option, Setting setting)
{
    const auto &info = option.info;
    const auto &preset = info.preset;
    const bool isTime = info.kind == item::OptionKind::Seconds;
    const bool isBounded = isTime || info.kind == item::OptionKind::Count;
    const qint64 unit = isTime ? 1000 : 1;
    const qint64 least = preset.zero ? 0 : (info.least + unit - 1) / unit;
    return {.setting = setting,
            .name = QLatin1StringView(preset.name),
            .fallback = SettingFallback(option),
            .kind = kindOf(info.kind),
            .group = SettingGroup(preset.page),
            .label = preset.label,
            .help = preset.help,
            .least = isBounded ? int(least) : 0,
            .most = isBounded ? int(info.most / unit) : 0,
            .zero = preset.zero,
            .choices = info.words,
            .placeholder = preset.placeholder,
            .atNextStart = preset.atNextStart,
            .problem = problemOf(info.kind),
            .option = &option};
}

/// In the order of the enum; what has no name in it comes behind.
std::vector<SettingInfo> withPresets(std::span<const SettingInfo> rows)
{
    std::vector<SettingInfo> all(rows.begin(), rows.end());
    auto unnamed = int(Setting::Last) + 1;
    for (const auto &option : engine::options()) {
        if (!option.info.preset.name)
            continue;
        const auto *named =
            std::ranges::find(namedPresets, option.info.preset.name, &NamedPreset::name);
        const auto setting = named == namedPresets.end() ? Setting(unnamed++) : named->setting;
        all.push_back(presetOf(option, setting));
    }
    std::ranges::sort(all, {}, &SettingInfo::setting);
    return all;
}

} // namespace

QVariant SettingFallback::operator()() const
{
    return m_option ? Settings::presetOf(*m_option, engine::usualText(*m_option)) : m_make();
}

std::span<const SettingInfo> Settings::table()
{
    using L1 = QLatin1StringView;
    static constexpr auto downloadsPage = SettingGroup::Downloads;
    static constexpr auto network = SettingGroup::Network;
    static constexpr auto appearance = SettingGroup::Appearance;
    static constexpr auto desktopPage = SettingGroup::Desktop;

    static constexpr std::array afterJobs{
        SettingChoice{L1("nothing"), QT_TR_NOOP("do nothing")},
        SettingChoice{L1("quit"), QT_TR_NOOP("quit Trawl")},
        SettingChoice{L1("command"), QT_TR_NOOP("run a command")},
    };
    static constexpr std::array proxies{
        SettingChoice{L1("none"), QT_TR_NOOP("none")},
        SettingChoice{L1("system"), QT_TR_NOOP("as the system says")},
        SettingChoice{L1("own"), QT_TR_NOOP("this one:")},
    };
    static constexpr std::array units{
        SettingChoice{L1("iec"), QT_TR_NOOP("IEC: 1 MiB is 1024 × 1024 bytes")},
        SettingChoice{L1("si"), QT_TR_NOOP("SI: 1 MB is 1000 × 1000 bytes")},
    };
    static constexpr std::array themes{
        SettingChoice{L1("desktop"), QT_TR_NOOP("as the desktop")},
        SettingChoice{L1("light"), QT_TR_NOOP("light")},
        SettingChoice{L1("dark"), QT_TR_NOOP("dark")},
    };
    // A language is called by its own name in every language.
    static constexpr std::array languages{
        SettingChoice{L1("desktop"), QT_TR_NOOP("as the desktop")},
        SettingChoice{L1("en"), "English"},
        SettingChoice{L1("zh_CN"), "中文（简体）"},
    };

    static constexpr std::array rows{
        SettingInfo{Setting::Geometry, L1("window/geometry"), nothing},
        SettingInfo{Setting::SideSplitter, L1("window/side-splitter"), nothing},
        SettingInfo{Setting::ListSplitter, L1("window/list-splitter"), nothing},
        SettingInfo{Setting::ItemColumns, L1("window/item-columns"), nothing},
        SettingInfo{Setting::WorkerColumns, L1("window/worker-columns"), nothing},
        SettingInfo{Setting::HostColumns, L1("window/host-columns"), nothing},
        SettingInfo{Setting::DetailColumns, L1("window/detail-columns"), nothing},
        SettingInfo{Setting::BottomTab, L1("window/bottom-tab"),
                    [] { return QVariant(QStringLiteral("chart")); }},
        SettingInfo{Setting::OpenDirectory, L1("add/open-directory"), home},
        SettingInfo{Setting::ExportDirectory, L1("export/directory"), home},
        SettingInfo{Setting::SaidItHides, L1("window/said-it-hides"), is<false>},
        SettingInfo{Setting::ChartView, L1("chart/view"), is<0>},
        SettingInfo{Setting::ChartSpan, L1("chart/span"), is<0>},
        SettingInfo{Setting::ExportChoices, L1("export/choices"), nothing},
        SettingInfo{Setting::ShowToolBar, L1("window/tool-bar"), is<true>},
        SettingInfo{Setting::ShowSidebar, L1("window/sidebar"), is<true>},
        SettingInfo{Setting::ShowTabs, L1("window/tabs"), is<true>},
        SettingInfo{Setting::RecentRecipes, L1("add/recent-recipes"),
                    [] { return QVariant(QStringList()); }},
        SettingInfo{Setting::RecipeDirectory, L1("recipe/directory"), home},
        SettingInfo{Setting::RecipeGeometry, L1("recipe/geometry"), nothing},
        SettingInfo{Setting::RecipeSplitter, L1("recipe/splitter"), nothing},
        SettingInfo{Setting::RecentFolders, L1("add/recent-folders"),
                    [] { return QVariant(QStringList()); }},

        SettingInfo{.setting = Setting::Destination,
                    .name = L1("add/destination"),
                    .fallback = downloads,
                    .kind = Folder,
                    .group = downloadsPage,
                    .label = QT_TR_NOOP("&Save new jobs in"),
                    .help = QT_TR_NOOP("The folder that is offered for the next job.")},
        SettingInfo{.setting = Setting::StartNow,
                    .name = L1("add/start-now"),
                    .fallback = is<true>,
                    .kind = Bool,
                    .group = downloadsPage,
                    .label = QT_TR_NOOP("Start new &jobs at once"),
                    .help = QT_TR_NOOP("Else they wait until you start them.")},
        SettingInfo{.setting = Setting::AfterJobs,
                    .name = L1("after-jobs/action"),
                    .fallback = [] { return QVariant(QStringLiteral("nothing")); },
                    .kind = Choice,
                    .group = downloadsPage,
                    .label = QT_TR_NOOP("When &all jobs have ended"),
                    .help = QT_TR_NOOP("It can be stopped for 30 seconds before it happens."),
                    .choices = afterJobs},
        SettingInfo{.setting = Setting::AfterJobsCommand,
                    .name = L1("after-jobs/command"),
                    .fallback = noText,
                    .kind = Command,
                    .group = downloadsPage,
                    .label = QT_TR_NOOP("&Command"),
                    .help =
                        QT_TR_NOOP("A command line for the shell, such as “systemctl suspend”."),
                    .needs = Setting::AfterJobs,
                    .needed = L1("command")},

        SettingInfo{.setting = Setting::ProxyMode,
                    .name = L1("network/proxy"),
                    .fallback = [] { return QVariant(QStringLiteral("none")); },
                    .kind = Choice,
                    .group = network,
                    .label = QT_TR_NOOP("&Proxy"),
                    .help = QT_TR_NOOP("With a proxy nothing goes round it."),
                    .choices = proxies},
        SettingInfo{.setting = Setting::ProxyUrl,
                    .name = L1("network/proxy-url"),
                    .fallback = noText,
                    .kind = Text,
                    .group = network,
                    .label = QT_TR_NOOP("Proxy's &address"),
                    .help = QT_TR_NOOP("Begins with http://, https:// or socks5://"),
                    .placeholder = "http://proxy.example:3128",
                    .needs = Setting::ProxyMode,
                    .needed = L1("own"),
                    .problem = SettingProblems::ofProxy},
        SettingInfo{.setting = Setting::Robots,
                    .name = L1("network/robots"),
                    .fallback = is<true>,
                    .kind = Bool,
                    .group = network,
                    .label = QT_TR_NOOP("Obey the &robots.txt of sites"),
                    .help = QT_TR_NOOP("For links that a recipe follows: what a site asks robots "
                                       "to leave alone is left alone.")},

        SettingInfo{.setting = Setting::Units,
                    .name = L1("appearance/units"),
                    .fallback = [] { return QVariant(QStringLiteral("iec")); },
                    .kind = Choice,
                    .group = appearance,
                    .label = QT_TR_NOOP("&Units of sizes"),
                    .help = QT_TR_NOOP("How sizes and speeds are written."),
                    .choices = units},
        SettingInfo{.setting = Setting::Theme,
                    .name = L1("appearance/theme"),
                    .fallback = [] { return QVariant(QStringLiteral("desktop")); },
                    .kind = Choice,
                    .group = appearance,
                    .label = QT_TR_NOOP("&Colours"),
                    .help = QT_TR_NOOP("Light, dark, or what the desktop has at the moment."),
                    .choices = themes},
        SettingInfo{.setting = Setting::Language,
                    .name = L1("appearance/language"),
                    .fallback = [] { return QVariant(QStringLiteral("desktop")); },
                    .kind = Choice,
                    .group = appearance,
                    .label = QT_TR_NOOP("&Language"),
                    .help = QT_TR_NOOP("The language of the window."),
                    .choices = languages,
                    .atNextStart = true},

        SettingInfo{.setting = Setting::CloseToTray,
                    .name = L1("desktop/close-to-tray"),
                    .fallback = is<false>,
                    .kind = Bool,
                    .group = desktopPage,
                    .label = QT_TR_NOOP("&Closing the window hides it in the tray"),
                    .help = QT_TR_NOOP("Trawl works on; Quit in the menu ends it.")},
        SettingInfo{.setting = Setting::StartHidden,
                    .name = L1("desktop/start-hidden"),
                    .fallback = is<false>,
                    .kind = Bool,
                    .group = desktopPage,
                    .label = QT_TR_NOOP("&Start hidden in the tray"),
                    .help = QT_TR_NOOP("The window comes with a click on the icon in the tray."),
                    .atNextStart = true},
        SettingInfo{.setting = Setting::Notifications,
                    .name = L1("desktop/notifications"),
                    .fallback = is<true>,
                    .kind = Bool,
                    .group = desktopPage,
                    .label = QT_TR_NOOP("Say when a job has &ended"),
                    .help = QT_TR_NOOP("One message of the desktop for each job.")},
        SettingInfo{.setting = Setting::NotifyInFront,
                    .name = L1("desktop/notify-in-front"),
                    .fallback = is<false>,
                    .kind = Bool,
                    .group = desktopPage,
                    .label = QT_TR_NOOP("Also while Trawl is in &front"),
                    .help = QT_TR_NOOP("Else only when another window has the keyboard."),
                    .needs = Setting::Notifications,
                    .needed = L1("true")},
        SettingInfo{.setting = Setting::AskBeforeQuit,
                    .name = L1("desktop/ask-before-quit"),
                    .fallback = is<true>,
                    .kind = Bool,
                    .group = desktopPage,
                    .label = QT_TR_NOOP("Ask before &quitting while something runs"),
                    .help =
                        QT_TR_NOOP("Nothing is lost either way: it goes on at the next start.")},
        SettingInfo{.setting = Setting::ClipboardWatch,
                    .name = L1("desktop/clipboard-watch"),
                    .fallback = is<false>,
                    .kind = Bool,
                    .group = desktopPage,
                    .label = QT_TR_NOOP("&Watch the clipboard for links"),
                    .help =
                        QT_TR_NOOP("Links that you copy elsewhere are offered in a bar; nothing "
                                   "is added by itself.")},
        SettingInfo{.setting = Setting::ClipboardPatterns,
                    .name = L1("desktop/clipboard-patterns"),
                    .fallback = noText,
                    .kind = Text,
                    .group = desktopPage,
                    .label = QT_TR_NOOP("&Only these"),
                    .help = QT_TR_NOOP("Suffixes and hosts with blanks between, such as “.pdf .zip "
                                       "example.org”. Empty: every link."),
                    .placeholder = QT_TR_NOOP("every link"),
                    .needs = Setting::ClipboardWatch,
                    .needed = L1("true")},
    };
    static_assert(isWhole(rows));
    static const auto all = withPresets(rows);
    return all;
}

} // namespace trawl::desktop

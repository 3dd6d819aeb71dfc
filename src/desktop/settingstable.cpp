// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settingproblems.h"
#include "desktop/settings.h"

#include <QDir>
#include <QStandardPaths>

#include <array>

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

/// Each setting has its row, at its place.
constexpr bool inOrder(std::span<const SettingInfo> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].setting != Setting(i))
            return false;
    }
    return rows.size() == std::size_t(Setting::Last) + 1;
}

} // namespace

std::span<const SettingInfo> Settings::table()
{
    using L1 = QLatin1StringView;
    static constexpr auto downloadsPage = SettingGroup::Downloads;
    static constexpr auto connections = SettingGroup::Connections;
    static constexpr auto speed = SettingGroup::Speed;
    static constexpr auto network = SettingGroup::Network;
    static constexpr auto appearance = SettingGroup::Appearance;
    static constexpr auto desktopPage = SettingGroup::Desktop;

    static constexpr std::array collisions{
        SettingChoice{L1("number"), QT_TR_NOOP("give the new one a number")},
        SettingChoice{L1("overwrite"), QT_TR_NOOP("replace the old one")},
        SettingChoice{L1("skip"), QT_TR_NOOP("keep the old one and skip the link")},
        SettingChoice{L1("newer"), QT_TR_NOOP("replace it if the server's is newer")},
    };
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
    static constexpr std::array httpVersions{
        SettingChoice{L1("any"), QT_TR_NOOP("the newest that the server speaks")},
        SettingChoice{L1("1.1"), QT_TR_NOOP("HTTP/1.1 only")},
        SettingChoice{L1("2"), QT_TR_NOOP("HTTP/2 where it can be had")},
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
        SettingInfo{.setting = Setting::NameTemplate,
                    .name = L1("add/name-template"),
                    .fallback = noText,
                    .kind = Text,
                    .group = downloadsPage,
                    .label = QT_TR_NOOP("&Names of files"),
                    .help = QT_TR_NOOP("How new jobs call their files: {name} is what the server "
                                       "calls it, {host} the host, {index} the place in the list; "
                                       "a / makes a folder."),
                    .placeholder = "{name}",
                    .problem = SettingProblems::ofNameTemplate},
        SettingInfo{.setting = Setting::Collision,
                    .name = L1("add/collision"),
                    .fallback = [] { return QVariant(QStringLiteral("number")); },
                    .kind = Choice,
                    .group = downloadsPage,
                    .label = QT_TR_NOOP("When a file of that name is &there"),
                    .help = QT_TR_NOOP("What new jobs do when a file of that name exists already."),
                    .choices = collisions},
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

        SettingInfo{.setting = Setting::Workers,
                    .name = L1("connections/workers"),
                    .fallback = is<0>,
                    .kind = Number,
                    .group = connections,
                    .label = QT_TR_NOOP("&Worker processes"),
                    .help = QT_TR_NOOP("How many processes fetch and read pages side by side."),
                    .least = 0,
                    .most = 64,
                    .zero = QT_TR_NOOP("one for each processor core")},
        SettingInfo{.setting = Setting::Connections,
                    .name = L1("connections/per-worker"),
                    .fallback = is<32>,
                    .kind = Number,
                    .group = connections,
                    .label = QT_TR_NOOP("&Transfers at once in each worker"),
                    .help = QT_TR_NOOP("More of them help where servers are slow to answer."),
                    .least = 1,
                    .most = 512},
        SettingInfo{.setting = Setting::RecycleAfter,
                    .name = L1("connections/recycle-after"),
                    .fallback = is<0>,
                    .kind = Number,
                    .group = connections,
                    .label = QT_TR_NOOP("Replace a worker after so many tas&ks"),
                    .help = QT_TR_NOOP("A fresh process takes its place, and nothing is lost."),
                    .least = 0,
                    .most = 1'000'000,
                    .zero = QT_TR_NOOP("never")},
        SettingInfo{.setting = Setting::RecycleMemory,
                    .name = L1("connections/recycle-memory"),
                    .fallback = is<0>,
                    .kind = Number,
                    .group = connections,
                    .label = QT_TR_NOOP("Replace a worker that uses more MiB of &memory"),
                    .help = QT_TR_NOOP("A process that looks into large pages grows with them."),
                    .least = 0,
                    .most = 1'000'000,
                    .zero = QT_TR_NOOP("never")},
        SettingInfo{.setting = Setting::PerHost,
                    .name = L1("connections/per-host"),
                    .fallback = is<6>,
                    .kind = Number,
                    .group = connections,
                    .label = QT_TR_NOOP("Connections to one &host"),
                    .help = QT_TR_NOOP("Browsers use 6. More of them may get you locked out."),
                    .least = 1,
                    .most = 128},
        SettingInfo{.setting = Setting::Segments,
                    .name = L1("connections/segments"),
                    .fallback = is<4>,
                    .kind = Number,
                    .group = connections,
                    .label = QT_TR_NOOP("Connections for one &large file"),
                    .help = QT_TR_NOOP("A large file comes in so many pieces at once, where its "
                                       "server allows it."),
                    .least = 1,
                    .most = 16},
        SettingInfo{.setting = Setting::Retries,
                    .name = L1("connections/retries"),
                    .fallback = is<5>,
                    .kind = Number,
                    .group = connections,
                    .label = QT_TR_NOOP("T&ries after a failure that may pass"),
                    .help = QT_TR_NOOP("The waits between them grow."),
                    .least = 0,
                    .most = 100,
                    .zero = QT_TR_NOOP("none")},
        SettingInfo{.setting = Setting::ConnectTimeout,
                    .name = L1("connections/connect-timeout"),
                    .fallback = is<30>,
                    .kind = Duration,
                    .group = connections,
                    .label = QT_TR_NOOP("Wait for a &connection"),
                    .help = QT_TR_NOOP("After that the attempt counts as failed."),
                    .least = 1,
                    .most = 600},
        SettingInfo{.setting = Setting::FirstByteTimeout,
                    .name = L1("connections/first-byte-timeout"),
                    .fallback = is<60>,
                    .kind = Duration,
                    .group = connections,
                    .label = QT_TR_NOOP("Wait for the &answer"),
                    .help = QT_TR_NOOP("From the request to the first byte of the answer."),
                    .least = 1,
                    .most = 3600},
        SettingInfo{.setting = Setting::IdleTimeout,
                    .name = L1("connections/idle-timeout"),
                    .fallback = is<30>,
                    .kind = Duration,
                    .group = connections,
                    .label = QT_TR_NOOP("Wait for the next &byte"),
                    .help = QT_TR_NOOP("A transfer that stands still for so long is tried again."),
                    .least = 1,
                    .most = 3600},

        SettingInfo{.setting = Setting::RateLimit,
                    .name = L1("limits/bytes-per-second"),
                    .fallback = is<qint64(0)>,
                    .kind = Rate,
                    .group = speed,
                    .label = QT_TR_NOOP("&Limit for everything"),
                    .help = QT_TR_NOOP("The same as on the tool bar."),
                    .zero = QT_TR_NOOP("no limit")},
        SettingInfo{.setting = Setting::SpeedSchedule,
                    .name = L1("limits/schedule"),
                    .fallback = noText,
                    .kind = Schedule,
                    .group = speed,
                    .label = QT_TR_NOOP("By &time of day"),
                    .help = QT_TR_NOOP("Spans with a limit, “full” or “off”, then what holds else: "
                                       "“22:00–07:00 full, 12:00–13:00 off, else 1M”. The first "
                                       "span that fits counts; without “else” the limit above "
                                       "holds."),
                    .placeholder = QT_TR_NOOP("22:00–07:00 full, else 1M")},
        SettingInfo{.setting = Setting::HostRateLimit,
                    .name = L1("limits/host-bytes-per-second"),
                    .fallback = is<qint64(0)>,
                    .kind = Rate,
                    .group = speed,
                    .label = QT_TR_NOOP("Limit for each &host"),
                    .help = QT_TR_NOOP("No host sends faster than that, over all its connections."),
                    .zero = QT_TR_NOOP("no limit")},

        SettingInfo{.setting = Setting::UserAgent,
                    .name = L1("network/user-agent"),
                    .fallback = noText,
                    .kind = Text,
                    .group = network,
                    .label = QT_TR_NOOP("&User agent"),
                    .help = QT_TR_NOOP("What Trawl tells servers that it is."),
                    .placeholder = "Trawl/" TRAWL_VERSION,
                    .problem = SettingProblems::ofUserAgent},
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
        SettingInfo{.setting = Setting::HttpVersion,
                    .name = L1("network/http"),
                    .fallback = [] { return QVariant(QStringLiteral("any")); },
                    .kind = Choice,
                    .group = network,
                    .label = QT_TR_NOOP("&HTTP version"),
                    .help = QT_TR_NOOP("Some old servers get along with HTTP/1.1 only."),
                    .choices = httpVersions},
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
    static_assert(inOrder(rows));
    return rows;
}

} // namespace trawl::desktop

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/options.h"

#include <QLatin1StringView>
#include <QVariant>

#include <concepts>
#include <span>

namespace trawl::desktop {

/// Everything the window remembers, declared once with its name and fallback: in settingstable.cpp,
/// or in the row of the option that it presets. Presets that no code names come behind Last.
enum class Setting {
    Geometry,        ///< QByteArray
    SideSplitter,    ///< QByteArray
    ListSplitter,    ///< QByteArray
    ItemColumns,     ///< QByteArray: order, widths, which are shown, sort
    WorkerColumns,   ///< QByteArray
    HostColumns,     ///< QByteArray
    DetailColumns,   ///< QByteArray
    BottomTab,       ///< QString: the page's object name
    OpenDirectory,   ///< QString
    ExportDirectory, ///< QString
    SaidItHides,     ///< bool: that closing the window hides it
    ChartView,       ///< int of charts::ChartView
    ChartSpan,       ///< int of rates::RateHistory::Span
    ExportChoices,   ///< QByteArray of exporting::ExportChoices
    ShowToolBar,     ///< bool
    ShowSidebar,     ///< bool
    ShowTabs,        ///< bool
    RecentRecipes,   ///< QStringList: files, the last used first
    RecipeDirectory, ///< QString
    RecipeGeometry,  ///< QByteArray
    RecipeSplitter,  ///< QByteArray
    RecentFolders,   ///< QStringList: of jobs, the last used first

    Destination,      ///< QString: the folder of the next job
    StartNow,         ///< bool
    NameTemplate,     ///< QString: naming/template.h; empty = {name}
    Collision,        ///< choice of engine::Collision
    AfterJobs,        ///< choice of AfterJobsAction
    AfterJobsCommand, ///< QString: a command line

    Workers,          ///< int; 0 = one a core
    Connections,      ///< int, of one worker
    RecycleAfter,     ///< int, tasks of one worker; 0 = never
    RecycleMemory,    ///< qint64, bytes of one worker; 0 = never
    PerHost,          ///< int
    Segments,         ///< int
    Retries,          ///< int
    ConnectTimeout,   ///< int, seconds
    FirstByteTimeout, ///< int, seconds
    IdleTimeout,      ///< int, seconds

    RateLimit,     ///< qint64, bytes/s; 0 = no limit
    SpeedSchedule, ///< QString for rates::Schedule::parse
    HostRateLimit, ///< qint64, bytes/s; 0 = no limit

    UserAgent,   ///< QString; empty = Trawl's own
    ProxyMode,   ///< choice of ProxyMode
    ProxyUrl,    ///< QString
    HttpVersion, ///< choice of item::HttpVersion
    Robots,      ///< bool

    Units,    ///< choice of models::Units
    Theme,    ///< choice of Theme
    Language, ///< choice of Language

    CloseToTray,       ///< bool
    StartHidden,       ///< bool
    Notifications,     ///< bool
    NotifyInFront,     ///< bool: also while the window has the keyboard
    AskBeforeQuit,     ///< bool
    ClipboardWatch,    ///< bool
    ClipboardPatterns, ///< QString: words like ".pdf example.org"; empty = every link
    Last = ClipboardPatterns,
};

/// The words of the choices, in their order.
enum class AfterJobsAction { Nothing, Quit, Command };
enum class ProxyMode { None, System, Own };
enum class Theme { Desktop, Light, Dark };
enum class Language { Desktop, English, Chinese };

/// How a setting is edited and what it is in the file.
enum class SettingKind : quint8 {
    Remembered, ///< not by hand: it has no label
    Bool,
    Number,
    Rate,     ///< qint64, bytes/s; 0 = no limit
    Size,     ///< qint64, bytes; 0 has a meaning of its own
    Duration, ///< int, seconds
    Choice,   ///< one of the words
    Folder,   ///< absolute
    Text,
    Command,  ///< a command line for a shell
    Schedule, ///< as rates::Schedule reads it
};

/// The pages of the preferences, in their order.
enum class SettingGroup : quint8 {
    Downloads,
    Connections,
    Speed,
    Network,
    Appearance,
    Desktop,
    Last = Desktop,
};

using SettingChoice = item::OptionWord;

/// What a setting is when it is not stored.
class SettingFallback
{
public:
    template <std::convertible_to<QVariant (*)()> Make>
    constexpr SettingFallback(Make make) // NOLINT: rows name functions
        : m_make(make)
    {
    }
    /// As the option is usually.
    explicit SettingFallback(const engine::Option &option)
        : m_option(&option)
    {
    }

    [[nodiscard]] QVariant operator()() const;

private:
    QVariant (*m_make)() = nullptr;
    const engine::Option *m_option = nullptr;
};

/// All that a setting is, declared once. Texts are untranslated, of the context of Settings.
struct SettingInfo
{
    Setting setting;
    QLatin1StringView name; ///< in the file: "limits/bytes-per-second"
    SettingFallback fallback;
    SettingKind kind = SettingKind::Remembered;
    SettingGroup group = SettingGroup::Downloads;
    const char *label = nullptr; ///< with its mnemonic
    const char *help = nullptr;  ///< a sentence or two
    int least = 0;               ///< of a number or duration
    int most = 0;
    const char *zero = nullptr; ///< what a value of 0 means: "no limit"
    std::span<const SettingChoice> choices{};
    const char *placeholder = nullptr; ///< of an empty text
    Setting needs = Setting::Last;     ///< only with a sense while that one …
    QLatin1StringView needed{};        ///< … is this; empty = always
    bool atNextStart = false;          ///< does nothing before
    /// What is wrong with a text, as a sentence; nullptr = nothing ever is.
    QString (*problem)(const QString &text) = nullptr;
    const engine::Option *option = nullptr; ///< that it presets
};

} // namespace trawl::desktop

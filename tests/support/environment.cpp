// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Linked into every test program, this gives it the same surroundings on every machine and however
// it was started, before anything of Qt or fontconfig looks at them: of the variables that it was
// started with only those named here are left, and it has a home of its own that goes with it.
// The programs that it starts inherit all that.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace trawl::support {
namespace {

constexpr std::array<std::string_view, 6> keptNames{"PATH",       "TMPDIR", "DISPLAY",
                                                    "XAUTHORITY", "TERM",   "USER"};
/// Ours, and those of tools that look at a program from outside.
constexpr std::array<std::string_view, 7> keptPrefixes{"TRAWL_", "QTEST_", "ASAN_",  "LSAN_",
                                                       "UBSAN_", "LD_",    "MALLOC_"};

std::string *home = nullptr; ///< outlives what else this process destroys
pid_t owner = 0;

bool isKept(std::string_view variable)
{
    // A test may be asked for a real window.
    if (variable == "QT_QPA_PLATFORM=xcb")
        return true;
    const auto name = variable.substr(0, variable.find('='));
    return std::ranges::find(keptNames, name) != keptNames.end() ||
           std::ranges::any_of(keptPrefixes,
                               [&](std::string_view prefix) { return name.starts_with(prefix); });
}

void forgetSurroundings()
{
    std::vector<std::string> kept;
    for (char **variable = environ; variable && *variable; ++variable) {
        if (isKept(*variable))
            kept.emplace_back(*variable);
    }
    clearenv();
    for (const auto &variable : kept) {
        const auto equals = variable.find('=');
        setenv(variable.substr(0, equals).c_str(), variable.c_str() + equals + 1, 1);
    }
}

void removeHome()
{
    std::error_code ignored;
    if (getpid() == owner) // not where a test has made a copy of its process
        std::filesystem::remove_all(*home, ignored);
}

void makeHome()
{
    const char *temporary = std::getenv("TMPDIR");
    home = new std::string(temporary && *temporary ? temporary : "/tmp");
    *home += "/trawl-test-XXXXXX";
    if (!mkdtemp(home->data())) {
        std::perror("a test's home cannot be made");
        std::_Exit(2);
    }
    owner = getpid();
    std::atexit(removeHome);
    std::filesystem::create_directory(*home + "/run");
    std::filesystem::permissions(*home + "/run", std::filesystem::perms::owner_all);
}

/// Before the other units of the program begin, which may look at variables as well.
[[gnu::constructor(101)]] void nameSurroundings()
{
    forgetSurroundings();
    makeHome();
    const auto name = [](const char *variable, const std::string &value) {
        setenv(variable, value.c_str(), 1);
    };
    name("HOME", *home);
    name("XDG_RUNTIME_DIR", *home + "/run");
    // Nothing is there: no icons, styles or settings of the machine.
    name("XDG_DATA_DIRS", *home + "/share");
    name("XDG_CONFIG_DIRS", *home + "/etc");
    name("FONTCONFIG_FILE", TRAWL_TEST_FONTS);
    name("LC_ALL", "C.UTF-8");
    name("TZ", "UTC");
    name("QT_NO_GLIB", "1");
    name("QT_QPA_PLATFORMTHEME", "generic");
    name("QT_STYLE_OVERRIDE", "Fusion");
    if (!std::getenv("QTEST_FUNCTION_TIMEOUT"))
        name("QTEST_FUNCTION_TIMEOUT", "3600000"); // how long is long is ctest's to say
    if (!std::getenv("QT_QPA_PLATFORM"))
        name("QT_QPA_PLATFORM", "offscreen");
}

} // namespace
} // namespace trawl::support

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/patience.h"

namespace trawl::support {

/// What a test needs: no application object, or one without or with windows.
enum class Application { Appless, Guiless, Gui };

/// A class of tests, under the name of its file (tst_lane of tests/queue/tst_lane.cpp).
struct Test
{
    /// Puts it into the list that the program's main() chooses from.
    Test(const char *file, Application application, void (*prepare)(),
         int (*run)(int argc, char **argv));

    QByteArrayView name;
    Application application;
    void (*prepare)();
    int (*run)(int argc, char **argv);
};

/// As QTEST_MAIN does: a test's own static initMain() goes before the application object.
template <typename Class> void callInitMain()
{
    if constexpr (requires { Class::initMain(); })
        Class::initMain();
}

template <typename Class> int runTest(int argc, char **argv)
{
    Class test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace trawl::support

/// Stands where Qt's QTEST_MAIN would, once in a file and in the file's namespace.
#define TRAWL_TEST(application, Class)                                                             \
    static const trawl::support::Test registeredTest(                                              \
        __FILE__, trawl::support::Application::application, trawl::support::callInitMain<Class>,   \
        trawl::support::runTest<Class>);

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
#endif

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

namespace trawl::support {

namespace {

#if defined(QT_WIDGETS_LIB)
using GuiApplication = QApplication;
#elif defined(QT_GUI_LIB)
using GuiApplication = QGuiApplication;
#else
using GuiApplication = QCoreApplication;
#endif

/// In a function, because the tests of other files register before this file's own variables are
/// made.
std::vector<Test> &tests()
{
    static std::vector<Test> all;
    return all;
}

QByteArrayView stem(QByteArrayView path)
{
    path = path.sliced(path.lastIndexOf('/') + 1);
    return path.first(path.indexOf('.'));
}

std::unique_ptr<QCoreApplication> makeApplication(Application kind, int &argc, char **argv)
{
    std::unique_ptr<QCoreApplication> application;
    if (kind == Application::Guiless)
        application = std::make_unique<QCoreApplication>(argc, argv);
    else if (kind == Application::Gui)
        application = std::make_unique<GuiApplication>(argc, argv);
    if (application) // fonts are as large on every screen
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    return application;
}

int listTests()
{
    std::ranges::sort(tests(), {}, &Test::name);
    for (const auto &test : tests())
        std::printf("%s\n", test.name.toByteArray().constData());
    return 2;
}

} // namespace

Test::Test(const char *file, Application wanted, void (*before)(), int (*go)(int, char **))
    : name(stem(file))
    , application(wanted)
    , prepare(before)
    , run(go)
{
    tests().push_back(*this);
}

} // namespace trawl::support

/// PROGRAM TEST [Qt Test's arguments] runs one test, PROGRAM alone lists them.
int main(int argc, char **argv)
{
    using namespace trawl::support;
    if (argc < 2)
        return listTests();
    const auto test = std::ranges::find(tests(), QByteArrayView(argv[1]), &Test::name);
    if (test == tests().end()) {
        std::fprintf(stderr, "there is no test %s here; these are:\n", argv[1]);
        return listTests();
    }
    // From here on the program's name is the test's.
    --argc;
    ++argv;
    test->prepare();
    const auto application = makeApplication(test->application, argc, argv);
    return test->run(argc, argv);
}

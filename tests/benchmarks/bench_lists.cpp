// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"
#include "adding/sessionlinks.h"
#include "benchmarks/figures.h"
#include "support/loopwatch.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

using namespace trawl;
using namespace trawl::adding;
using benchmarks::figure;

namespace {

constexpr int lines = 1'000'000;
constexpr int items = 4'000'000;
constexpr int blockSize = 20'000;

bool writeList(const QString &path)
{
    QFile list(path);
    if (!list.open(QIODevice::WriteOnly))
        return false;
    for (int i = 0; i < lines; ++i)
        list.write("https://files" + QByteArray::number(i % 997) + ".example.org/archive/" +
                   QByteArray::number(i) + "-report.csv.gz\n");
    return true;
}

void review(const QString &path, const QTemporaryDir &dir)
{
    QSettings store(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    desktop::Settings settings(store);
    desktop::Prompts prompts;
    support::LoopWatch stalls;
    stalls.reset();
    benchmarks::Watch watch;
    auto dialog =
        std::make_unique<AddDialog>(ListInput{.text = {}, .files = {path}}, settings, prompts);
    dialog->open();
    while (dialog->plan().expected == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    figure("review of a million lines", watch.lap(), "ms");
    stalls.settle();
    figure("review, longest stall", stalls.worstMs(), "ms", "goal 50");
    dialog.reset();
}

void sessionLinks()
{
    QList<item::UrlBlockPtr> blocks;
    for (int first = 1; first <= items; first += blockSize) {
        auto block = std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(1));
        for (int i = 0; i < blockSize; ++i)
            block->append("http://a.example/" + QByteArray::number(first + i));
        blocks.append(block);
    }
    const SessionLinks session(blocks, {});
    const std::atomic_bool cancelled = false;
    benchmarks::Watch watch;
    (void)session.prepare(cancelled);
    figure("knowing the links of 4 000 000 items", watch.lap(), "ms");
}

} // namespace

/// Lists on their way into the program.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("list.txt"));
    if (!writeList(path))
        return 1;
    review(path, dir);
    sessionLinks();
}

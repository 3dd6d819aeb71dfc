// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace trawl;
using namespace trawl::engine;

namespace {

constexpr int jobs = 2;

void say(const char *word, qint64 number)
{
    std::printf("%s %lld\n", word, static_cast<long long>(number));
    std::fflush(stdout);
}

QList<item::Link> links(int count)
{
    QList<item::Link> list;
    for (int i = 0; i < count; ++i)
        list.append({i + 1, "http://127.0.0.1:9/some/where/page-" + QByteArray::number(i)});
    return list;
}

/// The longest that the engine's thread kept anybody waiting until `done`.
qint64 worstWaitMs(Run &run, const std::function<bool()> &done)
{
    qint64 worst = 0;
    while (!done()) {
        QElapsedTimer timer;
        timer.start();
        (void)run.counts();
        worst = std::max(worst, timer.elapsed());
        QThread::msleep(1);
    }
    return worst;
}

} // namespace

/// Fills the session that argv[1] names with two jobs of argv[2] items below argv[3], removes the
/// every other of the first job's items and then the second job, until it is killed.
/// "figures" as argv[4]: tells how long that took instead.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = app.arguments();
    const int count = arguments[2].toInt();
    EngineOptions options;
    options.workers = 1;
    options.workerProgram = QStringLiteral(WORKER_PROGRAM);
    options.sessionPath = arguments[1];
    Run run(options);
    if (!run.open())
        return 1;
    for (int job = 1; job <= jobs; ++job)
        run.add(arguments[3], links(count), QByteArray::number(job));
    QList<item::ItemId> half;
    for (int i = 1; i <= count; i += 2)
        half.append(item::ItemId(i));
    say("removing", count);
    QElapsedTimer timer;
    timer.start();
    run.thread.post([half](Engine &e) {
        e.removeItems(half, true);
        e.removeJob(item::JobId(2), true);
    });
    const auto left = [&run] { return run.counts().total(); };
    const auto worst = worstWaitMs(run, [&] { return left() <= count - count / 2; });
    if (argc < 5)
        return app.exec();
    say("worst wait, ms", worst);
    say("gone after ms", timer.elapsed());
    return 0;
}

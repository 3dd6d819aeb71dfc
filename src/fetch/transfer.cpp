// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/transfer.h"

#include "fetch/background.h"
#include "fetch/download.h"
#include "fetch/shared.h"

#include <QDateTime>

#include <exception>
#include <utility>

namespace trawl::fetch {

Context::Context(QNetworkAccessManager &accessManager, RateGate &rateGate,
                 item::TransferSettings transferSettings)
    : manager(accessManager)
    , gate(rateGate)
    , settings(std::move(transferSettings))
    , shared(std::make_unique<Shared>(settings))
{
}

Context::~Context() = default;

namespace {

item::Outcome internalFailure(item::ItemId id, const char *what)
{
    item::Outcome outcome;
    outcome.id = id;
    outcome.startedMs = QDateTime::currentMSecsSinceEpoch();
    outcome.failure = {item::Reason::Internal, 0, false, QString::fromUtf8(what)};
    return outcome;
}

QCoro::Task<> runStreams(Download &download)
{
    Stream main(download, true);
    do {
        auto running = download.runStream(main);
        co_await running;
        if (download.group().running() > 0) {
            auto done = download.group().allDone();
            co_await done;
        }
    } while (download.takeRestart());
}

QCoro::Task<> finish(Download &download)
{
    if (download.wantsSums()) {
        auto &context = download.context();
        auto looking =
            context.shared->sums.lookUp(context, download.request(), download.known().finalUrl);
        const auto checksum = co_await looking;
        if (checksum)
            download.expectChecksum(*checksum);
    }
    const auto work = download.finishing();
    Download::Kept kept;
    if (download.finishesSlowly()) {
        auto finishing = inBackground(work);
        kept = co_await finishing;
    } else {
        kept = work();
    }
    download.finished(kept);
}

QCoro::Task<> keep(Download &download)
{
    const auto work = download.keeping();
    if (!work)
        co_return;
    auto keeping = inBackground(work);
    const auto bytes = co_await keeping;
    download.kept(bytes);
}

QCoro::Task<> drive(Download &download)
{
    if (download.hasState()) {
        auto checking = inBackground(download.checking());
        auto extents = co_await checking;
        download.adopt(std::move(extents));
    }
    auto streams = runStreams(download);
    co_await streams;
    if (download.isWhole()) {
        auto finishing = finish(download);
        co_await finishing;
    } else {
        auto keeping = keep(download);
        co_await keeping;
    }
}

} // namespace

QCoro::Task<item::Outcome> run(Context &context, item::Request request, StopToken stop,
                               item::Progress &progress, Lending &lending,
                               std::shared_ptr<FileHandle> *body)
{
    const auto id = request.id;
    item::Outcome outcome;
    try {
        Download download(context, std::move(request), progress, lending);
        const auto onStop = [&download] { download.stop(); };
        const auto registration = stop.onStop(onStop);
        if (download.begin()) {
            auto driving = drive(download);
            co_await driving;
        }
        outcome = download.takeOutcome();
        if (body && outcome.ok())
            *body = download.part().file();
    } catch (const std::exception &exception) {
        outcome = internalFailure(id, exception.what());
    } catch (...) {
        outcome = internalFailure(id, "unknown exception");
    }
    co_return outcome;
}

} // namespace trawl::fetch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/transfer.h"

#include "fetch/attempt.h"
#include "fetch/exchange.h"
#include "fetch/shared.h"

#include <QDateTime>

#include <exception>
#include <utility>

namespace trawl::fetch {

namespace {

item::Outcome internalFailure(item::ItemId id, const char *what)
{
    item::Outcome outcome;
    outcome.id = id;
    outcome.startedMs = QDateTime::currentMSecsSinceEpoch();
    outcome.failure = {item::Reason::Internal, 0, false, QString::fromUtf8(what)};
    return outcome;
}

} // namespace

Context::Context(QNetworkAccessManager &accessManager, RateGate &rateGate,
                 item::TransferSettings transferSettings)
    : manager(accessManager)
    , gate(rateGate)
    , settings(std::move(transferSettings))
    , shared(std::make_unique<Shared>(settings))
{
}

Context::~Context() = default;

QCoro::Task<item::Outcome> run(Context &context, item::Request request, StopToken stop,
                               item::Progress &progress)
{
    const auto id = request.id;
    item::Outcome outcome;
    try {
        const auto scopes = RateScopes::of(request);
        Attempt attempt(context, std::move(request), progress);
        Exchange exchange(context, attempt, scopes);
        const auto onStop = [&exchange] { exchange.stop(); };
        const auto registration = stop.onStop(onStop);
        bool more = attempt.begin();
        while (more) {
            exchange.start(attempt.nextRequest());
            auto ended = exchange.ended();
            const auto ending = co_await ended;
            more = attempt.ended(ending, exchange.error());
        }
        outcome = attempt.takeOutcome();
    } catch (const std::exception &exception) {
        outcome = internalFailure(id, exception.what());
    } catch (...) {
        outcome = internalFailure(id, "unknown exception");
    }
    co_return outcome;
}

} // namespace trawl::fetch

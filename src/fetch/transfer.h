// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/lending.h"
#include "fetch/stop.h"
#include "item/outcome.h"
#include "item/progress.h"
#include "item/request.h"
#include "item/settings.h"

#include <QCoro/QCoroTask>

#include <memory>

class QNetworkAccessManager;

namespace trawl::fetch {

class FileHandle;
class RateGate;
class Shared;

/// Shared by the transfers of one process; outlives them.
struct Context
{
    Context(QNetworkAccessManager &accessManager, RateGate &rateGate,
            item::TransferSettings transferSettings);
    ~Context();

    QNetworkAccessManager &manager;
    RateGate &gate;
    const item::TransferSettings settings;
    const std::unique_ptr<Shared> shared; ///< what run() makes once, not for each request
};

/// The manager that `settings.stack` names, ready for run().
[[nodiscard]] std::unique_ptr<QNetworkAccessManager>
makeManager(const item::TransferSettings &settings);

/// Fetches one request into its part file, following redirects by the rules of RFC 9110, 15.4
/// (http → https allowed, https → http refused, never another scheme; headers of the job and of the
/// item stay with the first origin). Goes on with what an earlier attempt has left, if the server
/// still has the same file (RFC 9110, 13.1.5, 14), and uses more connections for a large one when
/// `lending` has some. Counters are written to `progress` as bytes arrive. Any end — failure,
/// cancel, exception inside — is an Outcome; nothing is thrown. A failure says whether it is
/// temporary. A request without a part path keeps its body in memory. `body`, if given, gets the
/// open file (fetch/partfile.h) of a whole one, to be read.
[[nodiscard]] QCoro::Task<item::Outcome> run(Context &context, item::Request request,
                                             StopToken stop, item::Progress &progress,
                                             Lending &lending,
                                             std::shared_ptr<FileHandle> *body = nullptr);

} // namespace trawl::fetch

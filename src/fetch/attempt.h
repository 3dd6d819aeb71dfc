// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/exchange.h"
#include "fetch/partfile.h"
#include "fetch/transfer.h"

#include <QElapsedTimer>
#include <QUrl>

namespace trawl::fetch {

/// The rules of one transfer: which requests it takes, what becomes of each response, and the
/// outcome that comes of it. Knows nothing of waiting.
class Attempt final : public ResponseSink
{
public:
    Attempt(Context &context, item::Request request, item::Progress &progress);

    /// False when there is nothing to send: the URL is no good.
    [[nodiscard]] bool begin();
    [[nodiscard]] QNetworkRequest nextRequest() const;
    /// How the last request ended. True: another one follows.
    [[nodiscard]] bool ended(Ending ending, const ReplyError &error);
    [[nodiscard]] item::Outcome takeOutcome();

    [[nodiscard]] bool head(const QNetworkReply &reply) override;
    [[nodiscard]] bool body(const char *data, qint64 size) override;

private:
    [[nodiscard]] bool isSuccess() const;
    void noteHead(const QNetworkReply &reply);
    void noteLength(const QNetworkReply &reply);
    void answered(const ReplyError &error);
    [[nodiscard]] bool follow();
    void finish();
    void fail(item::Failure failure) { m_outcome.failure = std::move(failure); }

    Context &m_context;
    const item::Request m_request;
    item::Progress &m_progress;
    PartFile m_part;
    item::Outcome m_outcome;
    QElapsedTimer m_clock;
    QList<QUrl> m_chain;   ///< first request, redirects, the current one last
    QByteArray m_location; ///< of the current response
    qint64 m_length = -1;  ///< bytes that the body must have; -1 = not promised
};

} // namespace trawl::fetch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/body.h"
#include "transport/curlerror.h"
#include "transport/curlmulti.h"
#include "transport/easyhandle.h"
#include "transport/responsehead.h"

#include <QNetworkReply>
#include <QPointer>

#include <optional>

namespace trawl::transport {

/// The reply of AccessManager. Signals come from the event loop only, also those of abort();
/// downloadProgress is never emitted. The raw headers are those that the server sent, also
/// when a Content-Encoding was undone.
class CurlReply : public QNetworkReply, public DirectReply, private Transfer
{
    Q_OBJECT

public:
    CurlReply(CurlMulti &multi, QNetworkAccessManager::Operation operation,
              const QNetworkRequest &request, QObject *parent);
    ~CurlReply() override;

    void abort() override;
    void close() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool canReadLine() const override;
    void setReadBufferSize(qint64 size) override;
    void setBodySink(BodySink *sink) override;
    void resume() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    void requestGoesOut() override;
    bool takeHeadLine(QByteArrayView line) override;
    Taken takeBody(const char *data, qsizetype length) override;
    Taken takeDirect(const char *data, qsizetype length);
    void deliver() override;
    void ended(CURLcode code) override;
    void orphaned() override;

    void end(Ending ending);
    void cancel();
    void release();
    [[nodiscard]] bool announceHead(); ///< it is final; false when that was known
    void takeProvisionalCookies();
    void noteEnds();
    [[nodiscard]] bool staysAtHost() const;
    [[nodiscard]] bool isTls() const { return m_exactUrl.startsWith("https:"); }
    [[nodiscard]] Evidence evidence(CURLcode code) const;
    void applyHead();
    void applyCodings();
    [[nodiscard]] bool isFormat(const QByteArray &coding) const;
    [[nodiscard]] bool mayAskAgain(CURLcode code) const;
    void applyTimes();
    void wakeIfRoom();
    void resumeNow();
    void decode();
    [[nodiscard]] Taken drain();
    void drainNow();
    void fail(CURLcode code, NetworkError error, const QString &text);
    void emitEnd();
    [[nodiscard]] bool isFull(qsizetype more) const;
    [[nodiscard]] bool hasRoom() const;
    [[nodiscard]] bool mayPause() const;
    [[nodiscard]] bool isDelivered() const;
    [[nodiscard]] Ending endingAfter(CURLcode code) const;

    QByteArray m_exactUrl;
    QPointer<CurlMulti> m_multi;
    std::unique_ptr<EasyHandle> m_easy; ///< while the transfer runs
    ResponseHead m_head;
    Body m_body;
    BodySink *m_sink = nullptr; ///< not ours
    std::optional<Ending> m_ending;
    std::optional<Ending> m_refusal; ///< why a callback failed the transfer
    bool m_sentNews = false;
    bool m_askedAgain = false;
    bool m_headNews = false;
    bool m_headApplied = false;
    bool m_bodyNews = false;
    bool m_paused = false;
    qint64 m_sinceResume = EasyHandle::receiveBytes; ///< bytes taken since curl went on
    bool m_sinkHolds = false;                        ///< until resume()
    bool m_aborted = false;
};

} // namespace trawl::transport

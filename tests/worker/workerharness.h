// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/scriptserver.h"
#include "support/patience.h"
#include "wire/frame.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <memory>

namespace trawl::tests {

/// The engine's end of the wire, with a real worker process at the other.
class WorkerHarness
{
public:
    WorkerHarness()
    {
        local.listen(QStringLiteral("trawl-test-") + QUuid::createUuid().toString(QUuid::Id128));
        worker.setProgram(QStringLiteral(WORKER_PROGRAM));
        worker.setArguments({local.fullServerName()});
        worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    }
    ~WorkerHarness()
    {
        worker.kill();
        worker.waitForFinished(5000);
    }

    /// Starts the worker and takes its Hello.
    [[nodiscard]] bool connectWorker()
    {
        worker.start();
        worker.write("the-token\n");
        if (!support::comes([this] { return local.hasPendingConnections(); }))
            return false;
        socket = local.nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::readyRead, socket, [this] { read(); });
        return support::comes([this] { return !hellos.isEmpty(); });
    }
    [[nodiscard]] bool begin()
    {
        if (!connectWorker())
            return false;
        send(wire::Configure{settings});
        return true;
    }
    void send(const wire::Message &message) { socket->write(wire::encode(message)); }
    item::Request request(int id, const QByteArray &path) const
    {
        return {item::ItemId(id), server.url(path), part(id), {}};
    }
    QString part(int id) const { return directory.filePath(QString::number(id)); }
    [[nodiscard]] bool waitForExit(int ms = 30'000)
    {
        return QTest::qWaitFor([this] { return worker.state() == QProcess::NotRunning; }, ms);
    }
    [[nodiscard]] const item::Outcome *outcomeOf(int id) const
    {
        for (const auto &outcome : outcomes) {
            if (outcome.id == item::ItemId(id))
                return &outcome;
        }
        return nullptr;
    }

    QTemporaryDir directory;
    ScriptServer server;
    item::TransferSettings settings;
    QLocalServer local;
    QLocalSocket *socket = nullptr;
    QProcess worker;

    QList<wire::Hello> hellos;
    QList<item::Outcome> outcomes;
    int finishedFrames = 0;
    QList<item::Progress> progress;
    QList<wire::Health> healths;
    QList<wire::Log> logs;
    QList<item::ExtraConnections> wanted;
    QList<item::ExtraConnections> returned;
    QList<wire::Cookies> cookies;
    QHash<quint64, item::ProbeAnswer> probed; ///< by number
    int probedFrames = 0;

private:
    void read()
    {
        wire::Message message;
        while (m_reader.read(*socket, message) == wire::ReadResult::Value) {
            if (const auto *hello = std::get_if<wire::Hello>(&message))
                hellos.append(*hello);
            else if (const auto *finished = std::get_if<wire::Finished>(&message)) {
                outcomes += finished->outcomes;
                ++finishedFrames;
            } else if (const auto *batch = std::get_if<wire::ProgressBatch>(&message))
                progress += batch->items;
            else if (const auto *health = std::get_if<wire::Health>(&message))
                healths.append(*health);
            else if (const auto *wanting = std::get_if<wire::WantConnections>(&message))
                wanted += wanting->items;
            else if (const auto *unused = std::get_if<wire::ReturnConnections>(&message))
                returned += unused->items;
            else if (const auto *fresh = std::get_if<wire::Cookies>(&message))
                cookies.append(*fresh);
            else if (const auto *probe = std::get_if<wire::Probed>(&message)) {
                auto &answer = probed[probe->answer.number];
                if (answer.number == 0)
                    answer = probe->answer;
                else
                    answer.append(probe->answer);
                ++probedFrames;
            } else if (const auto *log = std::get_if<wire::Log>(&message))
                logs.append(*log);
        }
    }
    wire::FrameReader m_reader;
};

} // namespace trawl::tests

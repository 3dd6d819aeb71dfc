// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/rategate.h"
#include "fetch/taskgroup.h"
#include "fetch/transfer.h"
#include "scriptserver.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace trawl::tests {

/// One transfer under way, and its outcome when it has ended.
struct Running
{
    fetch::StopToken stop;
    item::Progress progress;
    fetch::Lending lending;
    std::optional<item::Outcome> outcome;
    std::function<void()> onEnd;
};

/// What a test of run() needs: a server, a directory for parts, a manager of either stack.
class FetchFixture
{
public:
    explicit FetchFixture(item::HttpStack stack)
    {
        settings.stack = stack;
        settings.connectTimeoutMs = 20'000;
        settings.firstByteTimeoutMs = 20'000;
        settings.idleTimeoutMs = 20'000;
    }
    /// A test that failed leaves transfers under way, which need what is here.
    ~FetchFixture()
    {
        for (const auto &running : m_all) {
            running->onEnd = {};
            running->stop.requestStop();
            QDeadlineTimer patience(15'000);
            while (!running->outcome && !patience.hasExpired())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
            if (!running->outcome)
                qFatal("a transfer did not stop");
        }
    }

    /// With the settings as they are at the first call.
    std::shared_ptr<Running> start(const item::Request &request)
    {
        return start(std::make_shared<Running>(), request);
    }
    std::shared_ptr<Running> start(std::shared_ptr<Running> running, item::Request request)
    {
        m_all.push_back(running);
        if (!context) {
            manager = fetch::makeManager(settings);
            context = std::make_unique<fetch::Context>(*manager, gate, settings);
        }
        drive(std::move(request), *running);
        return running;
    }
    std::shared_ptr<Running> start(const QByteArray &path) { return start(request(path)); }
    item::Request request(const QByteArray &path)
    {
        return item::Request{item::ItemId(++lastId), server.url(path), part(), {}};
    }
    item::Outcome fetch(item::Request request)
    {
        const auto running = start(std::move(request));
        // An event loop of its own: qWaitFor() naps between turns, which a chain of hops feels.
        QEventLoop loop;
        running->onEnd = [&loop] { loop.quit(); };
        QTimer::singleShot(15'000, &loop, [] { qFatal("the transfer did not end"); });
        if (!running->outcome)
            loop.exec();
        return *running->outcome;
    }
    item::Outcome fetchUrl(const QByteArray &url, const item::Headers &headers = {})
    {
        return fetch(item::Request{item::ItemId(++lastId), url, part(), headers});
    }
    item::Outcome fetch(const QByteArray &path, const item::Headers &headers = {})
    {
        return fetchUrl(server.url(path), headers);
    }

    [[nodiscard]] QString part() const
    {
        return directory.filePath(QString::number(lastId) + QStringLiteral(".part"));
    }
    [[nodiscard]] bool partExists() const { return QFile::exists(part()); }
    [[nodiscard]] QByteArray partBytes() const
    {
        QFile file(part());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no part");
    }

    QTemporaryDir directory;
    ScriptServer server;
    item::TransferSettings settings;
    fetch::RateGate gate;
    std::unique_ptr<QNetworkAccessManager> manager;
    std::unique_ptr<fetch::Context> context;
    int lastId = 0;

private:
    std::vector<std::shared_ptr<Running>> m_all;

    QCoro::Task<> drive(item::Request request, Running &running)
    {
        auto task = fetch::run(*context, std::move(request), running.stop, running.progress,
                               running.lending);
        running.outcome = co_await task;
        if (running.onEnd)
            running.onEnd();
    }
};

/// The stacks that a test runs over, as rows of the global data.
inline void addStacks()
{
    QTest::addColumn<item::HttpStack>("stack");
    QTest::newRow("curl") << item::HttpStack::Curl;
    QTest::newRow("qt") << item::HttpStack::Qt;
}

} // namespace trawl::tests

Q_DECLARE_METATYPE(trawl::item::HttpStack)

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/replies.h"

#include <QRegularExpression>

#include <dlfcn.h>
#include <netdb.h>

#include <condition_variable>

namespace tst_deadnames {

namespace {

std::mutex lookups;
std::condition_variable released;
bool silent = true;
int waiting = 0;

} // namespace

/// The system's, but that of *.dead answers only when the test lets it.
extern "C" int getaddrinfo(const char *name, const char *service, const addrinfo *hints,
                           addrinfo **result)
{
    using Lookup = decltype(&getaddrinfo);
    static const auto real = reinterpret_cast<Lookup>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!name || !QByteArrayView(name).endsWith(".dead"))
        return real(name, service, hints, result);
    std::unique_lock lock(lookups);
    ++waiting;
    released.wait_for(lock, std::chrono::seconds(100), [] { return !silent; });
    --waiting;
    return EAI_NONAME;
}

using namespace trawl::support;
using namespace trawl::test;
using trawl::transport::AccessManager;

/// Name servers that keep silent hold up nobody else.
class TestDeadNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const std::lock_guard lock(lookups);
        silent = true;
    }
    void cleanup()
    {
        {
            const std::lock_guard lock(lookups);
            silent = false;
        }
        released.notify_all();
        const auto ended = [] {
            const std::lock_guard lock(lookups);
            return waiting == 0;
        };
        QTRY_VERIFY(ended());
    }
    void othersGoOn()
    {
        RawServer server(RawServer::always(okSized("x")));
        AccessManager manager{AccessManager::Options()};
        const auto dead = deadReplies(manager);
        int done = 0;
        for (int i = 0; i < 20; ++i)
            next(manager, server.url(), done);
        QTRY_COMPARE(done, 1000);
        for (const auto &reply : dead)
            QVERIFY(reply->isRunning());
    }
    // What fetch does when the time for a connection is up.
    void abortDoesNotWait()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("QSocketNotifier")));
        AccessManager manager{AccessManager::Options()};
        const auto dead = deadReplies(manager);
        for (const auto &reply : dead) {
            reply->abort();
            QVERIFY(finishes(*reply));
        }
        const std::lock_guard lock(lookups);
        QVERIFY2(waiting > 0, "the names were waited for");
    }
    void connectTimeout()
    {
        AccessManager manager{AccessManager::Options()};
        QNetworkRequest request(QUrl(QStringLiteral("http://a.dead/")));
        request.setAttribute(QNetworkRequest::Attribute(trawl::transport::ConnectTimeoutMs), 100);
        const ReplyPtr reply(manager.get(request));
        QVERIFY(finishes(*reply));
        QVERIFY(reply->error() == QNetworkReply::TimeoutError ||
                reply->error() == QNetworkReply::HostNotFoundError);
        QVERIFY2(reply->errorString().contains(u"esolv"), qPrintable(reply->errorString()));
    }
    void noSuchName()
    {
        cleanup();
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(manager.get(QNetworkRequest(QUrl(QStringLiteral("http://a.dead/")))));
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::HostNotFoundError);
        QVERIFY2(reply->errorString().contains(u"a.dead (after 0"),
                 qPrintable(reply->errorString()));
    }

private:
    static std::vector<ReplyPtr> deadReplies(AccessManager &manager)
    {
        std::vector<ReplyPtr> replies;
        for (int i = 0; i < 5; ++i) {
            const QUrl url(QStringLiteral("http://name%1.dead/").arg(i));
            replies.emplace_back(manager.get(QNetworkRequest(url)));
        }
        const auto all = [] {
            const std::lock_guard lock(lookups);
            return waiting == 5;
        };
        [&] { QTRY_VERIFY(all()); }();
        return replies;
    }
    void next(AccessManager &manager, QUrl url, int &done)
    {
        url.setHost(QStringLiteral("localhost"));
        auto *reply = manager.get(QNetworkRequest(url));
        connect(reply, &QNetworkReply::finished, this, [this, reply, url, &manager, &done] {
            reply->deleteLater();
            done += reply->error() == QNetworkReply::NoError;
            if (++m_started <= 980)
                next(manager, url, done);
        });
    }

    int m_started = 0;
};

TRAWL_TEST(Guiless, TestDeadNames)

} // namespace tst_deadnames

#include "tst_deadnames.moc"

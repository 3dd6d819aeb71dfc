// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/compress.h"
#include "transport/contentdecoder.h"
#include "transport/replies.h"

#include <curl/curl.h>

namespace tst_coding {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;
using transport::ContentDecoder;

namespace {

QByteArray text()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(i * 7919) + ' ';
    return text;
}

QByteArray coded(const QByteArray &coding, const QByteArray &body)
{
    return okSized(body, "Content-Encoding: " + coding + "\r\n");
}

} // namespace

/// Compressed bodies: undone when nobody asked otherwise, whole or an error, and bounded.
class TestCoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codings_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("gzip") << QByteArray("gzip") << deflated(text(), gzip);
        QTest::newRow("x-gzip") << QByteArray("X-GZip") << deflated(text(), gzip);
        const auto half = text().size() / 2;
        QTest::newRow("gzip members")
            << QByteArray("gzip")
            << deflated(text().first(half), gzip) + deflated(text().sliced(half), gzip);
        QTest::newRow("padded gzip")
            << QByteArray("gzip") << deflated(text(), gzip) + QByteArray(100, '\0');
        QTest::newRow("zlib") << QByteArray("deflate") << deflated(text(), zlib);
        QTest::newRow("bare deflate") << QByteArray("deflate") << deflated(text(), bare);
        QTest::newRow("br") << QByteArray("br") << brotlied(text());
        QTest::newRow("zstd") << QByteArray("zstd") << zstandard(text());
        QTest::newRow("zstd frames")
            << QByteArray("zstd") << zstandard(text().first(half)) + zstandard(text().sliced(half));
        QTest::newRow("zstd of RFC 9659's window") << QByteArray("zstd") << zstandard(text(), 23);
        QTest::newRow("identity") << QByteArray("identity") << text();
        for (const char *none : {"UTF-8", "none", "binary", "aws-chunked", "zip", ","})
            QTest::newRow(none) << QByteArray(none) << text();
        QTest::newRow("gzip, identity") << QByteArray("gzip, identity") << deflated(text(), gzip);
        QTest::newRow("aws-chunked, gzip")
            << QByteArray("aws-chunked,gzip") << deflated(text(), gzip);
        QTest::newRow("deflate, gzip")
            << QByteArray("deflate, gzip") << deflated(deflated(text(), zlib), gzip);
        QTest::newRow("gzip, br") << QByteArray("gzip, br") << brotlied(deflated(text(), gzip));
        QTest::newRow("br, zstd, gzip")
            << QByteArray("br, zstd, gzip") << deflated(zstandard(brotlied(text())), gzip);
        QTest::newRow("frames in members") << QByteArray("zstd, gzip")
                                           << deflated(zstandard(text().first(half)), gzip) +
                                                  deflated(zstandard(text().sliced(half)), gzip);
    }
    void codings()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, body);
        for (const qint64 bufferSize : {0, 1000}) {
            RawServer server(RawServer::always(coded(coding, body)));
            const auto reply = get(server);
            reply->setReadBufferSize(bufferSize);
            QByteArray read;
            qint64 most = 0;
            connect(reply.get(), &QIODevice::readyRead, this, [&] {
                most = qMax(most, reply->bytesAvailable());
                read += reply->readAll();
            });
            QVERIFY(finishes(*reply));
            QCOMPARE(reply->error(), QNetworkReply::NoError);
            QVERIFY(read + reply->readAll() == text());
            QVERIFY(bufferSize == 0 || most <= 16'384 + readAtOnce);
            QVERIFY(server.requests().value(0).header("Accept-Encoding").contains("gzip"));
        }
    }
    void cutStreams_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("gzip") << QByteArray("gzip") << deflated(text(), gzip);
        QTest::newRow("zlib") << QByteArray("deflate") << deflated(text(), zlib);
        QTest::newRow("br") << QByteArray("br") << brotlied(text());
        QTest::newRow("zstd") << QByteArray("zstd") << zstandard(text());
        QTest::newRow("inner of two")
            << QByteArray("gzip, br") << brotlied(deflated(text(), gzip).chopped(50));
        QTest::newRow("last of two gzip members")
            << QByteArray("gzip") << deflated({}, gzip) + deflated(text(), gzip);
        QTest::newRow("last of two zstd frames")
            << QByteArray("zstd") << zstandard({}) + zstandard(text());
    }
    // With a right Content-Length: nothing but the stream itself tells.
    void cutStreams()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, body);
        for (const qsizetype length : {qsizetype(1), body.size() / 2, body.size() - 1}) {
            QVERIFY(length < body.size());
            RawServer server(RawServer::always(coded(coding, body.first(length))));
            const auto reply = get(server);
            QVERIFY(finishes(*reply));
            QCOMPARE(reply->error(), QNetworkReply::UnknownContentError);
            QCOMPARE(attribute(*reply, transport::CurlCode).toInt(),
                     int(CURLE_BAD_CONTENT_ENCODING));
            QVERIFY(text().startsWith(reply->readAll()));
        }
    }
    void brokenStreams_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("gzip garbage") << QByteArray("gzip") << QByteArray(5000, 'x');
        QTest::newRow("br garbage") << QByteArray("br") << QByteArray(5000, '\xff');
        QTest::newRow("deflate garbage") << QByteArray("deflate") << QByteArray(5000, '\xff');
        auto wrongSum = deflated(text(), gzip);
        wrongSum[wrongSum.size() - 5] = char(wrongSum.at(wrongSum.size() - 5) ^ 1);
        QTest::newRow("gzip sum") << QByteArray("gzip") << wrongSum;
        QTest::newRow("zstd garbage") << QByteArray("zstd") << QByteArray(5000, 'x');
        QTest::newRow("zstd of a large window") << QByteArray("zstd") << zstandard(text(), 24);
        QTest::newRow("unknown") << QByteArray("compress") << text();
        QTest::newRow("two at once") << QByteArray("gzip, br") << text();
        QTest::newRow("inner of two") << QByteArray("gzip, br") << brotlied(text());
        QTest::newRow("six at once") << QByteArray("br,br,br,br,br,br") << text();
    }
    void brokenStreams()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, body);
        RawServer server(RawServer::always(coded(coding, body)));
        const auto reply = get(server);
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::UnknownContentError);
        QCOMPARE(heard.count('f'), 1);
        QVERIFY(heard.letters().endsWith("ef"));
    }
    void foreignCodingsAreNamed()
    {
        RawServer server(RawServer::always(coded("gzip, exi", text())));
        const auto reply = get(server);
        QVERIFY(finishes(*reply));
        QVERIFY(reply->errorString().contains(u"gzip, exi"));
    }
    void archives_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("asSent");
        const auto row = [](const char *path, const QByteArray &fields, bool asSent) {
            QTest::addRow("%s %s", path, fields.constData())
                << QString::fromLatin1(path) << fields + "\r\n"
                << asSent;
        };
        for (const char *path : {"/a.tar.gz", "/a.tgz", "/A.SVGZ", "/a.json.gz?b=c.txt", "/a.gz"}) {
            row(path, "Content-Encoding: gzip", true);
            row(path, "Content-Encoding: x-gzip", true);
        }
        row("/a.tar", "Content-Encoding: gzip", false);
        row("/a.gz/b", "Content-Encoding: gzip", false);
        row("/a?b=c.gz", "Content-Encoding: gzip", false);
        row("/gz", "Content-Encoding: gzip", false);
        row("/a", "Content-Encoding: gzip\r\nContent-Type: Application/GZip; q=1", true);
        row("/a", "Content-Encoding: gzip\r\nContent-Type: application/x-gzip", true);
        row("/a", "Content-Encoding: gzip\r\nContent-Type: application/x-tar", false);
        row("/a", "Content-Encoding: gzip\r\nContent-Disposition: attachment; filename=b.tgz",
            true);
        row("/a",
            "Content-Encoding: gzip\r\nContent-Disposition: inline; filename*=UTF-8''b.gz; x=1",
            true);
        row("/a.br", "Content-Encoding: gzip", false);
        row("/a.Z", "Content-Encoding: x-compress", true);
    }
    // What the coding says is the file's own format: whose lengths count what is read.
    void archives()
    {
        QFETCH(const QString, path);
        QFETCH(const QByteArray, fields);
        QFETCH(const bool, asSent);
        const auto body = deflated(text(), gzip);
        RawServer server(RawServer::always(okSized(body, fields)));
        const ReplyPtr reply(m_manager.get(QNetworkRequest(server.url(path))));
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QVERIFY(reply->readAll() == (asSent ? body : text()));
        QCOMPARE(attribute(*reply, transport::BodyCoded).toBool(), !asSent);
    }
    // To be asked for none is no promise to send none.
    void codedInSpite()
    {
        RawServer server(RawServer::always(coded("gzip", deflated(text(), gzip))));
        QNetworkRequest request(server.url());
        request.setRawHeader("Accept-Encoding", "identity");
        const ReplyPtr reply(m_manager.get(request));
        QVERIFY(finishes(*reply));
        QVERIFY(reply->readAll() == text());
        QVERIFY(attribute(*reply, transport::BodyCoded).toBool());
    }
    void askedForByTheCaller()
    {
        const auto body = deflated(text(), gzip);
        RawServer server(RawServer::always(coded("gzip", body)));
        QNetworkRequest request(server.url());
        request.setRawHeader("Accept-Encoding", "gzip");
        const ReplyPtr reply(m_manager.get(request));
        QVERIFY(finishes(*reply));
        QVERIFY(reply->readAll() == body);
        QCOMPARE(server.requests().value(0).header("Accept-Encoding"), QByteArray("gzip"));
    }
    void emptyBodies()
    {
        RawServer server(RawServer::always(coded("gzip", {})));
        const auto reply = get(server);
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }
    void bombIsBounded_data()
    {
        QTest::addColumn<QByteArray>("coding");
        const QByteArray zeros(64'000'000, '\0');
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("gzip") << QByteArray("gzip") << deflated(zeros, gzip);
        QTest::newRow("br") << QByteArray("br") << brotlied(zeros);
        QTest::newRow("zstd") << QByteArray("zstd") << zstandard(zeros);
    }
    void bombIsBounded()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, body);
        RawServer server(RawServer::always(coded(coding, body)));
        const auto reply = get(server);
        reply->setReadBufferSize(100'000);
        QByteArray buffer(50'000, Qt::Uninitialized);
        qint64 total = 0;
        qint64 most = 0;
        connect(reply.get(), &QIODevice::readyRead, this, [&] {
            most = qMax(most, reply->bytesAvailable());
            total += reply->read(buffer.data(), buffer.size());
        });
        QVERIFY(finishes(*reply));
        total += reply->readAll().size();
        QCOMPARE(total, 64'000'000);
        QVERIFY2(most <= 100'000, qPrintable(QString::number(most)));
    }
    void longBombIsRefused_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("member");
        const QByteArray zeros(16 * 1024 * 1024, '\0');
        QTest::newRow("gzip") << QByteArray("gzip") << deflated(zeros, gzip);
        QTest::newRow("br") << QByteArray("br") << brotlied(QByteArray(100 * 1024 * 1024, '\0'));
        QTest::newRow("zstd") << QByteArray("zstd") << zstandard(zeros);
    }
    // What would be 10 GB is given up soon, whether it is read fast or not.
    void longBombIsRefused()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const QByteArray, member);
        RawServer server([&](RawConnection &connection) {
            if (!connection.readRequest())
                return;
            connection.send(ok("Content-Encoding: " + coding + "\r\n"));
            for (int i = 0; i < 640 && connection.send(member); ++i) {
            }
        });
        const auto before = residentBytes();
        const auto reply = get(server);
        reply->setReadBufferSize(256 * 1024);
        qint64 total = 0;
        connect(reply.get(), &QIODevice::readyRead, this,
                [&] { total += reply->readAll().size(); });
        QVERIFY(finishes(*reply));
        QCOMPARE(attribute(*reply, transport::CurlCode).toInt(), int(CURLE_FILESIZE_EXCEEDED));
        QVERIFY(reply->errorString().contains(u"too large when unpacked"));
        QVERIFY2(total <= 65 * 1024 * 1024, qPrintable(QString::number(total)));
        const auto grown = residentBytes() - before;
        QVERIFY2(grown < 24 * 1024 * 1024 + keptBySanitizer, qPrintable(QString::number(grown)));
        QTRY_COMPARE(server.openConnections(), 0);
    }
    void decoderTakesAnySplit()
    {
        const QByteArray plain = text().first(2000);
        const auto body = deflated(plain, gzip);
        for (const int step : {1, 7, 100}) {
            const auto decoder = ContentDecoder::make({"gzip"});
            QByteArray out;
            char room[3];
            auto state = ContentDecoder::State::Going;
            for (qsizetype at = 0; at < body.size(); at += step) {
                auto in = QByteArrayView(body).sliced(at, qMin<qsizetype>(step, body.size() - at));
                qsizetype written = 0;
                do {
                    state = decoder->decode(in, room, 3, written);
                    out.append(room, written);
                } while (written == 3 && state == ContentDecoder::State::Going);
                QVERIFY(state != ContentDecoder::State::Broken);
            }
            QCOMPARE(state, ContentDecoder::State::Done);
            QCOMPARE(out, plain);
        }
    }

private:
    ReplyPtr get(const RawServer &server)
    {
        return ReplyPtr(m_manager.get(QNetworkRequest(server.url())));
    }

    AccessManager m_manager{AccessManager::Options()};
};

TRAWL_TEST(Guiless, TestCoding)

} // namespace tst_coding

#include "tst_coding.moc"

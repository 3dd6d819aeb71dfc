// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "transport/responsehead.h"

#include <QTest>

namespace tst_responsehead {

using trawl::transport::ResponseHead;

namespace {

bool feed(ResponseHead &head, const QByteArray &text)
{
    qsizetype start = 0;
    while (start < text.size()) {
        const auto end = text.indexOf('\n', start) + 1;
        if (!head.addLine(QByteArrayView(text).sliced(start, end - start)))
            return false;
        start = end;
    }
    return true;
}

} // namespace

class TestResponseHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finalHead()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 200 All is well\r\nServer: x\r\nEmpty:\r\n"));
        QVERIFY(!head.isComplete());
        QVERIFY(feed(head, "\r\n"));
        QVERIFY(head.isComplete());
        QCOMPARE(head.status(), 200);
        QCOMPARE(head.reason().toByteArray(), QByteArray("All is well"));
        const QList<ResponseHead::Field> expected = {{"Server", "x"}, {"Empty", ""}};
        QCOMPARE(head.fields(), expected);
        QVERIFY(!head.fields().at(1).second.isNull()); // a null value would erase a raw header
    }
    void twoLengths()
    {
        ResponseHead other;
        QVERIFY(!feed(other, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\ncontent-length: 5\r\n"));
        ResponseHead same;
        QVERIFY(feed(same, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\ncontent-length: 7\r\n\r\n"));
        ResponseHead later; // each head for itself
        QVERIFY(feed(later, "HTTP/1.1 103 Hints\r\nContent-Length: 0\r\n\r\n"
                            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
    }
    void withoutReason()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/2 404 \r\n\r\n"));
        QCOMPARE(head.status(), 404);
        QVERIFY(head.reason().isEmpty());
        QVERIFY(head.fields().isEmpty());
    }
    void cutStatusLines()
    {
        for (const QByteArray line : {"HTTP/1.1\r\n\r\n", "HTTP/1.1 2\r\n\r\n", "\r\n\r\n"}) {
            ResponseHead head;
            QVERIFY(feed(head, line));
            QVERIFY(!head.isComplete());
            QVERIFY(head.reason().isEmpty());
        }
    }
    void interimHeadsArePassedOver()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
        QVERIFY(!head.isComplete());
        QVERIFY(feed(head, "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"));
        const QList<ResponseHead::Field> expected = {{"A", "1"}};
        QCOMPARE(head.fields(), expected);
    }
    void trailersAreDropped()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 200 OK\r\nA: 1\r\n\r\nB: 2\r\n\r\n"));
        QCOMPARE(head.fields().size(), 1);
    }
    void equalNamesAreJoined()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 200 OK\r\nVary: a\r\nSet-Cookie: x=1\r\nvary: b\r\n"
                           "set-cookie: y=2\r\n\r\n"));
        const QList<ResponseHead::Field> expected = {{"Vary", "a, b"}, {"Set-Cookie", "x=1\ny=2"}};
        QCOMPARE(head.fields(), expected);
    }
    void foldedLinesAndLinesWithoutColon()
    {
        ResponseHead head;
        QVERIFY(feed(head,
                     "HTTP/1.1 200 OK\r\n lost\r\nA: 1\r\n\t 2\r\nnonsense\r\n: v\r\nB:3\r\n\r\n"));
        const QList<ResponseHead::Field> expected = {{"A", "1 2"}, {"B", "3"}};
        QCOMPARE(head.fields(), expected);
    }
    void closeDelimited_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("yes") << QByteArray("HTTP/1.1 200 OK\r\nA: 1\r\n\r\n") << true;
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n")
                                << false;
        QTest::newRow("chunked") << QByteArray(
                                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                                 << false;
        QTest::newRow("none") << QByteArray("HTTP/1.1 204 No\r\n\r\n") << false;
        QTest::newRow("h2") << QByteArray("HTTP/2 200 \r\n\r\n") << false;
    }
    void closeDelimited()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, expected);
        ResponseHead head;
        QVERIFY(feed(head, text));
        QCOMPARE(head.isCloseDelimited(), expected);
    }
    void boundsHoldOverAllHeads()
    {
        ResponseHead lines;
        QVERIFY(feed(lines, QByteArray("HTTP/1.1 100 Go on\r\n\r\n").repeated(500)));
        QVERIFY(!feed(lines, "HTTP/1.1 100 Go on\r\n\r\n"));

        ResponseHead bytes;
        QVERIFY(feed(bytes, "HTTP/1.1 200 OK\r\nA: " + QByteArray(200'000, 'a') + "\r\n\r\n"));
        QVERIFY(!feed(bytes, "B: " + QByteArray(80'000, 'b') + "\r\n"));
    }
};

TRAWL_TEST(Appless, TestResponseHead)

} // namespace tst_responsehead

#include "tst_responsehead.moc"

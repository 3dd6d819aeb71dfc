// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/frame.h"
#include "support/testmain.h"

#include <QTest>
#include <QtEndian>

namespace tst_controlframe {

using namespace trawl::control;

namespace {

QByteArray head(quint16 version, quint32 length)
{
    QByteArray bytes("Trwl");
    char text[4];
    qToBigEndian(version, text);
    bytes.append(text, 2);
    qToBigEndian(length, text);
    return bytes.append(text, 4);
}

} // namespace

class TestControlFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesThroughByteByByte()
    {
        const QJsonObject one{{QStringLiteral("a"), QStringLiteral("ä")}};
        const QJsonObject two{{QStringLiteral("b"), 2}};
        FrameReader reader;
        QList<QJsonObject> got;
        const auto bytes = framed(one) + framed(two);
        for (const char byte : bytes) {
            reader.append(QByteArray(1, byte));
            const auto message = reader.next();
            QVERIFY(message);
            if (*message)
                got.append(**message);
        }
        QCOMPARE(got, (QList{one, two}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<FrameError>("error");
        QTest::newRow("the first byte") << QByteArray("G") << FrameError::NotOurs;
        QTest::newRow("a browser") << QByteArray("GET / HTTP/1.1\r\n") << FrameError::NotOurs;
        QTest::newRow("the next version") << head(2, 2) + "{}" << FrameError::OtherVersion;
        QTest::newRow("4 GB") << head(1, 0xffff'ffff) << FrameError::TooLong;
        QTest::newRow("one too many") << head(1, mostBytes + 1) << FrameError::TooLong;
        QTest::newRow("no JSON") << head(1, 2) + "{]" << FrameError::NoObject;
        QTest::newRow("an array") << head(1, 2) + "[]" << FrameError::NoObject;
        QTest::newRow("nothing") << head(1, 0) << FrameError::NoObject;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        FrameReader reader;
        reader.append(bytes);
        const auto message = reader.next();
        QVERIFY(!message);
        QTEST(message.error(), "error");
    }

    void waitsForTheRest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto whole = framed({{QStringLiteral("a"), 1}});
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half the magic") << whole.first(2);
        QTest::newRow("half the head") << whole.first(7);
        QTest::newRow("all but a byte") << whole.chopped(1);
    }
    void waitsForTheRest()
    {
        QFETCH(QByteArray, bytes);
        FrameReader reader;
        reader.append(bytes);
        const auto message = reader.next();
        QVERIFY(message && !*message);
    }
};

TRAWL_TEST(Appless, TestControlFrame)

} // namespace tst_controlframe

#include "tst_controlframe.moc"

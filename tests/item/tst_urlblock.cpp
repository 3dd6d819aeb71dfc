// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/urlblock.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_urlblock {

using namespace trawl::item;

class TestUrlBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachUrl()
    {
        UrlBlock block(ItemId(7), JobId(2));
        block.append("http://a/");
        block.append("");
        block.append("https://b/c?d");
        block.squeeze();
        QCOMPARE(block.size(), 3);
        QCOMPARE(block.url(0), QByteArrayView("http://a/"));
        QCOMPARE(block.url(1), QByteArrayView(""));
        QCOMPARE(block.url(2), QByteArrayView("https://b/c?d"));
        QCOMPARE(block.first(), ItemId(7));
        QCOMPARE(block.job(), JobId(2));
    }
};

TRAWL_TEST(Appless, TestUrlBlock)

} // namespace tst_urlblock

#include "tst_urlblock.moc"

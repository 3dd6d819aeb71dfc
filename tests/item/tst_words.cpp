// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/failure.h"
#include "item/status.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

namespace tst_words {

using namespace trawl::item;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasItsOwnWord()
    {
        QSet<QString> seen;
        for (int i = 1; i <= int(Reason::Last); ++i) {
            const auto word = reasonWord(Reason(i));
            QVERIFY2(!word.isEmpty() && !seen.contains(word), qPrintable(word));
            seen.insert(word);
            QCOMPARE(reasonFromWord(word), Reason(i));
        }
    }
    void httpCarriesItsCode()
    {
        QCOMPARE(reasonWord(Reason::Http, 429), QStringLiteral("http-429"));
        QCOMPARE(reasonFromWord(u"http-429"), Reason::Http);
    }
    void unknownWordsAreRefused()
    {
        QCOMPARE(reasonFromWord(u"gremlins"), std::nullopt);
        QCOMPARE(statusFromWord(u"gremlins"), std::nullopt);
        QVERIFY(reasonWord(Reason(200)).isEmpty());
    }
    void runningIsExportedAsQueued()
    {
        QCOMPARE(statusWord(Status::Running), QStringLiteral("queued"));
        for (int i = 0; i <= int(Status::Last); ++i) {
            if (Status(i) != Status::Running)
                QCOMPARE(statusFromWord(statusWord(Status(i))), Status(i));
        }
    }
};

TRAWL_TEST(Appless, TestWords)

} // namespace tst_words

#include "tst_words.moc"

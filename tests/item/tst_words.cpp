// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/failure.h"
#include "item/status.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <array>

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
    /// Sessions store the numbers, scripts read the words: neither may become another.
    void reasonsKeepTheirNumbers()
    {
        constexpr std::array words{"",
                                   "cancelled",
                                   "invalid-url",
                                   "unsupported-scheme",
                                   "dns",
                                   "connect",
                                   "tls",
                                   "timeout",
                                   "proxy",
                                   "http",
                                   "too-many-redirects",
                                   "bad-redirect",
                                   "truncated",
                                   "bad-framing",
                                   "bad-head",
                                   "bad-encoding",
                                   "too-large",
                                   "disk-full",
                                   "file-error",
                                   "worker-crashed",
                                   "duplicate",
                                   "network",
                                   "worker-start",
                                   "session",
                                   "internal",
                                   "changed",
                                   "checksum",
                                   "unreachable",
                                   "too-slow",
                                   "exists",
                                   "robots",
                                   "bad-page",
                                   "missing-field",
                                   "out-of-scope",
                                   "wrong-size",
                                   "wrong-type",
                                   "bad-entry"};
        QVERIFY(reasons().size() >= words.size());
        for (std::size_t number = 0; number < words.size(); ++number) {
            const QLatin1StringView word(words[number]);
            QCOMPARE(QLatin1StringView(reasons()[number].word), word);
            QCOMPARE(reasonWord(Reason(number)), word);
        }
    }
    void everyReasonHasAllItsTexts()
    {
        for (const auto &row : reasons().subspan(1)) {
            for (const auto *text : {row.word, row.sentence, row.cause, row.shortText})
                QVERIFY2(*text, row.word);
        }
        for (const auto *text : {infoOf(Reason::None).word, infoOf(Reason(200)).sentence})
            QVERIFY(!*text);
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

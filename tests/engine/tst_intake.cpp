// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importer.h"
#include "engine/results.h"
#include "store/store.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_intake {

using namespace trawl;
using namespace trawl::engine;

namespace {

item::Link link(const QByteArray &url, const item::LinkOptions &options = {})
{
    return {0, url, item::Reason::None,
            options.isEmpty() ? nullptr : std::make_shared<const item::LinkOptions>(options)};
}

item::LinkOptions named(const char *name)
{
    item::LinkOptions options;
    options.name = QString::fromLatin1(name);
    return options;
}

item::LinkOptions hashed(char digit)
{
    item::LinkOptions options;
    options.checksum = item::Checksum{item::HashAlgorithm::Md5, QByteArray(16, digit)};
    return options;
}

} // namespace

/// What becomes of lists and options in the session. Nothing is fetched.
class TestIntake : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString session() const { return m_dir->filePath(QStringLiteral("s.trawl")); }
    [[nodiscard]] JobSpec spec() const
    {
        return {QStringLiteral("job"), m_dir->filePath(QStringLiteral("out")), "list", {}, {}};
    }
    /// Opens the session, reads the list into it, closes it.
    ImportResult add(const QList<item::Link> &links, const JobSpec &spec)
    {
        EngineOptions options;
        options.sessionPath = session();
        options.workerProgram = QStringLiteral("/bin/false");
        options.workers = 1;
        EngineThread thread(options);
        if (!thread.call([](Engine &e) { return e.open().has_value(); }))
            return {};
        const std::atomic_bool cancel = false;
        auto rest = links;
        const auto result =
            importLinks(thread, spec, [&] { return std::exchange(rest, {}); }, cancel);
        return result ? *result : ImportResult{};
    }
    ImportResult add(const QList<item::Link> &links) { return add(links, spec()); }
    [[nodiscard]] QList<item::Result> results() const
    {
        QList<item::Result> all;
        const auto next = openResults(session());
        for (auto row = (*next)(); row && *row; row = (*next)())
            all.append(**row);
        return all;
    }
    [[nodiscard]] QList<store::JobRow> jobs() const
    {
        return store::Store::open(session()).value()->jobs();
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void sameUrlWithOtherOptionsIsNoDuplicate()
    {
        add({link("http://a/x"), link("http://a/x", named("two")), link("http://a/x"),
             link("http://a/x", named("two")), link("http://a/x", named("three"))});
        const auto all = results();
        QCOMPARE(all.size(), 5);
        using item::Status;
        const QList expected{Status::Queued, Status::Queued, Status::Skipped, Status::Skipped,
                             Status::Queued};
        for (int i = 0; i < 5; ++i)
            QCOMPARE(all[i].status, expected[i]);
    }
    void duplicatesAreKnownAfterARestart()
    {
        const QList first{link("http://a/x", named("one"))};
        QCOMPARE(add(first).added, 1);
        QCOMPARE(add(first + QList{link("http://a/x", named("one")), link("http://a/x")}).added, 2);
        QCOMPARE(results()[1].status, item::Status::Skipped);
        QCOMPARE(results()[2].status, item::Status::Queued);
    }
    void optionsAreKept()
    {
        add({link("http://a/x"), link("http://a/y", hashed('1'))});
        QHash<item::ItemId, QByteArray> found;
        store::Store::open(session()).value()->loadOptions(
            [&](item::ItemId id, const QByteArray &json) { found.insert(id, json); });
        QCOMPARE(found.keys(), QList{item::ItemId(2)});
        QCOMPARE(item::linkOptionsFromJson(found[item::ItemId(2)]), hashed('1'));
    }
    void aChangedChecksumIsAChangedList()
    {
        const auto first = add({link("http://a/x", hashed('1'))});
        const auto again = add({link("http://a/x", hashed('1')), link("http://a/y")});
        QCOMPARE(again.job, first.job);
        QCOMPARE(again.added, 1);
        const auto changed = add({link("http://a/x", hashed('2'))});
        QVERIFY(changed.job != first.job);
        QCOMPARE(changed.added, 1);
    }
    void jobOptionsAreReplacedWhenGivenAgain()
    {
        auto given = spec();
        given.options.emplace().transfer.segments = 7;
        add({link("http://a/x")}, given);
        QCOMPARE(jobOptionsFromJson(jobs()[0].options), *given.options);
        add({link("http://a/x")}); // says nothing of them
        QCOMPARE(jobOptionsFromJson(jobs()[0].options), *given.options);
        given.options->collision = Collision::Skip;
        add({link("http://a/x")}, given);
        QCOMPARE(jobs().size(), 1);
        QCOMPARE(jobOptionsFromJson(jobs()[0].options), *given.options);
    }
    void aJobWithoutOptionsHasNone()
    {
        add({link("http://a/x")});
        QVERIFY(jobs()[0].options.isEmpty());
    }
    void cookiesAreAddedToThoseOfBefore()
    {
        const QByteArray one("a.example\tTRUE\t/\tFALSE\t0\tone\t1");
        const QByteArray two("a.example\tTRUE\t/\tFALSE\t0\ttwo\t2");
        auto given = spec();
        given.cookies = {one};
        add({link("http://a/x")}, given);
        QCOMPARE(jobs()[0].cookies, one + '\n');
        given.cookies = {two};
        add({link("http://a/x")}, given);
        QCOMPARE(jobs()[0].cookies, one + '\n' + two + '\n');
    }
};

TRAWL_TEST(Guiless, TestIntake)

} // namespace tst_intake

#include "tst_intake.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/trawlc.h"
#include "faults/checker.h"
#include "faults/site.h"

#include <QTemporaryDir>

#include <deque>
#include <random>

namespace trawl::faults {

/// A test's folder with list.txt, the session s.trawl, the results r.jsonl and the destination out;
/// its servers; trawlc run there as a person would; and the checker of what came of it.
class Bench
{
public:
    Bench();

    [[nodiscard]] Site &site() { return m_sites.front(); }
    Site &addSite(const support::RawPlace &place = {},
                  const support::Certificate *certificate = nullptr);

    /// A URL whose file must be those bytes when it is done.
    QByteArray expect(const QByteArray &url, const QByteArray &body);
    /// A path of the first site with a file by the book.
    QByteArray serve(const QByteArray &path, const Resource &resource);
    /// A path of the first site of which nothing may be called done.
    QByteArray mislead(const QByteArray &path, Answer answer);
    /// A URL of any kind of which nothing may be called done.
    QByteArray distrust(const QByteArray &url);
    /// So many URLs with bodies of all kinds (a 12th of one name) from that site.
    void work(int count, Site &site);
    void work(int count) { work(count, site()); }
    static constexpr int otherHosts = 4;
    void workElsewhere(int count); ///< so many from each of otherHosts

    void start(const QStringList &more = {});
    /// Runs `trawlc get` to its end; its exit status, -1 after a crash.
    int get(const QStringList &more = {});
    /// The same; peak = the most memory that one of its workers held, in bytes.
    int getWatched(const QStringList &more, qint64 &peak);
    /// From the next start on shim.cpp is loaded with these settings (its names without
    /// TRAWL_SHIM_); for none it is not.
    void useShim(const QHash<QString, QString> &settings);
    [[nodiscard]] bool shimFired() const;
    [[nodiscard]] Trawlc &trawlc() { return m_trawlc; }
    /// All of the front end's and its workers' pids.
    [[nodiscard]] QList<qint64> processes() const;

    /// Empty when all holds; waits for processes that are on their way out.
    [[nodiscard]] QByteArray problem(const Allowed &allowed = {}) const;
    [[nodiscard]] Row row(const QByteArray &url) const;
    [[nodiscard]] int count(const QString &status) const; ///< rows of the results
    /// Files in the destination now, parts not counted.
    [[nodiscard]] int filesThere() const { return int(fileCount(out())); }
    /// What the session knows in detail of the failures, all in one.
    [[nodiscard]] QByteArray details() const;
    /// How often a URL was asked for.
    [[nodiscard]] int requestsFor(const QByteArray &url) const;
    [[nodiscard]] const QList<Listed> &list() const { return m_list; }

    /// Where the session and the results go, beside the destination.
    void keepIn(const QString &session, const QString &results);

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString out() const { return path(QStringLiteral("out")); }

private:
    int waited();

    [[nodiscard]] QHash<QByteArray, int> requests() const;

    QTemporaryDir m_dir;
    QString m_session = QStringLiteral("s.trawl");
    QString m_results = QStringLiteral("r.jsonl");
    std::deque<Site> m_sites;
    QList<Listed> m_list;
    Trawlc m_trawlc;
};

/// Random numbers whose seed is printed; TRAWL_SEED gives one back.
[[nodiscard]] std::mt19937 &random();
/// From 0 to most, that included.
[[nodiscard]] int random(int most);
void sleepMs(int ms);

/// A number in a file that shim.cpp reads, too.
class SharedNumber
{
public:
    SharedNumber(const QString &path, qint64 value);
    void operator=(qint64 value); // NOLINT: nobody chains these

private:
    QString m_path;
};

} // namespace trawl::faults

/// The checker after a fault; a test goes no further when it finds anything.
#define HOLDS(bench, ...)                                                                          \
    do {                                                                                           \
        const auto problem = (bench).problem(__VA_ARGS__);                                         \
        QVERIFY2(problem.isEmpty(), (problem + '\n' + (bench).trawlc().err()).constData());        \
    } while (false)

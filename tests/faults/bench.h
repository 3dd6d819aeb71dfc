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

    void start(const QStringList &more = {});
    /// Runs `trawlc get` to its end; its exit status, -1 after a crash.
    int get(const QStringList &more = {});
    /// The same; peak = the most memory that one of its workers held, in bytes.
    int getWatched(const QStringList &more, qint64 &peak);
    [[nodiscard]] Trawlc &trawlc() { return m_trawlc; }
    /// All of the front end's and its workers' pids.
    [[nodiscard]] QList<qint64> processes() const;

    /// Empty when all holds; waits for processes that are on their way out.
    [[nodiscard]] QByteArray problem(const Allowed &allowed = {}) const;
    [[nodiscard]] Row row(const QByteArray &url) const;
    [[nodiscard]] int count(const QString &status) const; ///< rows of the results
    /// What the session knows in detail of the failures, all in one.
    [[nodiscard]] QByteArray details() const;
    /// How often a URL was asked for.
    [[nodiscard]] int requestsFor(const QByteArray &url) const;
    [[nodiscard]] const QList<Listed> &list() const { return m_list; }

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString out() const { return path(QStringLiteral("out")); }

private:
    [[nodiscard]] QHash<QByteArray, int> requests() const;

    QTemporaryDir m_dir;
    std::deque<Site> m_sites;
    QList<Listed> m_list;
    Trawlc m_trawlc;
};

/// Random numbers whose seed is printed; TRAWL_SEED gives one back.
[[nodiscard]] std::mt19937 &random();
/// From 0 to most, that included.
[[nodiscard]] int random(int most);
void sleepMs(int ms);

} // namespace trawl::faults

/// The checker after a fault; a test goes no further when it finds anything.
#define HOLDS(bench, ...)                                                                          \
    do {                                                                                           \
        const auto problem = (bench).problem(__VA_ARGS__);                                         \
        QVERIFY2(problem.isEmpty(), (problem + '\n' + (bench).trawlc().err()).constData());        \
    } while (false)

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"

#include <QCryptographicHash>
#include <QTest>

#include <thread>

namespace trawl::faults {

namespace {

constexpr qint64 large = 5'000'000;
constexpr int goneMs = 2000;
constexpr int sampleMs = 20;

QByteArray sha256(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

/// The most memory that a process ever held, in bytes.
qint64 peakRss(qint64 pid)
{
    const auto status = contents(QStringLiteral("/proc/%1/status").arg(pid));
    const auto at = status.indexOf("VmHWM:");
    if (at < 0)
        return 0;
    const auto line = status.sliced(at + 6);
    return line.first(line.indexOf('k')).trimmed().toLongLong() * 1024;
}

struct Kind
{
    qint64 size;
    Sending sending;
};

constexpr std::array kinds{
    Kind{0, Sending::Length},       Kind{1, Sending::Length},      Kind{65'535, Sending::Length},
    Kind{65'536, Sending::Length},  Kind{65'537, Sending::Length}, Kind{20'000, Sending::Close},
    Kind{50'000, Sending::Chunked}, Kind{40'000, Sending::Gzip},   Kind{10'000, Sending::Length},
    Kind{1000, Sending::Length},
};

} // namespace

Bench::Bench()
    : m_sites(1)
    , m_trawlc(m_dir.path())
{
}

Site &Bench::addSite(const support::RawPlace &place, const support::Certificate *certificate)
{
    return m_sites.emplace_back(place, certificate);
}

QByteArray Bench::expect(const QByteArray &url, const QByteArray &body)
{
    m_list.append({url, sha256(body)});
    return url;
}

QByteArray Bench::serve(const QByteArray &path, const Resource &resource)
{
    site().answer(path, serving(resource));
    return expect(site().url(path), resource.body);
}

QByteArray Bench::mislead(const QByteArray &path, Answer answer)
{
    site().answer(path, std::move(answer));
    return distrust(site().url(path));
}

QByteArray Bench::distrust(const QByteArray &url)
{
    m_list.append({url, {}});
    return url;
}

void Bench::work(int count, Site &site)
{
    for (int i = 0; i < count; ++i) {
        const auto number = QByteArray::number(i).rightJustified(4, '0');
        const bool sameName = i % 12 == 5;
        const auto path = sameName ? "/w/" + number + "/same.bin" : "/w/" + number + ".bin";
        const auto kind =
            i % 140 == 39 ? Kind{large, Sending::Length} : kinds[std::size_t(i) % kinds.size()];
        const auto body = bodyOf(path, kind.size);
        site.answer(path, serving({body, kind.sending, '"' + number + '"'}));
        expect(site.url(path), body);
    }
}

void Bench::workElsewhere(int count)
{
    for (int host = 0; host < otherHosts; ++host)
        work(count, addSite({.address = "127.0.0." + QByteArray::number(10 + host)}));
}

void Bench::start(const QStringList &more)
{
    QByteArray lines;
    for (const auto &entry : std::as_const(m_list))
        lines += entry.url + '\n';
    if (!writeFile(path(QStringLiteral("list.txt")), lines))
        qFatal("the list cannot be written");
    m_trawlc.start(QStringList{QStringLiteral("get"), QStringLiteral("list.txt"),
                               QStringLiteral("-d"), QStringLiteral("out"),
                               QStringLiteral("--session"), m_session, QStringLiteral("-o"),
                               m_results, QStringLiteral("-w"), QStringLiteral("2"),
                               QStringLiteral("-v")} +
                   more);
    m_trawlc.process().closeWriteChannel();
}

int Bench::get(const QStringList &more)
{
    start(more);
    return waited();
}

/// The exit status. Where this machine is to blame, what it said tells a reader of the test why.
int Bench::waited()
{
    constexpr int localTrouble = 4;
    const int status = m_trawlc.wait();
    if (status == localTrouble)
        qInfo().noquote() << m_trawlc.err();
    return status;
}

int Bench::getWatched(const QStringList &more, qint64 &peak)
{
    start(more);
    peak = 0;
    while (m_trawlc.processId() != 0 && !m_trawlc.process().waitForFinished(sampleMs)) {
        for (const auto pid : m_trawlc.workers())
            peak = qMax(peak, peakRss(pid));
    }
    return waited();
}

void Bench::useShim(const QHash<QString, QString> &settings)
{
    m_trawlc.setEnvironment(QStringLiteral("LD_PRELOAD"),
                            settings.isEmpty() ? QString() : QStringLiteral(FAULT_SHIM));
    m_trawlc.setEnvironment(QStringLiteral("TRAWL_SHIM_UNDER"), m_dir.path());
    m_trawlc.setEnvironment(QStringLiteral("TRAWL_SHIM_FIRED"), path(QStringLiteral("fired")));
    for (const char *name : {"FAIL", "JOURNAL", "ROOM", "CLOCK"})
        m_trawlc.setEnvironment(QStringLiteral("TRAWL_SHIM_") + QString::fromLatin1(name),
                                settings.value(QString::fromLatin1(name)));
}

bool Bench::shimFired() const
{
    return QFile::exists(path(QStringLiteral("fired")));
}

void Bench::keepIn(const QString &session, const QString &results)
{
    m_session = session;
    m_results = results;
}

QList<qint64> Bench::processes() const
{
    auto pids = m_trawlc.workers();
    if (const auto front = m_trawlc.processId(); front != 0)
        pids.append(front);
    return pids;
}

QByteArray Bench::problem(const Allowed &allowed) const
{
    QStringList problems;
    if (!QTest::qWaitFor([this] { return processes().isEmpty(); }, goneMs))
        problems.append(QStringLiteral("%1 processes are left").arg(processes().size()));
    const auto session = path(m_session);
    problems += check(
        m_list, {out(), QFile::exists(session) ? session : QString(), path(m_results), requests()},
        allowed);
    return problems.join(u'\n').toUtf8();
}

Row Bench::row(const QByteArray &url) const
{
    for (const auto &row : readResults(path(m_results))) {
        if (row.url == url)
            return row;
    }
    return {};
}

int Bench::count(const QString &status) const
{
    const auto rows = readResults(path(m_results));
    return int(std::count_if(rows.begin(), rows.end(),
                             [&](const Row &row) { return row.status == status; }));
}

QByteArray Bench::details() const
{
    return readDetails(path(m_session));
}

QHash<QByteArray, int> Bench::requests() const
{
    QHash<QByteArray, int> counts;
    for (const auto &site : m_sites) {
        const auto all = site.requests();
        for (const auto &request : all)
            ++counts[site.url(request.target)];
    }
    return counts;
}

int Bench::requestsFor(const QByteArray &url) const
{
    return requests().value(url);
}

SharedNumber::SharedNumber(const QString &path, qint64 value)
    : m_path(path)
{
    *this = value;
}

// In place: those who have mapped it see it at once.
void SharedNumber::operator=(qint64 value)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite) ||
        file.write(reinterpret_cast<const char *>(&value), sizeof value) != sizeof value)
        qFatal("the shared number cannot be written");
}

std::mt19937 &random()
{
    static std::mt19937 engine = [] {
        const auto given = qEnvironmentVariableIntValue("TRAWL_SEED");
        const auto seed = given != 0 ? quint32(given) : std::random_device()();
        qInfo("TRAWL_SEED=%u", seed);
        return std::mt19937(seed);
    }();
    return engine;
}

int random(int most)
{
    return std::uniform_int_distribution(0, most)(random());
}

void sleepMs(int ms)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

} // namespace trawl::faults

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/stage.h"

#include "models/changes.h"
#include "support/patience.h"
#include "support/rawserver.h"

#include <QDateTime>
#include <QFile>
#include <QSignalSpy>

#include <cmath>

namespace trawl::windows {

namespace {

constexpr qint64 noonMs = 1'764'000'000'000; // some day in 2025
constexpr int shopPageCount = 20;

std::vector<engine::HostRow> hosts()
{
    return {{.origin = "https://archive.example.org",
             .counts = {.queued = 12'406, .running = 1, .done = 1'204, .failed = 31},
             .inFlight = 6,
             .connections = 6,
             .requestsPerSecond = 120.4,
             .bytesPerSecond = 40 << 20,
             .latencyMs = 38},
            {.origin = "https://host6.example:8443",
             .counts = {.queued = 7},
             .connections = 1,
             .latencyMs = 2'400,
             .breaker = engine::HostBreaker::Open,
             .heldUntilMs = QDateTime::currentMSecsSinceEpoch() + 60'000},
            {.origin = "https://api.example.com",
             .counts = {.queued = 5, .done = 88, .failed = 2},
             .connections = 1,
             .requestsPerSecond = 0.4,
             .bytesPerSecond = 12 << 10,
             .latencyMs = 210,
             .heldUntilMs = QDateTime::currentMSecsSinceEpoch() + 600'000},
            {.origin = "http://a-host-with-a-rather-long-name.subdomain.example",
             .counts = {.queued = 8, .failed = 2},
             .connections = 6,
             .paused = true,
             .limit = {.connections = 2, .bytesPerSecond = 1 << 20, .startsPerSecond = 0.5}},
            {.origin = "https://xn--fiqs8s.example",
             .counts = {.done = 3},
             .connections = 6,
             .latencyMs = 96}};
}

engine::RowState loading(qint64 id, qint64 bytes, qint64 total, qint64 bytesPerSecond)
{
    auto row = test::running(id, bytes, total);
    row.bytesPerSecond = bytesPerSecond;
    return row;
}

engine::RowState whole(qint64 id, const QString &file, qint64 bytes)
{
    auto row = test::done(id, file);
    row.bytes = row.total = bytes;
    row.endedMs = QDateTime::currentMSecsSinceEpoch() - 65'000;
    return row;
}

std::vector<engine::RowState> rows()
{
    auto waiting = test::failed(6, item::Reason::Http, 429);
    waiting.status = item::Status::Queued;
    waiting.retryAtMs = QDateTime::currentMSecsSinceEpoch() + 600'000;
    auto skipped = test::failed(7, item::Reason::Duplicate);
    skipped.status = item::Status::Skipped;
    std::vector<engine::RowState> rows{
        whole(1, QStringLiteral("attention-is-all-you-need.pdf"), 2'215'244),
        loading(2, 312'000'000, 661'651'456, 11 << 20),
        loading(3, 4'718'592, -1, 480 << 10),
        test::failed(4, item::Reason::Http, 404),
        test::failed(5, item::Reason::Dns),
        waiting,
        skipped,
        test::state(8, item::Status::Paused),
        test::failed(9, item::Reason::Tls),
        test::failed(10, item::Reason::Timeout),
        whole(
            11,
            QStringLiteral("papers/%1 a long name of a file that nobody cut, 论文.pdf").arg(poison),
            18'874'368)};
    for (int page = 53; page <= 76; ++page)
        rows.push_back(whole(page, {}, 10'240 + page));
    return rows;
}

QList<engine::JobState> jobs()
{
    return {
        {.id = item::JobId(1),
         .name = QStringLiteral("papers"),
         .directory = QStringLiteral("/home/ada/papers"),
         .counts = {.queued = 28, .running = 2, .paused = 1, .done = 2, .failed = 4, .skipped = 1}},
        {.id = item::JobId(2),
         .name = QStringLiteral("A list %1 with a name that is rather long").arg(poison),
         .directory = QStringLiteral("/home/ada/") + poison,
         .counts = {.queued = 12}},
        {.id = item::JobId(3),
         .name = QStringLiteral("books.example"),
         .directory = QStringLiteral("/home/ada/books"),
         .counts = {.done = 24},
         .fields = stageFields()}};
}

/// One that works, one that has just been restarted, one that drains, one that is given up.
QList<engine::WorkerInfo> workers()
{
    return {{.slot = 0,
             .state = engine::WorkerState::Ready,
             .pid = 4711,
             .tasksDone = 120'412,
             .inFlight = 28,
             .received = 9LL << 30,
             .rssBytes = 48 << 20,
             .cpuMs = 90'000,
             .loopLagMs = 3},
            {.slot = 1,
             .state = engine::WorkerState::Starting,
             .pid = 4934,
             .tasksDone = 86'020,
             .restarts = 2,
             .lastExit = QStringLiteral("signal 9")},
            {.slot = 2,
             .state = engine::WorkerState::Draining,
             .pid = 4713,
             .tasksDone = 98'310,
             .inFlight = 1,
             .received = 2LL << 30,
             .restarts = 1,
             .rssBytes = 213 << 20,
             .cpuMs = 7'260'000,
             .loopLagMs = 140,
             .lastExit = QStringLiteral("not answering ") + poison},
            {.slot = 3,
             .state = engine::WorkerState::Dead,
             .tasksDone = 12,
             .restarts = 5,
             .lastExit = QStringLiteral("signal 11")}};
}

std::vector<engine::Sample> samples()
{
    std::vector<engine::Sample> samples;
    for (int second = 0; second < 60; ++second) {
        const double wave = 1.5 + std::sin(second / 6.0);
        samples.push_back({.atMs = noonMs + second * 1000,
                           .bytesPerSecond = wave * (20 << 20),
                           .requestsPerSecond = wave * 300,
                           .inFlight = 60,
                           .failuresPerSecond = second % 20 == 0 ? 3.0 : 0.0,
                           .mix = {.success = wave * 240,
                                   .redirect = wave * 20,
                                   .clientError = wave * 30,
                                   .serverError = wave * 8,
                                   .other = 2},
                           .latencyP50Ms = 30 + 5 * wave,
                           .latencyP95Ms = 90 + 20 * wave,
                           .latencyP99Ms = 200 + 90 * wave});
    }
    return samples;
}

item::UrlBlockPtr papers()
{
    QList<QByteArray> urls{
        "https://archive.example.org/pdf/1706/attention-is-all-you-need.pdf",
        "https://mirror.example.net/debian-cd/12.8.0/amd64/iso-cd/debian-12.8.0-amd64-netinst.iso",
        "http://live.example.com:8000/stream.ogg?quality=high&session=0f8e2b",
        "https://archive.example.org/pdf/2401/moved-away.pdf",
        "https://no-such-host.example/a.pdf",
        "https://api.example.com/v2/works?filter=author.id:A5023888391&per-page=200&cursor=*",
        "https://archive.example.org/pdf/1706/attention-is-all-you-need.pdf#page=3",
        "https://archive.example.org/pdf/2005/language-models.pdf",
        "https://expired.example/" + poison.toUtf8() + "paper.pdf",
        "http://a-host-with-a-rather-long-name.subdomain.example/slow/paper.pdf",
        "https://host6.example:8443/%E8%AE%BA%E6%96%87/2024/%E8%AE%BA%E6%96%87.pdf"};
    for (qint64 id = urls.size() + 1; id <= 40; ++id)
        urls.append(test::urlOf(id));
    return test::block(1, urls);
}

item::UrlBlockPtr bookLists()
{
    QList<QByteArray> urls;
    for (int page = 1; page <= 24; ++page)
        urls.append("https://books.example/catalogue/page-" + QByteArray::number(page) + ".html");
    return test::block(53, urls, 3);
}

QByteArray shopPage(int number)
{
    const auto digits = QByteArray::number(number);
    const QByteArray price =
        number % 7 == 3 ? QByteArray() : "  <p class=\"price\">" + digits + ".50 EUR</p>\n";
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<title>Cups and more</title>\n</head>\n<body>\n"
           "<article class=\"product\">\n  <h2><a href=\"/product/" +
           digits + "\">Cup no. " + digits + ", 手工茶杯 " + poison.toHtmlEscaped().toUtf8() +
           "</a></h2>\n" + price +
           "  <p class=\"stock\">In stock: " + QByteArray::number(40 - number) +
           "</p>\n</article>\n<a rel=\"next\" href=\"/product/" + QByteArray::number(number + 1) +
           "\">Next</a>\n</body>\n</html>\n";
}

void serveShop(support::RawConnection &connection)
{
    while (const auto request = connection.readRequest()) {
        const auto number = request->target.mid(request->target.lastIndexOf('/') + 1).toInt();
        connection.send(support::okSized(shopPage(number), "Content-Type: text/html\r\n"));
    }
}

} // namespace

Stage::Stage()
    : m_store(m_directory.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , m_settings(m_store)
    , m_shop(std::make_unique<support::RawServer>(serveShop))
{
    m_prompts.openLists = [](QWidget *, const QString &) { return QStringList(); };
    m_prompts.openRecipe = [](QWidget *, const QString &) { return QString(); };
    m_prompts.openFile = [](QWidget *, const QString &) { return QString(); };
    m_prompts.chooseFolder = [](QWidget *, const QString &) { return QString(); };
    m_prompts.saveExport = [](QWidget *, const QString &, const QString &) { return QString(); };
    m_prompts.saveText = [](QWidget *, const QString &, const QString &) { return QString(); };
    m_prompts.confirmRemove = [](QWidget *, const desktop::RemoveQuestion &) {
        return desktop::RemoveAnswer::Keep;
    };
    m_prompts.askText = [](QWidget *, const QString &, const QString &, const QString &) {
        return QString();
    };
    m_prompts.confirmQuit = [](QWidget *, const QString &) { return true; };
    m_prompts.openUrl = [](const QUrl &) { return true; };
    m_settings.set(desktop::Setting::Destination, QStringLiteral("/home/ada/Downloads/Trawl"));
    engine::EngineOptions options;
    options.sessionPath = m_directory.filePath(QStringLiteral("session.trawl"));
    options.workers = 1;
    options.workerProgram = QStringLiteral(WORKER_PROGRAM);
    writeStageSession(options.sessionPath);
    m_session = std::make_unique<desktop::Session>(options);
    // What is shown is changes(), not what the session has to say: its jobs are paused.
    QObject::disconnect(m_session->thread().engine(), &engine::Engine::changed, m_session.get(),
                        nullptr);
    QSignalSpy opened(m_session.get(), &desktop::Session::opened);
    m_session->open();
    if (!opened.wait(support::patienceMs))
        qFatal("the session of the stage could not be opened");
    m_session->start();
}

Stage::~Stage() = default;

QString Stage::file(const QString &name, const QByteArray &content) const
{
    const auto path = m_directory.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file can be written for the stage");
    return path;
}

engine::ChangeSet Stage::changes()
{
    engine::ChangeSet changes;
    changes.added = {papers(), test::numberedBlock(41, 12, 2), bookLists()};
    changes.rows = rows();
    changes.jobs = jobs();
    for (const auto &job : std::as_const(changes.jobs)) {
        changes.counts.queued += job.counts.queued;
        changes.counts.running += job.counts.running;
        changes.counts.paused += job.counts.paused;
        changes.counts.done += job.counts.done;
        changes.counts.failed += job.counts.failed;
        changes.counts.skipped += job.counts.skipped;
    }
    changes.hosts = hosts();
    changes.workers = workers();
    changes.samples = samples();
    changes.bytesPerSecond = 84 << 20;
    changes.requestsPerSecond = 412;
    return changes;
}

engine::Inspection Stage::inspection()
{
    using item::SegmentState;
    constexpr qint64 total = 661'651'456;
    constexpr qint64 quarter = total / 4;
    engine::Inspection inspection{.id = item::ItemId(2)};
    inspection.segments = {{0, quarter, quarter, SegmentState::Written},
                           {quarter, 2 * quarter, 101'000'000, SegmentState::Loading},
                           {2 * quarter, 3 * quarter, 45'587'136, SegmentState::Loading},
                           {3 * quarter, total, 0, SegmentState::Waiting}};
    inspection.received = 312'000'000;
    inspection.total = total;
    inspection.kept = 52'428'800;
    inspection.bytesPerSecond = 11 << 20;
    inspection.finalUrl = "https://fra1.cdn.example.net/pub/debian-12.8.0-amd64-netinst.iso";
    inspection.hops = {"https://mirror.example.net/redirect?file=debian-12.8.0-amd64-netinst.iso"};
    inspection.head.code = 206;
    inspection.head.mime = "application/x-iso9660-image";
    inspection.head.fields =
        "HTTP/1.1 206 Partial Content\r\nServer: nginx/1.22.1\r\n"
        "Content-Type: application/x-iso9660-image\r\nContent-Length: 609222656\r\n"
        "Content-Range: bytes 52428800-661651455/661651456\r\nETag: \"673f1a2b-27700000\"\r\n"
        "Last-Modified: Sat, 09 Nov 2024 11:22:33 GMT\r\n\r\n";
    return inspection;
}

void Stage::log()
{
    using engine::LogLevel;
    const auto say = [this](const QString &text, LogLevel level = LogLevel::Note) {
        Q_EMIT m_session->logged(text, level);
    };
    say(QStringLiteral("https://host6.example:8443 is paused"));
    say(QStringLiteral("worker 3 (pid 4713): not answering: replaced"), LogLevel::Warning);
    say(QStringLiteral("not closed as it should be: checking 1204 files of the last seconds"),
        LogLevel::Warning);
    say(QStringLiteral("https://host6.example:8443 says ") + poison, LogLevel::Warning);
    say(QStringLiteral("The list of \"A list with a name that is rather long\" was not read to its "
                       "end: add it again, and it goes on where it stopped."),
        LogLevel::Warning);
    say(QStringLiteral("/home/ada/papers/attention-is-all-you-need (1).pdf.part: No space left on "
                       "device"),
        LogLevel::Error);
    say(QStringLiteral("waiting for the network"), LogLevel::Warning);
    say(QStringLiteral("the network is back"));
    say(QStringLiteral("“papers”：导出了 1 204 行 → /home/ada/papers/results.csv"));
}

QList<QByteArray> Stage::shopPages() const
{
    QList<QByteArray> urls;
    for (int number = 1; number <= shopPageCount; ++number)
        urls.append(m_shop->url(QStringLiteral("/product/%1").arg(number)).toEncoded());
    return urls;
}

} // namespace trawl::windows

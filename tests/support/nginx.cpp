// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginx.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace trawl::support {

namespace {

constexpr int portAttempts = 5;
constexpr int startTimeoutMs = 30'000;

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Two ports that were free a moment ago.
std::array<quint16, 2> freePorts()
{
    std::array<int, 2> sockets{};
    std::array<quint16, 2> ports{};
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        sockets[i] = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(sockets[i], generic, size) == 0 &&
            ::getsockname(sockets[i], generic, &size) == 0)
            ports[i] = ntohs(address.sin_port);
    }
    for (const int socket : sockets)
        ::close(socket);
    return ports;
}

QString program()
{
    // Not in the path of an ordinary user.
    const QString inPath = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    return inPath.isEmpty() ? QStringLiteral("/usr/sbin/nginx") : inPath;
}

QUrl url(const QString &scheme, quint16 port, const QString &path)
{
    return QUrl(scheme + QStringLiteral("://127.0.0.1:") + QString::number(port) + path);
}

constexpr char settings[] = R"(
daemon off;
worker_processes 1;
worker_rlimit_nofile 8192;
pid nginx.pid;
events { worker_connections 4096; }
http {
    types {
        text/html html;
        text/plain txt;
        text/css css;
        text/javascript js;
        text/xml xml;
        application/json json;
        application/pdf pdf;
        image/png png;
        image/jpeg jpg;
        application/zip zip;
        application/gzip gz;
    }
    default_type application/octet-stream;
    client_body_temp_path temp;
    proxy_temp_path temp;
    fastcgi_temp_path temp;
    uwsgi_temp_path temp;
    scgi_temp_path temp;
    log_format tabs '$request_method\t$request_uri\t$status\t$body_bytes_sent\t$server_protocol\t$http_range';
    access_log @ACCESS_LOG@;
    sendfile on;
    tcp_nopush on;
    keepalive_timeout 65s;
    keepalive_requests 10000000;
    @HTTP@
    server {
        listen 127.0.0.1:@HTTP_PORT@ backlog=1024;
        listen 127.0.0.1:@HTTPS_PORT@ ssl http2 backlog=1024;
        server_name localhost;
        ssl_certificate @CERTIFICATE@;
        ssl_certificate_key @KEY@;
        root root;
        @SERVER@
    }
}
)";

} // namespace

NginxServer::NginxServer(const Options &options)
    : m_certificate({.altName = "IP:127.0.0.1,DNS:localhost"})
{
    QDir(m_dir.path()).mkpath(QStringLiteral("root"));
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    for (int i = 0; i < portAttempts && !isRunning(); ++i) {
        const auto ports = freePorts();
        m_httpPort = ports[0];
        m_httpsPort = ports[1];
        if (!write(m_dir.filePath(QStringLiteral("nginx.conf")), configuration(options)) ||
            !start())
            stop();
    }
}

NginxServer::~NginxServer()
{
    stop();
}

QByteArray NginxServer::configuration(const Options &options) const
{
    QByteArray text = settings;
    // The workers of a root's nginx are nobody's and could not read the folder.
    if (::geteuid() == 0)
        text.prepend("user root;");
    text.replace("@ACCESS_LOG@", options.accessLog ? "access.log tabs" : "off");
    text.replace("@HTTP_PORT@", QByteArray::number(m_httpPort));
    text.replace("@HTTPS_PORT@", QByteArray::number(m_httpsPort));
    text.replace("@CERTIFICATE@", m_certificate.certificateFile().toUtf8());
    text.replace("@KEY@", m_certificate.keyFile().toUtf8());
    text.replace("@HTTP@", options.http);
    text.replace("@SERVER@", options.server);
    return text;
}

bool NginxServer::start()
{
    const QString pidFile = m_dir.filePath(QStringLiteral("nginx.pid"));
    QFile::remove(pidFile);
    m_process.start(program(), {QStringLiteral("-p"), m_dir.path(), QStringLiteral("-c"),
                                QStringLiteral("nginx.conf"), QStringLiteral("-e"),
                                m_dir.filePath(QStringLiteral("error.log"))});
    if (!m_process.waitForStarted())
        return false;
    // It writes the file when it listens.
    QElapsedTimer timer;
    timer.start();
    while (QFileInfo(pidFile).size() == 0 && timer.elapsed() < startTimeoutMs) {
        if (m_process.waitForFinished(5))
            return false;
    }
    return QFileInfo(pidFile).size() > 0;
}

bool NginxServer::isRunning() const
{
    return m_process.state() == QProcess::Running;
}

void NginxServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QUrl NginxServer::httpUrl(const QString &path) const
{
    return url(QStringLiteral("http"), m_httpPort, path);
}

QUrl NginxServer::httpsUrl(const QString &path) const
{
    return url(QStringLiteral("https"), m_httpsPort, path);
}

bool NginxServer::addFile(const QString &path, const QByteArray &content)
{
    const QString full = root() + u'/' + path;
    return QDir().mkpath(QFileInfo(full).path()) && write(full, content);
}

QStringList NginxServer::pages(int count, qsizetype bytes)
{
    QStringList paths;
    paths.reserve(count);
    for (int i = 1; i <= count; ++i) {
        paths.append(QStringLiteral("/p/%1.html").arg(i, 6, 10, QLatin1Char('0')));
        if (!addFile(paths.last(), page(i, bytes)))
            return {};
    }
    return paths;
}

QByteArray NginxServer::page(int number, qsizetype bytes)
{
    const QByteArray n = QByteArray::number(number);
    const QByteArray end = "</p></body></html>\n";
    QByteArray text = "<!doctype html><title>Page " + n + "</title><body><p>";
    quint32 state = quint32(number) * 2654435761U + 1;
    while (text.size() + end.size() < bytes) {
        state = state * 1664525U + 1013904223U;
        text.append(QByteArray::number(state, 36)).append(' ');
    }
    text.truncate(bytes - end.size());
    return text + end;
}

QList<NginxServer::Request> NginxServer::requests() const
{
    QList<Request> result;
    QByteArray log = read(m_dir.filePath(QStringLiteral("access.log")));
    log.truncate(log.lastIndexOf('\n') + 1); // a line may be half written
    for (const QByteArray &line : log.split('\n')) {
        const auto fields = line.split('\t');
        if (fields.size() == 6)
            result.append({.method = fields[0],
                           .target = fields[1],
                           .status = fields[2].toInt(),
                           .bytes = fields[3].toLongLong(),
                           .protocol = fields[4],
                           .range = fields[5]});
    }
    return result;
}

int NginxServer::requestsFor(const QByteArray &target) const
{
    const auto all = requests();
    return int(std::count_if(all.begin(), all.end(),
                             [&](const Request &r) { return r.target == target; }));
}

QByteArray NginxServer::errorLog() const
{
    return read(m_dir.filePath(QStringLiteral("error.log")));
}

} // namespace trawl::support

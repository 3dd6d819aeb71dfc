// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/certificate.h"

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

namespace trawl::support {

/// A real nginx on free ports of 127.0.0.1: one for http, one for https (HTTP/1.1 and HTTP/2),
/// both serving root(). It lives in the foreground in a folder of its own and goes with this
/// object, or with the test when that is killed.
class NginxServer
{
public:
    struct Options
    {
        QByteArray server; ///< more directives for the server block: location …
        QByteArray http;   ///< more directives for the http block: limit_req_zone …
        bool accessLog = true;
    };
    struct Request
    {
        QByteArray method;
        QByteArray target;
        int status = 0;
        qint64 bytes = 0; ///< of the body, sent
        QByteArray protocol;
        QByteArray range; ///< of the request, "-" without
    };

    NginxServer()
        : NginxServer(Options())
    {
    }
    explicit NginxServer(const Options &options);
    ~NginxServer();
    Q_DISABLE_COPY_MOVE(NginxServer)

    [[nodiscard]] bool isRunning() const;
    void stop();

    [[nodiscard]] QUrl httpUrl(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] QUrl httpsUrl(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] quint16 httpPort() const { return m_httpPort; }
    [[nodiscard]] quint16 httpsPort() const { return m_httpsPort; }
    [[nodiscard]] QString root() const { return m_dir.filePath(QStringLiteral("root")); }
    /// What a client must trust to accept the https certificate (of 127.0.0.1 and localhost).
    [[nodiscard]] QString caFile() const { return m_certificate.certificateFile(); }

    /// Writes a file below root(), making the folders on the way.
    bool addFile(const QString &path, const QByteArray &content);
    /// Writes /p/000001.html … and answers their paths.
    QStringList pages(int count, qsizetype bytes);
    /// The content of a page: always the same, each number another. At least 64 bytes.
    [[nodiscard]] static QByteArray page(int number, qsizetype bytes);

    /// All answered so far, in order of their ends. One is written after its client has it: QTRY_.
    [[nodiscard]] QList<Request> requests() const;
    [[nodiscard]] int requestsFor(const QByteArray &target) const;
    [[nodiscard]] QByteArray errorLog() const;

private:
    [[nodiscard]] QByteArray configuration(const Options &options) const;
    bool start();

    QTemporaryDir m_dir;
    Certificate m_certificate;
    QProcess m_process;
    quint16 m_httpPort = 0;
    quint16 m_httpsPort = 0;
};

} // namespace trawl::support

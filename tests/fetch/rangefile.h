// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scriptserver.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace trawl::tests {

/// A file on a ScriptServer that takes ranges as RFC 9110 says, except where a test wants it to
/// lie.
struct RangeFile
{
    QByteArray bytes;
    QByteArray etag = "\"one\"";
    QByteArray lastModified;
    QByteArray fields;      ///< more of the head
    qint64 cutAt = -1;      ///< the connection ends before this byte of the file
    bool ranges = true;     ///< false: Range is passed over
    bool conditions = true; ///< false: If-Range never fits
    int delayMs = 0;        ///< between pieces of 256 kB
    /// Instead of the Content-Range that would be right.
    std::function<QByteArray(qint64 first, qint64 last)> contentRange;
    qint64 shift = 0; ///< the range that is sent begins so much earlier

    struct Asked
    {
        qint64 first = -1; ///< -1 = no Range
        qint64 last = -1;
        QByteArray ifRange;
    };
    QList<Asked> asked;

    static QByteArray fieldOf(const QByteArray &head, const QByteArray &name)
    {
        const auto lines = head.split('\n');
        for (const auto &line : lines) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }

    void answer(QTcpSocket &socket, const ScriptServer::Request &request)
    {
        Asked wanted;
        const auto range = fieldOf(request.head, "Range");
        if (const auto dash = range.indexOf('-'); range.startsWith("bytes=")) {
            wanted.first = range.mid(6, dash - 6).toLongLong();
            wanted.last = dash + 1 < range.size() ? range.mid(dash + 1).toLongLong() : -1;
        }
        wanted.ifRange = fieldOf(request.head, "If-Range");
        asked.append(wanted);
        QByteArray head = fields;
        if (!etag.isEmpty())
            head += "ETag: " + etag + "\r\n";
        if (!lastModified.isEmpty())
            head +=
                "Last-Modified: " + lastModified + "\r\nDate: Sun, 22 Nov 2026 12:00:00 GMT\r\n";
        const bool fits =
            wanted.ifRange.isEmpty() ||
            (conditions && (wanted.ifRange == etag || wanted.ifRange == lastModified));
        const qint64 size = bytes.size();
        if (!ranges || wanted.first < 0 || !fits)
            return send(socket, "HTTP/1.1 200 OK\r\nAccept-Ranges: bytes\r\n" + head, 0, size);
        if (wanted.first >= size) {
            socket.write("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */" +
                         QByteArray::number(size) + "\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        const auto first = std::max<qint64>(0, wanted.first - shift);
        const auto last = wanted.last < 0 ? size - 1 : std::min(wanted.last, size - 1);
        const auto told = contentRange
                              ? contentRange(first, last)
                              : "bytes " + QByteArray::number(first) + '-' +
                                    QByteArray::number(last) + '/' + QByteArray::number(size);
        if (!told.isEmpty())
            head += "Content-Range: " + told + "\r\n";
        send(socket, "HTTP/1.1 206 Partial Content\r\n" + head, first, last + 1);
    }

    void on(ScriptServer &server, const QByteArray &path)
    {
        server.on(path, [this](QTcpSocket &socket, const ScriptServer::Request &request) {
            answer(socket, request);
        });
    }

private:
    void send(QTcpSocket &socket, const QByteArray &head, qint64 first, qint64 end)
    {
        const auto cut = cutAt >= 0 && cutAt < end;
        socket.write(head + "Content-Length: " + QByteArray::number(end - first) + "\r\n\r\n");
        const auto body = bytes.sliced(first, std::max<qint64>(0, (cut ? cutAt : end) - first));
        if (delayMs > 0)
            return trickle(socket, body, 0, cut);
        socket.write(body);
        if (cut)
            socket.disconnectFromHost();
    }
    void trickle(QTcpSocket &socket, const QByteArray &body, qint64 at, bool cut)
    {
        constexpr qint64 piece = 256 * 1024;
        socket.write(body.mid(at, piece));
        if (at + piece >= body.size()) {
            if (cut)
                socket.disconnectFromHost();
            return;
        }
        QTimer::singleShot(delayMs, &socket, [this, &socket, body, at, cut] {
            trickle(socket, body, at + piece, cut);
        });
    }
};

} // namespace trawl::tests

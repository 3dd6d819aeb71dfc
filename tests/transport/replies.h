// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/accessmanager.h"
#include "transport/attributes.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QPointer>
#include <QTest>
#include <QTimer>

#include <memory>

namespace trawl::test {

using ReplyPtr = std::unique_ptr<QNetworkReply>;

inline QVariant attribute(const QNetworkReply &reply, transport::Attribute code)
{
    return reply.attribute(QNetworkRequest::Attribute(code));
}
inline int status(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Runs the event loop until the reply has finished; false after the limit.
[[nodiscard]] inline bool finishes(QNetworkReply &reply, int ms = 8000)
{
    if (reply.isFinished())
        return true;
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
    return reply.isFinished();
}

/// What a reply emitted, in order: 'm' metaDataChanged, 'r' readyRead, 'e' errorOccurred,
/// 'f' finished.
class Signals
{
public:
    explicit Signals(QNetworkReply &reply)
    {
        const auto note = [letters = m_letters](char letter) {
            return [letters, letter] { letters->append(letter); };
        };
        QObject::connect(&reply, &QNetworkReply::metaDataChanged, note('m'));
        QObject::connect(&reply, &QNetworkReply::readyRead, note('r'));
        QObject::connect(&reply, &QNetworkReply::errorOccurred, note('e'));
        QObject::connect(&reply, &QNetworkReply::finished, note('f'));
    }
    [[nodiscard]] QByteArray letters() const { return *m_letters; }
    [[nodiscard]] int count(char letter) const { return int(m_letters->count(letter)); }

private:
    std::shared_ptr<QByteArray> m_letters = std::make_shared<QByteArray>();
};

/// Of a socket, in bytes: so much may come beyond what a buffer is to hold.
inline constexpr qint64 readAtOnce = 512 * 1024;

#ifdef __SANITIZE_ADDRESS__
/// What the sanitizer keeps of freed memory.
inline constexpr qint64 keptBySanitizer = 384 * 1024 * 1024;
#else
inline constexpr qint64 keptBySanitizer = 0;
#endif

/// The process's resident memory now, in bytes.
[[nodiscard]] inline qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace trawl::test

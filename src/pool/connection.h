// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame.h"

#include <QBuffer>
#include <QObject>

class QLocalSocket;

namespace trawl::pool {

/// A local socket that speaks wire. Whoever holds it pulls the messages when readable() comes.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over.
    explicit Connection(QLocalSocket *socket, QObject *parent = nullptr);
    ~Connection() override;

    [[nodiscard]] wire::ReadResult read(wire::Message &message);
    [[nodiscard]] QString error() const { return m_reader.error(); }
    void write(const QByteArray &frame);
    void write(const wire::Message &message) { write(wire::encode(message)); }
    /// Fetches what the kernel still holds, without waiting, also when writing to a dead peer has
    /// closed the socket; readable() is emitted.
    void fetchRest();
    /// The process at the other end as the kernel knows it; 0 = unknown.
    [[nodiscard]] qint64 peerPid() const;

Q_SIGNALS:
    void readable();
    void closed();

private:
    QLocalSocket *m_socket;
    int m_descriptor; ///< our own duplicate: QLocalSocket drops unread bytes with an error
    QBuffer m_rest;   ///< read off the duplicate
    wire::FrameReader m_reader;
};

} // namespace trawl::pool

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/frame.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <memory>

namespace trawl::control {

/// A connection to the server: one message after the other, each answered before the next is
/// looked at. One that does not bring a whole message in time, or no message of ours, is ended.
class Visitor : public QObject
{
    Q_OBJECT

public:
    Visitor(quint64 number, QLocalSocket *socket, int patienceMs, QObject *parent);
    ~Visitor() override;

    /// To the message that came last.
    void answer(const QJsonObject &message);
    [[nodiscard]] quint64 number() const { return m_number; } ///< never used twice
    [[nodiscard]] bool isWaiting() const { return m_asked; }  ///< for an answer

Q_SIGNALS:
    void asks(const QJsonObject &message);
    void gone();

private:
    void read();
    void refuse(FrameError error);

    quint64 m_number;
    std::unique_ptr<QLocalSocket> m_socket;
    FrameReader m_reader;
    QTimer m_patience;
    bool m_asked = false;
    bool m_ending = false;
};

} // namespace trawl::control

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <array>
#include <functional>

namespace trawl::cli {

/// Reads a pipe, a terminal or another descriptor that may let its reader wait. interrupt() from
/// any thread ends a read under way and all later ones as if the input had ended.
class StreamDevice : public QIODevice
{
public:
    /// Takes over `fd`.
    explicit StreamDevice(int fd);
    ~StreamDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    /// What is read until `enough` says so, 64 kB have come or the input has ended; it will be read
    /// again.
    [[nodiscard]] QByteArray head(const std::function<bool(QByteArrayView)> &enough);
    void interrupt();
    /// Of a read that failed; empty = none did.
    [[nodiscard]] QString readError() const { return m_readError; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool waitForInput();
    qint64 readSome(char *data, qint64 most);

    int m_fd;
    std::array<int, 2> m_wakePipe{-1, -1};
    QByteArray m_head;
    QString m_readError;
};

} // namespace trawl::cli

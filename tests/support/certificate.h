// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace trawl::support {

/// A self-signed certificate for a test's TLS server, made at run time; its own authority, so the
/// file serves as the client's CA file, too.
class Certificate
{
public:
    struct Options
    {
        QByteArray altName = "IP:127.0.0.1"; ///< as OpenSSL writes a subjectAltName
        int validFromDays = -1;
        int validToDays = 30;
    };
    Certificate()
        : Certificate(Options())
    {
    }
    explicit Certificate(const Options &options);

    [[nodiscard]] QString certificateFile() const
    {
        return m_dir.filePath(QStringLiteral("cert.pem"));
    }
    [[nodiscard]] QString keyFile() const { return m_dir.filePath(QStringLiteral("key.pem")); }

private:
    QTemporaryDir m_dir;
};

} // namespace trawl::support

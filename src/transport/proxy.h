// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace trawl::transport {

/// Which proxy requests go through, as read from AccessManager::Options::proxy.
struct Proxy
{
    enum class Kind {
        None,
        System, ///< what the environment says for the URL: http_proxy, no_proxy … as curl reads
                ///< them
        Fixed,
        Bad, ///< no request may be made: item::parseProxyUrl() does not take the text
    };
    Kind kind = Kind::None;
    QByteArray url; ///< for curl, without user info
    QByteArray user;
    QByteArray password;
    QString name; ///< for the person: host:port, never a password

    [[nodiscard]] static Proxy parse(const QString &text);
};

} // namespace trawl::transport

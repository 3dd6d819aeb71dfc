// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace trawl::exchange {

/// The cookies that a Netscape cookie file holds (item/cookielines.h). Values are secret.
struct CookieFile
{
    QList<QByteArray> lines;
    QString note; ///< behind the file's name: what of it is no cookie; in English, without secrets
};

/// The error says why not, behind the file's name: it cannot be read, or no line is a cookie but
/// some were meant to be.
[[nodiscard]] tl::expected<CookieFile, QString> readCookieFile(const QString &path);

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cookiefile.h"
#include "exchange/passedover.h"
#include "item/cookielines.h"

#include <QFile>

namespace trawl::exchange {

namespace {

constexpr qint64 mostMiB = 16;

} // namespace

tl::expected<CookieFile, QString> readCookieFile(const QString &path)
{
    QFile file(path);
    const auto unreadable = [&file] {
        return tl::unexpected(QStringLiteral("cannot be read: ") + file.errorString());
    };
    if (!file.open(QIODevice::ReadOnly))
        return unreadable();
    const auto text = file.read((mostMiB << 20) + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable();
    if (text.size() > mostMiB << 20)
        return tl::unexpected(QStringLiteral("is larger than %1 MiB").arg(mostMiB));
    CookieFile found;
    PassedOver bad;
    const auto written = text.split('\n');
    for (qsizetype i = 0; i < written.size(); ++i) {
        for (const auto &line : item::CookieLines::split(written[i])) {
            if (item::cookieKey(line))
                found.lines.append(line);
            else if (!line.startsWith('#'))
                bad.add(i + 1);
        }
    }
    if (found.lines.isEmpty() && bad.count() > 0)
        return tl::unexpected(QStringLiteral("is no Netscape cookie file"));
    found.note = bad.text(u"cookie");
    return found;
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/urlparts.h"

#include "item/unseen.h"
#include "item/weburl.h"

#include <QByteArray>

#include <algorithm>

namespace trawl::models {

namespace {

QByteArrayView afterScheme(QByteArrayView url)
{
    const auto colon = url.indexOf("://");
    return colon < 0 ? QByteArrayView() : url.sliced(colon + 3);
}

/// What stands behind the last `mark`, or all. Qt 6.8's lastIndexOf() looks past the end of an
/// empty view.
QByteArrayView afterLast(QByteArrayView text, char mark)
{
    return text.isEmpty() ? text : text.sliced(text.lastIndexOf(mark) + 1);
}

qsizetype firstOf(QByteArrayView text, QByteArrayView ends)
{
    const auto found = std::find_first_of(text.begin(), text.end(), ends.begin(), ends.end());
    return found - text.begin();
}

QString cleaned(QString text)
{
    std::replace_if(text.begin(), text.end(), item::isUnseen, QChar(QChar::ReplacementCharacter));
    return text;
}

} // namespace

QByteArrayView hostOf(QByteArrayView url)
{
    const auto rest = afterScheme(url);
    const auto authority = rest.first(firstOf(rest, "/?#"));
    return afterLast(authority, '@');
}

QByteArrayView segmentOf(QByteArrayView url)
{
    const auto rest = afterScheme(url);
    const auto beforeQuery = rest.first(firstOf(rest, "?#"));
    auto path = beforeQuery.sliced(firstOf(beforeQuery, "/"));
    while (path.endsWith('/'))
        path.chop(1);
    return afterLast(path, '/');
}

QString readable(QByteArrayView utf8)
{
    return cleaned(QString::fromUtf8(utf8));
}

QString readableDecoded(QByteArrayView encoded)
{
    return readable(item::percentDecoded(encoded));
}

} // namespace trawl::models

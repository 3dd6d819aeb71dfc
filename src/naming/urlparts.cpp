// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/urlparts.h"

namespace trawl::naming {

namespace {

QByteArrayView upTo(QByteArrayView text, qsizetype end)
{
    return end < 0 ? text : text.first(end);
}

QByteArrayView hostOf(QByteArrayView authority)
{
    if (const qsizetype at = authority.indexOf('@'); at >= 0)
        authority = authority.sliced(at + 1);
    if (authority.startsWith('['))
        return upTo(authority.sliced(1), authority.sliced(1).indexOf(']'));
    return upTo(authority, authority.indexOf(':'));
}

} // namespace

UrlParts urlParts(QByteArrayView url)
{
    url = upTo(url, url.indexOf('#'));
    const qsizetype question = url.indexOf('?');
    const QByteArrayView query = question < 0 ? QByteArrayView() : url.sliced(question + 1);
    QByteArrayView rest = upTo(url, question);
    const qsizetype scheme = rest.indexOf("://");
    if (scheme >= 0)
        rest = rest.sliced(scheme + 3);
    const qsizetype root = rest.indexOf('/');
    const QByteArrayView authority = scheme < 0 ? QByteArrayView() : upTo(rest, root);
    return {hostOf(authority), root < 0 ? QByteArrayView() : rest.sliced(root), query};
}

} // namespace trawl::naming

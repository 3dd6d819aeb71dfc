// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/filename.h"

#include "naming/decode.h"
#include "naming/disposition.h"
#include "naming/mediatype.h"
#include "naming/suffix.h"
#include "naming/urlparts.h"

namespace trawl::naming {

namespace {

/// The last path segment that is not empty, else the query, percent-decoded.
QString urlName(QByteArrayView url)
{
    const UrlParts parts = urlParts(url);
    QByteArrayView path = parts.path;
    while (path.endsWith('/'))
        path.chop(1);
    // Qt 6.8 looks one past the end of an empty view.
    QByteArrayView name = path.isEmpty() ? path : path.sliced(path.lastIndexOf('/') + 1);
    if (name.isEmpty())
        name = parts.query;
    return guessedText(*percentDecoded(name, BadEscape::Keep));
}

} // namespace

QString fileName(const QByteArray &finalUrl, const item::ResponseHead &head)
{
    QString name = safeName(dispositionName(head.contentDisposition));
    if (name.isEmpty())
        name = safeName(urlName(finalUrl));
    const bool isNamed = !name.isEmpty();
    if (!isNamed)
        name = QStringLiteral("index");
    const QString extension = extensionFor(head.mime);
    // Servers say text/plain of all that they do not know: README, SHA256SUMS.
    const bool saysNothing = extension.isEmpty() || (isNamed && extension == u"txt");
    if (saysNothing || stemSize(name) < name.size() || isNumberedFile(name))
        return name;
    return safeName(name + u'.' + extension);
}

} // namespace trawl::naming

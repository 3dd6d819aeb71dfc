// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/listinput.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace trawl::adding {

QByteArray ListInput::source() const
{
    auto source = files.join(u'\n').toUtf8();
    if (!text.isEmpty()) {
        source +=
            "\ntext:" + QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    }
    return source;
}

ListInput inputFromMime(const QMimeData &mime)
{
    ListInput input;
    QStringList links;
    if (mime.hasUrls()) {
        const auto urls = mime.urls();
        for (const auto &url : urls) {
            if (url.isLocalFile())
                input.files << url.toLocalFile();
            else
                links << QString::fromLatin1(url.toEncoded());
        }
    }
    if (!links.isEmpty())
        input.text = links.join(u'\n');
    else if (input.files.isEmpty() && mime.hasText())
        input.text = mime.text().trimmed();
    // Of a part of a page that shows no address the links are in its HTML only.
    if (input.files.isEmpty() && mime.hasHtml() && !input.text.contains(u"://") &&
        mime.html().contains(u"href", Qt::CaseInsensitive))
        input.text = QStringLiteral("<html>") + mime.html();
    return input;
}

ListInput inputFromArguments(const QStringList &arguments)
{
    ListInput input;
    QStringList links;
    for (const auto &argument : arguments) {
        if (const QFileInfo file(argument); file.exists())
            input.files << file.absoluteFilePath();
        else
            links << argument;
    }
    input.text = links.join(u'\n');
    return input;
}

} // namespace trawl::adding

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/linkwords.h"

#include "models/texts.h"
#include "models/urlparts.h"

#include <algorithm>
#include <array>

namespace trawl::adding {

bool isSecretHeader(QByteArrayView name)
{
    constexpr std::array words{"cookie", "auth", "token", "secret", "key", "session"};
    const auto lower = name.toByteArray().toLower();
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return lower.contains(word); });
}

QString hiddenText()
{
    return QStringLiteral("••••");
}

QStringList LinkWords::of(const item::LinkOptions &options)
{
    QStringList words;
    if (!options.name.isEmpty())
        words << tr("Name: %1").arg(options.name);
    if (!options.folder.isEmpty())
        words << tr("Folder: %1").arg(options.folder);
    if (options.checksum)
        words << QString::fromLatin1(item::checksumText(*options.checksum));
    if (options.size >= 0)
        words << models::Texts::bytes(options.size);
    if (!options.mirrors.isEmpty())
        words << tr("%Ln mirror(s)", nullptr, int(options.mirrors.size()));
    if (!options.credentials.isEmpty())
        words << tr("User: %1, password: %2").arg(options.credentials.user, hiddenText());
    for (const auto &header : options.headers) {
        const auto value =
            isSecretHeader(header.name) ? hiddenText() : models::readable(header.value);
        words << models::readable(header.name) + QStringLiteral(": ") + value;
    }
    return words;
}

} // namespace trawl::adding

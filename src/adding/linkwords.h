// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/linkoptions.h"

#include <QCoreApplication>
#include <QStringList>

namespace trawl::adding {

/// What a list says of a link beside its URL, in words; secrets are dots.
class LinkWords
{
    Q_DECLARE_TR_FUNCTIONS(trawl::adding::LinkWords)

public:
    /// "Referer: https://a.example/", "Cookie: ••••", "2 mirrors" …
    [[nodiscard]] static QStringList of(const item::LinkOptions &options);
};

/// Its value is not to be shown: it logs in.
[[nodiscard]] bool isSecretHeader(QByteArrayView name);
/// What stands in the place of a secret.
[[nodiscard]] QString hiddenText();

} // namespace trawl::adding

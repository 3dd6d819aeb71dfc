// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace trawl::desktop {

/// A label as plain text; also without the "(&P)" of languages whose letters are on no key.
[[nodiscard]] inline QString withoutMnemonic(QString label)
{
    static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)"));
    return label.remove(bracketed).remove(u'&');
}

} // namespace trawl::desktop

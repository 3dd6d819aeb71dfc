// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settings.h"

#include <QObject>

namespace trawl::adding {

/// Whether a link is one of those that the person wants to hear of: words that begin with a dot
/// are ends of paths, the others hosts with all below them; no word lets all through.
[[nodiscard]] bool matchesPatterns(const QByteArray &url, const QString &patterns);

/// Looks at what is copied elsewhere, if the person wants that.
class ClipboardWatch : public QObject
{
    Q_OBJECT

public:
    ClipboardWatch(const desktop::Settings &settings, QObject *parent = nullptr);

    /// What has come into the clipboard from another program.
    void look(const QString &text);

Q_SIGNALS:
    /// `links` has one a line. The same ones again are not told of.
    void found(const QString &links, int count);

private:
    const desktop::Settings &m_settings;
    QString m_last;
};

} // namespace trawl::adding

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/link.h"

#include <QByteArrayView>

namespace trawl::exchange {

/// Collects what a list says of one file and makes its link. What cannot be understood or obeyed
/// makes it a link that cannot be fetched and says why: left out quietly, a mistyped checksum would
/// let a file pass unchecked. Bounded: mirrors beyond maxMirrors are left out.
class Entry
{
public:
    static constexpr qsizetype maxMirrors = 100;

    explicit Entry(qint64 line = 0);

    /// The first is the link's own, the others are mirrors: those that cannot be fetched are left
    /// out, and so is their user info, since it must not go to another host.
    void addUrl(QByteArrayView text);
    /// The same of what a program has written: one without a scheme cannot be fetched.
    void addAbsoluteUrl(QByteArrayView text);
    void setLine(qint64 line) { m_line = line; }

    /// As it is: a '/' in it is not a folder's end. Refused when it leads out, as a path is.
    void setName(QByteArrayView name);
    /// "dir/name" below the folder; refused when it leads out ("../x", "/x", "C:\x").
    void setPath(QByteArrayView path);
    /// Below the job's; refused as a path is.
    void setFolder(QByteArrayView path);
    /// "Name: value". Those that a transfer makes itself (Range, Accept-Encoding …) are passed
    /// over: copied from a browser they would ask for something else than the file.
    void addHeader(QByteArrayView text);
    void addHeader(const QByteArray &name, QByteArrayView value);
    /// Of several the strongest stays; one of an unknown kind is refused where no other is.
    void setChecksum(QByteArrayView algorithm, QByteArrayView hex);
    /// "sha256=hex", "sha-256:hex".
    void setChecksum(QByteArrayView text);
    void setSize(QByteArrayView digits);
    void setUser(QByteArrayView user);
    void setPassword(QByteArrayView password);
    /// The first reason stays. In English, without secrets.
    void refuse(const QString &why);
    /// What an unusable link is shown as; without it its URL.
    void setShownText(QByteArrayView text);

    [[nodiscard]] item::Link link() const;
    /// The same for another URL than those that were added.
    [[nodiscard]] item::Link linkOf(QByteArrayView url) const;

private:
    void add(item::Link link);
    void setChecksum(const item::Checksum &checksum);
    [[nodiscard]] item::Link finished(item::Link link) const;

    qint64 m_line;
    bool m_hasUrl = false;
    item::Link m_own;
    QByteArray m_shown;
    QString m_refusal;
    QString m_unknownChecksum; ///< the refusal where no checksum of a known kind is given
    QString m_below;           ///< the folder of the path
    item::LinkOptions m_options;
};

/// The link under another name, which a person gave; one that leads out makes it unusable, as in a
/// list.
[[nodiscard]] item::Link named(item::Link link, const QString &name);

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/gunzip.h"
#include "crawl/sitemapxml.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace trawl::crawl {

/// Reads a sitemap as it comes: XML (sitemapxml.h) or one URL a line, either of them in gzip,
/// whatever the names say. Memory does not grow with its length.
class SitemapReader
{
public:
    /// `mostBytes` of it are read, unpacked.
    explicit SitemapReader(qint64 mostBytes);

    void feed(QByteArrayView bytes);
    /// There are no more bytes.
    void finish();
    /// What was found since it was asked last.
    [[nodiscard]] QList<SitemapEntry> take();
    /// More bytes would change nothing.
    [[nodiscard]] bool ended() const { return m_ended; }
    /// It is XML and its root is that of a sitemap or of an index of sitemaps.
    [[nodiscard]] bool isSitemapXml() const { return m_xml.isSitemap(); }
    /// It has one URL a line.
    [[nodiscard]] bool isLines() const { return m_kind == Kind::Lines; }
    /// Nothing but blanks has come.
    [[nodiscard]] bool isEmpty() const { return m_kind == Kind::Unknown; }
    /// Why the rest, or all of it, cannot be read, in English; empty = nothing is wrong.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// What was broken and read on behind, in English; empty = nothing.
    [[nodiscard]] QString note() const { return m_xml.note(); }

private:
    enum class Packing { Unknown, None, Gzip };
    enum class Kind { Unknown, Xml, Lines };

    void feedKnown(QByteArrayView bytes);
    bool addText(QByteArrayView text);
    [[nodiscard]] bool endsInAMark() const;
    bool begin();
    bool addKnown(QByteArrayView text);
    void addLines(QByteArrayView text);
    void addLine();
    bool stop(const QString &why);

    qint64 m_room;
    Packing m_packing = Packing::Unknown;
    Kind m_kind = Kind::Unknown;
    QByteArray m_head; ///< what is too little to see either
    Gunzip m_gzip;
    SitemapXml m_xml;
    QByteArray m_line;
    qint64 m_lineNumber = 1;
    QList<SitemapEntry> m_entries;
    QString m_trouble;
    bool m_ended = false;
};

} // namespace trawl::crawl

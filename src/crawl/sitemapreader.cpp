// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/sitemapreader.h"

#include "item/ascii.h"
#include "item/weburl.h"

#include <utility>

namespace trawl::crawl {

namespace {

const QByteArrayView gzipMagic("\x1f\x8b");

} // namespace

SitemapReader::SitemapReader(qint64 mostBytes)
    : m_room(mostBytes)
{
}

bool SitemapReader::stop(const QString &why)
{
    m_trouble = why;
    m_ended = true;
    return false;
}

QList<SitemapEntry> SitemapReader::take()
{
    return std::exchange(m_entries, {});
}

void SitemapReader::feed(QByteArrayView bytes)
{
    if (m_ended)
        return;
    if (m_packing != Packing::Unknown) {
        feedKnown(bytes);
        return;
    }
    m_head.append(bytes);
    if (m_head.size() < gzipMagic.size())
        return;
    const bool isGzip = m_head.startsWith(gzipMagic);
    m_packing = isGzip ? Packing::Gzip : Packing::None;
    feedKnown(std::exchange(m_head, {}));
}

void SitemapReader::feedKnown(QByteArrayView bytes)
{
    if (m_packing == Packing::None) {
        addText(bytes);
        return;
    }
    const auto sink = [this](QByteArrayView text) { return addText(text); };
    if (!m_gzip.feed(bytes, sink) && m_gzip.damaged())
        stop(QStringLiteral("is damaged gzip"));
}

bool SitemapReader::addText(QByteArrayView text)
{
    if (text.size() > m_room)
        return stop(QStringLiteral("is too large"));
    m_room -= text.size();
    if (m_kind != Kind::Unknown)
        return addKnown(text);
    m_head.append(text);
    return m_head.size() < 4 || endsInAMark() || begin();
}

/// There may be several byte order marks, and the last has not come whole.
bool SitemapReader::endsInAMark() const
{
    const auto text = withoutMarks(m_head);
    return text == "\xef" || text == "\xef\xbb";
}

bool SitemapReader::addKnown(QByteArrayView text)
{
    if (m_kind == Kind::Lines)
        addLines(text);
    else if (!m_xml.feed(text, m_entries))
        return stop(m_xml.trouble());
    return true;
}

/// Sees what it is by the first byte that says anything.
bool SitemapReader::begin()
{
    auto text = withoutMarks(m_head);
    const bool wide = text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff");
    while (!wide && !text.isEmpty() && item::isXmlSpace(text.front())) {
        m_lineNumber += text.front() == '\n';
        text = text.sliced(1);
    }
    const auto head = std::exchange(m_head, {}); // text is a part of it
    if (text.isEmpty())
        return true;
    m_kind = wide || text.startsWith('<') ? Kind::Xml : Kind::Lines; // XML knows UTF-16
    return addKnown(text);
}

void SitemapReader::addLines(QByteArrayView text)
{
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            addLine();
        else if (m_line.size() <= item::maxUrlBytes)
            m_line.append(c);
        m_lineNumber += c == '\n';
    }
}

void SitemapReader::addLine()
{
    const auto line = QByteArrayView(m_line).trimmed();
    if (!line.isEmpty() && line.front() != '#')
        m_entries.append({line.toByteArray(), m_lineNumber, false});
    m_line.clear();
}

void SitemapReader::finish()
{
    if (m_ended)
        return;
    if (m_kind == Kind::Unknown && !m_head.isEmpty() && !begin())
        return;
    addLine();
    m_ended = true;
    if (m_packing == Packing::Gzip && !m_gzip.isWhole())
        stop(QStringLiteral("is cut short"));
    else if (m_kind == Kind::Xml && !m_xml.finish(m_entries))
        stop(m_xml.trouble());
}

} // namespace trawl::crawl

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/metalinksource.h"
#include "exchange/splitter.h"

#include <algorithm>
#include <limits>

namespace trawl::exchange {

namespace {

constexpr std::size_t maxElements = 32;
constexpr qsizetype maxTokenBytes = 1024 * 1024;
constexpr std::size_t maxUrls = 1000; // of one file

const QLatin1StringView fileName("file");

constexpr int worstRank = std::numeric_limits<int>::max();

} // namespace

MetalinkSource::MetalinkSource(InputBuffer &input)
    : m_input(input)
{
}

/// Goes on until something comes of it.
bool MetalinkSource::read(QList<item::Link> &links, bool mayRead)
{
    const auto before = links.size();
    while (!m_ended && links.size() == before) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            startElement();
            break;
        case QXmlStreamReader::Characters:
            if (m_keepText && m_text.size() <= maxPieceBytes)
                m_text += m_xml.text().toUtf8();
            break;
        case QXmlStreamReader::EndElement:
            endElement(links);
            break;
        case QXmlStreamReader::DTD:
            fail(QStringLiteral("has a document type, which no metalink has"));
            break;
        case QXmlStreamReader::EndDocument:
            m_ended = true;
            break;
        case QXmlStreamReader::Invalid:
            if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
                fail(QStringLiteral("is no good XML in line %1: %2")
                         .arg(m_xml.lineNumber())
                         .arg(m_xml.errorString()));
            else if (!feed(mayRead))
                return false;
            continue;
        default:
            break;
        }
        m_fed = 0;
    }
    return links.size() > before;
}

/// False when there is no more, or it would have to be waited for.
bool MetalinkSource::feed(bool mayRead)
{
    if (m_input.rest().isEmpty() && (!mayRead || !m_input.fill())) {
        if (mayRead && m_input.error().isEmpty())
            fail(QStringLiteral("ends in the middle of line %1").arg(m_xml.lineNumber()));
        return false;
    }
    const auto rest = m_input.rest();
    m_fed += rest.size();
    m_xml.addData(rest.toByteArray());
    m_input.take(rest.size());
    if (m_fed > maxTokenBytes)
        fail(QStringLiteral("has a text of more than 1 MiB in line %1").arg(m_xml.lineNumber()));
    return true;
}

void MetalinkSource::fail(const QString &why)
{
    m_error = why;
    m_ended = true;
}

bool MetalinkSource::isInFile(QLatin1StringView group) const
{
    const auto depth = m_path.size();
    if (!m_file || depth < 2)
        return false;
    const auto &parent = m_path[depth - 2];
    return parent == fileName || (parent == group && depth > 2 && m_path[depth - 3] == fileName);
}

void MetalinkSource::startElement()
{
    m_path.push_back(m_xml.name().toString());
    m_text.clear();
    m_keepText = false;
    const auto &name = m_path.back();
    if (m_path.size() == 1 && name != u"metalink")
        return fail(QStringLiteral("is no metalink"));
    if (m_path.size() > maxElements)
        return fail(QStringLiteral("is nested too deeply in line %1").arg(m_xml.lineNumber()));
    if (name == fileName && !m_file)
        return beginFile();
    const auto attributes = m_xml.attributes();
    const auto type = attributes.value(QLatin1StringView("type"));
    if (name == u"url" && isInFile(QLatin1StringView("resources")) && type != u"bittorrent")
        startUrl(attributes);
    else if (name == u"hash" && isInFile(QLatin1StringView("verification")))
        m_hashType = type.toUtf8();
    else if (name != u"size" || !isInFile({}))
        return;
    m_keepText = true;
}

void MetalinkSource::beginFile()
{
    m_file.emplace(m_xml.lineNumber());
    m_fileDepth = m_path.size();
    m_name = m_xml.attributes().value(QLatin1StringView("name")).toUtf8();
    m_urls.clear();
}

/// Version 4: priority 1 … 999999, 1 is best. Version 3: preference 0 … 100, 100 is best.
void MetalinkSource::startUrl(const QXmlStreamAttributes &attributes)
{
    bool ok = false;
    const int priority = attributes.value(QLatin1StringView("priority")).toInt(&ok);
    m_rank = ok ? priority : worstRank;
    const int preference = attributes.value(QLatin1StringView("preference")).toInt(&ok);
    if (ok)
        m_rank = -qBound(0, preference, 1000);
}

void MetalinkSource::endElement(QList<item::Link> &links)
{
    const auto name = m_path.back();
    if (m_keepText) {
        const auto text = m_text.simplified();
        if (m_text.size() > maxPieceBytes)
            m_file->refuse(QStringLiteral("its %1 is too long").arg(name));
        else if (name == u"url" && m_urls.size() < maxUrls)
            m_urls.push_back({m_rank, text});
        else if (name == u"size")
            m_file->setSize(text);
        else if (name == u"hash" && item::algorithmFromWord(m_hashType))
            m_file->setChecksum(m_hashType, text);
    }
    m_keepText = false;
    m_path.pop_back();
    if (m_file && m_path.size() < m_fileDepth)
        finishFile(links);
}

void MetalinkSource::finishFile(QList<item::Link> &links)
{
    std::stable_sort(m_urls.begin(), m_urls.end(),
                     [](const Url &a, const Url &b) { return a.rank < b.rank; });
    for (const auto &url : m_urls)
        m_file->addAbsoluteUrl(url.text);
    if (m_urls.empty()) {
        m_file->setShownText(m_name);
        m_file->refuse(QStringLiteral("the metalink names no URL for it"));
    }
    if (m_name.endsWith('/'))
        m_file->refuse(QStringLiteral("its name is that of a folder"));
    m_file->setPath(m_name);
    links.append(m_file->link());
    m_file.reset();
}

} // namespace trawl::exchange

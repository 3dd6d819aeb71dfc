// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/metalinksource.h"

#include "exchange/bytes.h"
#include "exchange/splitter.h"
#include "item/ascii.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace trawl::exchange {

namespace {

constexpr std::size_t maxUrls = 1000; // of one file

constexpr QByteArrayView rootName("metalink");
constexpr QByteArrayView fileName("file");

constexpr int worstRank = std::numeric_limits<int>::max();

/// The name of the first element, as far as the head has it.
QByteArrayView firstElement(QByteArrayView head)
{
    constexpr QByteArrayView commentEnd("-->");
    for (auto at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
        const auto rest = head.sliced(at + 1);
        if (rest.startsWith("!--")) {
            at = head.indexOf(commentEnd, at);
            if (at < 0)
                return {};
        } else if (!rest.isEmpty() && item::isLetter(rest.front())) {
            const auto isOfName = [](char c) {
                return item::isLetterOrDigit(c) || QByteArrayView(":-_.").contains(c);
            };
            return rest.first(std::find_if_not(rest.begin(), rest.end(), isOfName) - rest.begin());
        }
    }
    return {};
}

} // namespace

bool MetalinkSource::read(QList<item::Link> &links, bool mayRead)
{
    const auto before = links.size();
    m_links = &links;
    while (!m_over && links.size() == before && feed(mayRead)) {
    }
    m_links = nullptr;
    return links.size() > before;
}

/// False when there is no more, or it would have to be waited for.
bool MetalinkSource::feed(bool mayRead)
{
    if (m_input.rest().isEmpty() && (!mayRead || !m_input.fill())) {
        if (mayRead)
            finish();
        return false;
    }
    const auto rest = m_input.rest();
    const bool goesOn = m_scanner.feed(rest) && m_error.isEmpty();
    m_input.take(rest.size());
    if (!goesOn)
        finish();
    return goesOn;
}

/// A file that is open here has no end, and perhaps lost its checksum with it.
void MetalinkSource::finish()
{
    m_over = true;
    m_scanner.finish();
    if (m_error.isEmpty())
        m_error = m_scanner.error();
    if (m_error.isEmpty() && !m_rootEnded)
        m_error = QStringLiteral("ends in the middle of line %1").arg(m_scanner.line());
    if (m_file) {
        m_file->refuse(QStringLiteral("its <file> is not ended"));
        finishFile();
    }
}

bool MetalinkSource::fail(const QString &why)
{
    m_error = why;
    return false;
}

bool MetalinkSource::documentType(QByteArrayView /*name*/)
{
    return fail(QStringLiteral("has a document type, which no metalink has"));
}

bool MetalinkSource::isInFile(QByteArrayView group) const
{
    const auto &path = m_scanner.path();
    const auto depth = path.size();
    if (!m_file || depth < 2)
        return false;
    const auto parent = crawl::localName(path[depth - 2]);
    return parent == fileName ||
           (parent == group && depth > 2 && crawl::localName(path[depth - 3]) == fileName);
}

bool MetalinkSource::startElement(const QByteArray &name, const crawl::XmlAttributes &attributes)
{
    const auto local = crawl::localName(name);
    if (m_scanner.path().size() == 1 && !startRoot(local))
        return false;
    if (std::exchange(m_keepText, false))
        m_file->refuse(QStringLiteral("an element stands inside of a text"));
    m_text.clear();
    if (local == fileName)
        beginFile(attributes);
    else if (m_file)
        startInFile(local, attributes);
    return true;
}

/// Two lists in one, or an end tag too early, are read on.
bool MetalinkSource::startRoot(QByteArrayView name)
{
    if (!m_error.isEmpty())
        return false;
    if (!std::exchange(m_rooted, true) && name != rootName)
        return fail(QStringLiteral("is no metalink"));
    if (std::exchange(m_rootEnded, false))
        m_scanner.noteBroken(QStringLiteral("it goes on behind its end"));
    return true;
}

/// Of a file in a file, the outer one's end is missing.
void MetalinkSource::beginFile(const crawl::XmlAttributes &attributes)
{
    if (m_file) {
        m_scanner.noteBroken(QStringLiteral("<file> is not ended"));
        m_file->refuse(QStringLiteral("its <file> is not ended"));
        finishFile();
    }
    m_file.emplace(m_scanner.line());
    m_fileDepth = m_scanner.path().size();
    m_name = crawl::valueOf(attributes, "name");
    m_urls.clear();
}

void MetalinkSource::startInFile(QByteArrayView name, const crawl::XmlAttributes &attributes)
{
    const auto type = crawl::valueOf(attributes, "type");
    if (name == "url" && isInFile("resources") && type != "bittorrent")
        startUrl(attributes);
    else if (name == "hash" && isInFile("verification"))
        m_hashType = type;
    else if (name != "size" || !isInFile({}))
        return;
    m_keepText = true;
}

/// Version 4: priority 1 … 999999, 1 is best. Version 3: preference 0 … 100, 100 is best.
void MetalinkSource::startUrl(const crawl::XmlAttributes &attributes)
{
    bool ok = false;
    const int priority = crawl::valueOf(attributes, "priority").toInt(&ok);
    m_rank = ok ? priority : worstRank;
    const int preference = crawl::valueOf(attributes, "preference").toInt(&ok);
    if (ok)
        m_rank = -qBound(0, preference, 1000);
}

void MetalinkSource::text(QByteArrayView part, bool literal)
{
    const auto first = std::find_if_not(part.begin(), part.end(), item::isXmlSpace);
    if (!m_rooted && m_error.isEmpty() && first != part.end())
        m_error = QStringLiteral("is no good XML in line %1: it does not begin with a tag")
                      .arg(m_scanner.line() + std::count(part.begin(), first, '\n'));
    if (!m_keepText || m_text.size() > maxPieceBytes)
        return;
    if (literal)
        m_text += part;
    else
        m_text += m_scanner.resolved(part);
}

bool MetalinkSource::endElement(const QByteArray &name)
{
    const auto local = crawl::localName(name);
    m_rootEnded = m_scanner.path().size() == 1;
    if (!m_file)
        return true;
    if (m_scanner.endIsMissing())
        m_file->refuse(QStringLiteral("its <%1> is not ended").arg(QString::fromUtf8(local)));
    if (std::exchange(m_keepText, false))
        takeText(local);
    if (m_scanner.path().size() == m_fileDepth)
        finishFile();
    return true;
}

void MetalinkSource::takeText(QByteArrayView name)
{
    const auto text = m_text.simplified();
    if (m_text.size() > maxPieceBytes)
        m_file->refuse(QStringLiteral("its %1 is too long").arg(QString::fromUtf8(name)));
    else if (name == "url" && m_urls.size() < maxUrls)
        m_urls.push_back({m_rank, text});
    else if (name == "size")
        m_file->setSize(text);
    else if (name == "hash")
        m_file->setChecksum(m_hashType.isEmpty() ? QByteArrayView("without a type") : m_hashType,
                            text);
}

void MetalinkSource::finishFile()
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
    m_links->append(m_file->link());
    m_file.reset();
}

bool isMetalink(QByteArrayView head)
{
    const auto start = head.indexOf('<');
    return start >= 0 && trimmed(head.first(start).trimmed()).isEmpty() &&
           crawl::localName(firstElement(head)) == rootName;
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/aria2source.h"
#include "exchange/bytes.h"
#include "exchange/curlcommandsource.h"
#include "exchange/curlconfigsource.h"
#include "exchange/linesource.h"
#include "exchange/linkreader.h"

#include "crawl/sitemap.h"

#include <QBuffer>

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

constexpr qsizetype headBytes = 64 * 1024;

struct Suffix
{
    QLatin1StringView text;
    ListFormat format;
};
constexpr std::array suffixes{
    Suffix{QLatin1StringView(".csv"), ListFormat::Csv},
    Suffix{QLatin1StringView(".tsv"), ListFormat::Tsv},
    Suffix{QLatin1StringView(".meta4"), ListFormat::Metalink},
    Suffix{QLatin1StringView(".metalink"), ListFormat::Metalink},
};

/// One link, be it one that can be fetched or not, and nothing beside it but what is known to say
/// more of it.
bool isLinkLine(QByteArrayView line)
{
    const auto foreign = [](char c) {
        return quint8(c) <= ' ' || c == '"' || c == '<' || c == '>';
    };
    line = trimmed(line.first(lineOptionsStart(line)));
    if (std::any_of(line.begin(), line.end(), foreign))
        return false;
    return hasHttpScheme(line) || parseLink(line).problem != item::Reason::InvalidUrl;
}

bool isMetalink(QByteArrayView head)
{
    const auto start = head.indexOf('<');
    return start >= 0 && head.first(start).trimmed().size() <= 3 &&
           (head.sliced(start).startsWith("<metalink") ||
            (head.sliced(start).startsWith("<?xml") && head.contains("<metalink")));
}

/// What the lines of a head look like.
class LineCounts
{
public:
    void add(QByteArrayView line)
    {
        const auto text = trimmed(line);
        if (!isEntry(text))
            return;
        ++m_entries;
        const bool option = Aria2Source::isOptionLine(line) && !hasHttpScheme(text);
        m_aria2Options += option && m_afterUrl;
        m_afterUrl = hasHttpScheme(text) || (m_afterUrl && option);
        m_urlLines += hasHttpScheme(text);
        m_links += isLinkLine(text);
        addConfig(text);
    }
    [[nodiscard]] ListFormat format() const
    {
        if (m_aria2Options > 0 && m_urlLines + m_aria2Options == m_entries)
            return ListFormat::Aria2;
        if (m_configUrls > 0 && m_configLines == m_entries)
            return ListFormat::CurlConfig;
        return m_links * 2 >= m_entries ? ListFormat::Lines : ListFormat::Text;
    }

private:
    /// `url: x` alone could be anything; curl's own examples have `url = "x"`.
    void addConfig(QByteArrayView text)
    {
        const auto line = CurlConfigSource::parseLine(text);
        const auto plain = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-' || c == '.';
        };
        m_configLines += std::all_of(line.option.begin(), line.option.end(), plain);
        const auto mark = text.sliced(line.option.size()).trimmed();
        m_configUrls += !line.value.isEmpty() &&
                        ((line.option == "url" && mark.startsWith('=')) || line.option == "--url");
    }

    qsizetype m_entries = 0;
    qsizetype m_links = 0;
    qsizetype m_urlLines = 0;
    qsizetype m_aria2Options = 0;
    qsizetype m_configLines = 0;
    qsizetype m_configUrls = 0;
    bool m_afterUrl = false;
};

} // namespace

ListFormat detectFormat(const QString &fileName, const QByteArray &head)
{
    for (const auto &suffix : suffixes) {
        if (fileName.endsWith(suffix.text, Qt::CaseInsensitive))
            return suffix.format;
    }
    auto first = head.first(qMin(head.size(), headBytes));
    if (isMetalink(first))
        return ListFormat::Metalink;
    if (crawl::looksLikeSitemap(first))
        return ListFormat::Sitemap;
    if (CurlCommandSource::isCommand(first))
        return ListFormat::CurlCommand;
    QBuffer buffer(&first);
    buffer.open(QIODevice::ReadOnly);
    InputBuffer input(buffer);
    Splitter lines(input, "\r\n");
    LineCounts counts;
    while (const auto piece = lines.next(true))
        counts.add(piece->text);
    return counts.format();
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/aria2source.h"
#include "exchange/binarykind.h"
#include "exchange/bytes.h"
#include "exchange/curlcommandsource.h"
#include "exchange/curlconfigsource.h"
#include "exchange/jsonscanner.h"
#include "exchange/linesource.h"
#include "exchange/linkreader.h"
#include "exchange/listcharset.h"
#include "exchange/metalinksource.h"
#include "exchange/roles.h"
#include "exchange/tablesniffer.h"
#include "exchange/xmlsource.h"

#include "crawl/gunzip.h"
#include "crawl/sitemap.h"
#include "crawl/xmlscanner.h"
#include "item/ascii.h"
#include "item/weburl.h"

#include <QBuffer>

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

constexpr qsizetype headBytes = 64 * 1024;

/// One link, be it one that can be fetched or not, and nothing beside it but what is known to say
/// more of it, or a note behind a tab. A link may have blanks in its name.
bool isLinkLine(QByteArrayView line)
{
    const auto foreign = [](char c) { return quint8(c) < ' ' || c == '"' || c == '<' || c == '>'; };
    line = trimmed(line.first(lineOptionsStart(line)));
    if (const auto tab = line.indexOf('\t'); tab >= 0 && hasHttpScheme(line))
        line = trimmed(line.first(tab));
    if (std::any_of(line.begin(), line.end(), foreign))
        return false;
    if (line.contains(' '))
        return hasHttpScheme(line) && nextLinkStart(line) < 0 && endsLikeAName(line);
    return hasHttpScheme(line) || parseLink(line).problem != item::Reason::InvalidUrl;
}

bool isHtml(QByteArrayView head)
{
    constexpr std::array starts{
        "<!doctype html", "<!doctype netscape", "<html", "<head", "<body", "<meta", "<a ", "<dl"};
    auto text = head.trimmed();
    if (text.startsWith("<?xml")) // of XHTML
        text = text.sliced(text.indexOf('>') + 1).trimmed();
    return std::any_of(starts.begin(), starts.end(), [text](QByteArrayView start) {
        return text.first(qMin(text.size(), start.size())).compare(start, Qt::CaseInsensitive) == 0;
    });
}

/// Nothing has come behind the bracket as yet.
bool isAlone(QByteArrayView head)
{
    return trimmed(head.trimmed()).size() == 1 && head.size() > 1;
}

/// Json, JsonLines or Har of what begins as JSON with something in it; a pattern like {a,b} and a
/// link in brackets do not.
std::optional<ListFormat> jsonFormat(QByteArrayView head)
{
    auto bytes = head.toByteArray();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    InputBuffer input(buffer);
    JsonScanner scanner(input, false);
    const auto first = scanner.next(true);
    const auto second = scanner.next(true);
    if (first == JsonToken::BeginArray)
        return second == JsonToken::BeginObject || second == JsonToken::Text ||
                       second == JsonToken::EndArray || isAlone(head)
                   ? std::optional(ListFormat::Json)
                   : std::nullopt;
    if (first == JsonToken::BeginObject && isAlone(head))
        return ListFormat::Json;
    if (first != JsonToken::BeginObject || second != JsonToken::Key)
        return std::nullopt;
    const bool log = scanner.text() == "log";
    if (log && scanner.next(true) == JsonToken::BeginObject)
        return ListFormat::Har;
    const auto line = scanner.line();
    bool isEntry = urlRank(scanner.text()) > 0;
    for (auto token = second; scanner.depth() > 0; token = scanner.next(true)) {
        if (token == JsonToken::Broken || token == JsonToken::End)
            return ListFormat::Json; // it is cut here, or says itself what is wrong
        isEntry = isEntry ||
                  (scanner.depth() == 1 && token == JsonToken::Key && urlRank(scanner.text()) > 0);
    }
    // The first line of a slow pipe may be all that there is as yet.
    const bool oneLine = scanner.line() == line;
    const auto next = oneLine ? scanner.next(true) : JsonToken::Broken;
    return next == JsonToken::BeginObject || (next == JsonToken::End && isEntry)
               ? ListFormat::JsonLines
               : ListFormat::Json;
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
        const bool isLink = isLinkLine(text);
        const bool option = Aria2Source::isOptionLine(line) && !hasHttpScheme(text);
        const bool below = option && m_afterLink;
        m_aria2Options += below;
        m_aria2Known += below && Aria2Source::isKnownOption(text);
        m_aria2Links += !option && isLinkOfAria2(text);
        m_afterLink = option ? m_afterLink : isLinkOfAria2(text);
        m_links += isLink;
        m_isSectioned = m_isSectioned || text.startsWith('[');
        addConfig(text);
    }
    /// Options of aria2 below links say what it is, unless most lines are neither; so do options of
    /// curl.
    [[nodiscard]] ListFormat format() const
    {
        const auto ofAria2 = m_aria2Options + m_aria2Links;
        if (m_aria2Options > 0 &&
            (ofAria2 == m_entries || (m_aria2Known > 0 && ofAria2 * 2 >= m_entries)))
            return ListFormat::Aria2;
        if (m_configUrls > 0 && !m_isSectioned && m_configLines * 4 >= m_entries * 3)
            return ListFormat::CurlConfig;
        return m_links * 2 >= m_entries ? ListFormat::Lines : ListFormat::Text;
    }

private:
    /// At the line's beginning, and of any scheme: between tabs others may follow.
    static bool isLinkOfAria2(QByteArrayView text)
    {
        const auto first = text.first(std::find(text.begin(), text.end(), '\t') - text.begin());
        return hasHttpScheme(first) ||
               (item::schemeLength(first) > 1 && !first.contains(' ') && isLinkLine(first));
    }
    /// `url: x` alone could be anything; curl's own examples have `url = "x"`.
    void addConfig(QByteArrayView text)
    {
        const auto line = CurlConfigSource::parseLine(text);
        const auto plain = [](char c) { return item::isLetterOrDigit(c) || c == '-' || c == '.'; };
        m_configLines += std::all_of(line.option.begin(), line.option.end(), plain);
        const auto mark = text.sliced(line.option.size()).trimmed();
        m_configUrls += !line.value.isEmpty() &&
                        ((line.option == "url" && mark.startsWith('=')) || line.option == "--url");
    }

    qsizetype m_entries = 0;
    qsizetype m_links = 0;
    qsizetype m_aria2Links = 0;
    qsizetype m_aria2Options = 0; ///< below a link
    qsizetype m_aria2Known = 0;   ///< of them
    qsizetype m_configLines = 0;
    qsizetype m_configUrls = 0;
    bool m_afterLink = false;
    bool m_isSectioned = false; ///< as an INI file is
};

ListFormat formatOfText(QByteArray text)
{
    if (CurlCommandSource::isCommand(text))
        return ListFormat::CurlCommand;
    if (isMetalink(text)) // in UTF-16
        return ListFormat::Metalink;
    if (isHtml(text))
        return ListFormat::Html;
    if (isXmlList(text))
        return ListFormat::Xml;
    if (const auto json = jsonFormat(text))
        return *json;
    const bool isTable = looksLikeTable(text);
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    InputBuffer input(buffer);
    Splitter lines(input, "\r\n");
    LineCounts counts;
    while (const auto piece = lines.next(true))
        counts.add(piece->text);
    const auto format = counts.format();
    const bool isPlain = format == ListFormat::Lines || format == ListFormat::Text;
    return isPlain && isTable ? ListFormat::Csv : format;
}

/// The suffix decides, but which JSON it is the text tells better.
ListFormat nearTo(ListFormat format, const QByteArray &text)
{
    const bool isJson =
        format == ListFormat::Json || format == ListFormat::JsonLines || format == ListFormat::Har;
    return isJson ? jsonFormat(text).value_or(format) : format;
}

} // namespace

bool tellsItsFormat(QByteArrayView head)
{
    constexpr qsizetype enoughPacked = 1024;
    if (head.startsWith("\x1f\x8b"))
        return head.size() >= enoughPacked;
    if (head.contains('\0') || !whyNoList(head).isEmpty())
        return true;
    for (qsizetype end = head.indexOf('\n'); end >= 0; end = head.indexOf('\n')) {
        const auto line = trimmed(head.first(end).trimmed());
        if (line.contains("://") || (isEntry(line) && isLinkLine(line) && line.contains('.')))
            return true;
        head = head.sliced(end + 1);
    }
    return false;
}

QByteArray unpackedHead(const QByteArray &head)
{
    constexpr qsizetype pieceBytes = 1024; // what it unpacks to, a thousand times as much at most
    if (!head.startsWith("\x1f\x8b"))
        return head;
    QByteArray text;
    crawl::Gunzip gunzip;
    const auto sink = [&text](QByteArrayView piece) {
        text.append(piece);
        return text.size() < headBytes;
    };
    for (QByteArrayView left(head); !left.isEmpty();) {
        const auto piece = left.first(std::min(left.size(), pieceBytes));
        left = left.sliced(piece.size());
        if (!gunzip.feed(piece, sink))
            break;
    }
    return gunzip.damaged() && text.isEmpty() ? head : text.first(std::min(text.size(), headBytes));
}

ListFormat detectFormat(const QString &fileName, const QByteArray &head)
{
    return detectList(fileName, head).format;
}

ListKind detectList(const QString &fileName, const QByteArray &head, const GivenKind &given)
{
    const auto first = unpackedHead(head.first(std::min(head.size(), headBytes)));
    const auto *named = item::listFormatOfName(fileName);
    auto wanted = given.format;
    if (!wanted && named && named->suffixDecides)
        wanted = named->format;
    ListKind kind;
    if (!wanted && isMetalink(first))
        wanted = ListFormat::Metalink;
    if (!wanted && crawl::looksLikeSitemap(first))
        wanted = ListFormat::Sitemap;
    if (wanted == ListFormat::Metalink || wanted == ListFormat::Sitemap) {
        kind.format = *wanted;
        return kind;
    }
    const bool damaged = head.startsWith("\x1f\x8b") && first.startsWith("\x1f\x8b\x08") &&
                         first.size() == std::min(head.size(), headBytes);
    kind.refusal = damaged ? QStringLiteral("is damaged gzip") : whyNoList(first);
    if (!kind.refusal.isEmpty()) {
        kind.format = ListFormat::Text;
        return kind;
    }
    kind.charset = given.charset.isEmpty() ? listCharset(first, isHtml(first)) : given.charset;
    const auto text = crawl::withoutMarks(headAsUtf8(first, kind.charset)).toByteArray();
    if (isBinary(text))
        kind.refusal = QStringLiteral("is no list but a binary file");
    kind.format = given.format ? *given.format
                  : wanted     ? nearTo(*wanted, text)
                               : formatOfText(text);
    if (kind.format == ListFormat::Xml || kind.format == ListFormat::Metalink)
        kind.charset.clear();
    return kind;
}

bool isTable(ListFormat format)
{
    return format == ListFormat::Csv || format == ListFormat::Tsv || format == ListFormat::Json ||
           format == ListFormat::JsonLines;
}

} // namespace trawl::exchange

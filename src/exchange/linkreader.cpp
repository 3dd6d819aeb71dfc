// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"
#include "exchange/aria2source.h"
#include "exchange/curlcommandsource.h"
#include "exchange/curlconfigsource.h"
#include "exchange/harsource.h"
#include "exchange/htmlsource.h"
#include "exchange/jsonsource.h"
#include "exchange/linesource.h"
#include "exchange/metalinksource.h"
#include "exchange/sitemapsource.h"
#include "exchange/tablesource.h"
#include "exchange/textsource.h"
#include "exchange/unusablelink.h"
#include "exchange/xmlsource.h"

#include <QBuffer>

namespace trawl::exchange {

namespace {

/// XML says itself what it is in.
InputText inputText(ListFormat format)
{
    switch (format) {
    case ListFormat::Metalink:
    case ListFormat::Sitemap:
    case ListFormat::Xml:
        return InputText::AsItIs;
    default:
        return InputText::Decoded;
    }
}

std::unique_ptr<Source> makeSource(InputBuffer &input, ListFormat format,
                                   const ReadOptions &options)
{
    switch (format) {
    case ListFormat::Text:
        return std::make_unique<TextSource>(input);
    case ListFormat::Csv:
    case ListFormat::Tsv:
        return std::make_unique<TableSource>(input, format == ListFormat::Tsv, options.layout);
    case ListFormat::Aria2:
        return std::make_unique<Aria2Source>(input);
    case ListFormat::Metalink:
        return std::make_unique<MetalinkSource>(input);
    case ListFormat::Sitemap:
        return std::make_unique<SitemapSource>(input);
    case ListFormat::CurlConfig:
        return std::make_unique<CurlConfigSource>(input);
    case ListFormat::CurlCommand:
        return std::make_unique<CurlCommandSource>(input);
    case ListFormat::Json:
    case ListFormat::JsonLines:
        return std::make_unique<JsonSource>(input, format == ListFormat::JsonLines, options.layout);
    case ListFormat::Har:
        return std::make_unique<HarSource>(input);
    case ListFormat::Html:
        return std::make_unique<HtmlSource>(input);
    case ListFormat::Xml:
        return std::make_unique<XmlSource>(input);
    case ListFormat::Lines:
        break;
    }
    return std::make_unique<LineSource>(input, options.patterns);
}

/// Its last entry may be a part of one where the list is cut; the others' have an end of their own.
bool mayEndWithin(ListFormat format)
{
    switch (format) {
    case ListFormat::Lines:
    case ListFormat::Text:
    case ListFormat::Csv:
    case ListFormat::Tsv:
    case ListFormat::Aria2:
    case ListFormat::CurlConfig:
    case ListFormat::CurlCommand:
        return true;
    default:
        return false;
    }
}

} // namespace

class LinkReader::Private
{
public:
    Private(QIODevice &device, ListFormat format, const ReadOptions &options)
        : input(device, options.charset, inputText(format))
        , source(makeSource(input, format, options))
        , mayEndWithin(exchange::mayEndWithin(format))
    {
    }
    /// The last link waits until it is known whether the list ends as it should behind it.
    [[nodiscard]] bool holdsLast() const { return mayEndWithin && input.isPacked(); }

    InputBuffer input;
    std::unique_ptr<Source> source;
    bool mayEndWithin;
    QList<item::Link> spare; ///< one word of text may have brought more than was asked for
};

LinkReader::LinkReader(QIODevice &device, ListFormat format, const ReadOptions &options)
    : d(std::make_unique<Private>(device, format, options))
{
}

LinkReader::~LinkReader() = default;

QList<item::Link> LinkReader::next(qsizetype most)
{
    auto links = std::exchange(d->spare, {});
    // What a slow pipe has brought is handed on before it is waited for.
    const auto mayRead = [this, &links] {
        return links.isEmpty() || !d->input.mayWait() || d->holdsLast();
    };
    while (links.size() < most + (d->holdsLast() ? 1 : 0) && d->source->read(links, mayRead())) {
    }
    if (links.size() <= most && !links.isEmpty() && d->holdsLast() && !d->input.error().isEmpty())
        links.last() = cutLink(links.last().url, links.last().line);
    if (links.size() > most) {
        d->spare = links.mid(most);
        links.resize(most);
    }
    return links;
}

QString LinkReader::error() const
{
    return d->input.error().isEmpty() ? d->source->error() : d->input.error();
}

QString LinkReader::note() const
{
    return d->source->note();
}

QList<item::Link> linksInText(const QString &text, qsizetype most)
{
    auto bytes = text.toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto kind = detectList({}, bytes, {.charset = QByteArrayLiteral("utf-8")});
    return kind.refusal.isEmpty() ? LinkReader(buffer, kind.format, {.patterns = true}).next(most)
                                  : QList<item::Link>();
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/xmlscanner.h"
#include "exchange/inputbuffer.h"
#include "exchange/source.h"

#include <optional>

namespace trawl::exchange {

/// An item of a feed.
struct FeedItem
{
    qint64 line = 0;
    bool hasLink = false;
    bool guidIsLink = false;
    QByteArray guid;        ///< as it is meant
    QByteArray title;       ///< as it is written
    QList<QByteArray> urls; ///< that were found in it
};

/// The links of XML that is no metalink and no sitemap. Of a feed (RSS, Atom) those of its items,
/// enclosures among them; an item without a <link> has that of its <guid>, unless the guid says
/// that it is none (RSS 2.0), and one that leads nowhere is an entry that cannot be fetched. An
/// Atom id is a name and no link (RFC 4287, 4.2.6). Of OPML, XBEL, webloc, XSPF and what else there
/// is each element's text and each attribute that leads somewhere and is all of it a link. The URI
/// of a namespace is the name of one. What is broken is read on behind (crawl/xmlscanner.h).
class XmlSource : public Source, private crawl::XmlHandler
{
public:
    explicit XmlSource(InputBuffer &input)
        : m_input(input)
    {
    }
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override { return m_error; }
    [[nodiscard]] QString note() const override { return m_scanner.note(); }

private:
    bool startElement(const QByteArray &name, const crawl::XmlAttributes &attributes) override;
    bool endElement(const QByteArray &name) override;
    void text(QByteArrayView part, bool literal) override;
    bool documentType(QByteArrayView) override { return true; }

    void finish();
    void startOfFeed(QByteArrayView name, const crawl::XmlAttributes &attributes);
    void endOfFeed(QByteArrayView name, QByteArrayView text);
    void appendOfItem(const QByteArray &url);
    void finishItem();
    [[nodiscard]] QByteArrayView parent() const;
    void append(QByteArrayView text);

    InputBuffer &m_input;
    crawl::XmlScanner m_scanner{*this};
    QList<item::Link> *m_links = nullptr; ///< while something is read
    QByteArray m_text;                    ///< of the innermost element
    bool m_keepText = false;
    bool m_isFeed = false;
    std::optional<FeedItem> m_item;
    bool m_rootEnded = false;
    bool m_over = false;
    QString m_error;
};

/// Begins as XML that is to be read so.
[[nodiscard]] bool isXmlList(QByteArrayView head);

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/xmlscanner.h"
#include "exchange/entry.h"
#include "exchange/inputbuffer.h"
#include "exchange/source.h"

#include <optional>
#include <vector>

namespace trawl::exchange {

/// Metalink 4 (RFC 5854) and 3: each file becomes one link, with the URL of the best priority (or
/// highest preference) and the others as mirrors, name, size and its strongest known hash. Where a
/// mirror stands on the map is not looked at. What is broken is read on behind
/// (crawl/xmlscanner.h), but a file in which an end tag is missing fails, for its checksum may be
/// what was lost, and so does one whose hashes are all of unknown kinds. A document type (and with
/// it every entity of one's own), deep nesting and very long tags end the list.
class MetalinkSource : public Source, private crawl::XmlHandler
{
public:
    explicit MetalinkSource(InputBuffer &input)
        : m_input(input)
    {
    }
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override { return m_error; }
    [[nodiscard]] QString note() const override { return m_scanner.note(); }

private:
    struct Url
    {
        int rank; ///< least first
        QByteArray text;
    };

    bool startElement(const QByteArray &name, const crawl::XmlAttributes &attributes) override;
    bool endElement(const QByteArray &name) override;
    void text(QByteArrayView part, bool literal) override;
    bool documentType(QByteArrayView name) override;

    bool feed(bool mayRead);
    void finish();
    bool fail(const QString &why);
    bool startRoot(QByteArrayView name);
    void startInFile(QByteArrayView name, const crawl::XmlAttributes &attributes);
    void startUrl(const crawl::XmlAttributes &attributes);
    void beginFile(const crawl::XmlAttributes &attributes);
    void takeText(QByteArrayView name);
    void finishFile();
    [[nodiscard]] bool isInFile(QByteArrayView group) const;

    InputBuffer &m_input;
    crawl::XmlScanner m_scanner{*this};
    QList<item::Link> *m_links = nullptr; ///< while something is read
    QByteArray m_text;                    ///< of the innermost element, if it is one that is read
    bool m_keepText = false;
    int m_rank = 0;
    QByteArray m_hashType;
    std::optional<Entry> m_file;
    std::size_t m_fileDepth = 0;
    QByteArray m_name;
    std::vector<Url> m_urls;
    bool m_rooted = false; ///< a root has begun
    bool m_rootEnded = false;
    bool m_over = false;
    QString m_error;
};

/// Its first element is that of a metalink, whatever its prefix.
[[nodiscard]] bool isMetalink(QByteArrayView head);

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/entry.h"
#include "exchange/inputbuffer.h"
#include "exchange/source.h"

#include <QXmlStreamReader>

#include <optional>
#include <vector>

namespace trawl::exchange {

/// Metalink 4 (RFC 5854) and 3: each file becomes one link, with the URL of the best priority (or
/// highest preference) and the others as mirrors, name, size and its strongest known hash. Where a
/// mirror stands on the map is not looked at. A document type (and with it every entity of one's
/// own), deep nesting and very long texts are refused.
class MetalinkSource : public Source
{
public:
    explicit MetalinkSource(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override { return m_error; }

private:
    struct Url
    {
        int rank; ///< least first
        QByteArray text;
    };

    bool feed(bool mayRead);
    void fail(const QString &why);
    void startElement();
    void endElement(QList<item::Link> &links);
    void startUrl(const QXmlStreamAttributes &attributes);
    void beginFile();
    void finishFile(QList<item::Link> &links);
    [[nodiscard]] bool isInFile(QLatin1StringView group) const;

    InputBuffer &m_input;
    QXmlStreamReader m_xml;
    std::vector<QString> m_path; ///< names of the open elements
    QByteArray m_text;           ///< of the innermost element, if it is one that is read
    bool m_keepText = false;
    qsizetype m_fed = 0; ///< bytes since the last token
    int m_rank = 0;
    QByteArray m_hashType;
    std::optional<Entry> m_file;
    std::size_t m_fileDepth = 0;
    QByteArray m_name;
    std::vector<Url> m_urls;
    QString m_error;
    bool m_ended = false;
};

} // namespace trawl::exchange

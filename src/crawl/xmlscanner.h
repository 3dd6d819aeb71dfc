// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <optional>
#include <vector>

namespace trawl::crawl {

/// A start tag's attributes, values as they are meant.
struct XmlAttribute
{
    QByteArray name; ///< qualified
    QByteArray value;
};
using XmlAttributes = std::vector<XmlAttribute>;

/// What stands in an XML document, in its order. Names are qualified, texts UTF-8. False = no more
/// is wanted.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual bool startElement(const QByteArray &name, const XmlAttributes &attributes) = 0;
    /// Of the element that was begun last, and is not ended.
    virtual bool endElement(const QByteArray &name) = 0;
    /// A part of an element's text; `literal` (CDATA) has no references to be resolved.
    virtual void text(QByteArrayView part, bool literal) = 0;
    virtual bool documentType(QByteArrayView name) = 0;
};

/// Reads XML as it comes, and reads on where it is broken, as browsers read HTML: an '&' that
/// begins no reference is one, an end tag that nothing has begun is passed over, what was left open
/// in an element ends with it. No entity but the five of XML is known, none is declared, nothing is
/// fetched. In UTF-8, UTF-16, or what the document says.
class XmlScanner
{
public:
    static constexpr qsizetype maxTokenBytes = 1024 * 1024;
    static constexpr std::size_t maxDepth = 256;

    explicit XmlScanner(XmlHandler &handler)
        : m_handler(handler)
    {
    }

    /// False = no more can be read: the handler said so, or error().
    bool feed(QByteArrayView bytes);
    /// There is no more.
    void finish();

    [[nodiscard]] qint64 line() const { return m_line; }
    /// Elements that are open.
    [[nodiscard]] const std::vector<QByteArray> &path() const { return m_path; }
    /// In XmlHandler::endElement(): the element has no end tag of its own, another one's ends it.
    [[nodiscard]] bool endIsMissing() const { return m_endIsMissing; }
    /// Why the rest cannot be read, in English; empty = it can.
    [[nodiscard]] QString error() const { return m_error; }
    /// What was broken and passed over, in English; empty = nothing.
    [[nodiscard]] QString note() const;
    /// Notes that a place was broken.
    void noteBroken(const QString &what);
    /// `text` with its references resolved; what is none stays, and is noted.
    [[nodiscard]] QByteArray resolved(QByteArrayView text);

private:
    void decode(QByteArrayView bytes);
    bool chooseCharset();
    bool step();
    bool takeText();
    bool takeUntil(QByteArrayView end, qsizetype opening, bool isText);
    bool takeDocumentType();
    bool takeTag();
    bool takeEnd(QByteArrayView tag);
    bool takeStart(QByteArrayView tag);
    void advance(qsizetype bytes);
    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(m_text).sliced(m_at); }

    XmlHandler &m_handler;
    QByteArray m_head; ///< while the charset is not known
    bool m_started = false;
    std::optional<QStringDecoder> m_decoder; ///< none = it is UTF-8
    QByteArray m_text;
    qsizetype m_at = 0;
    qsizetype m_searched = 0; ///< of the token at m_at, in vain
    char m_quote = 0;         ///< open at m_searched
    int m_brackets = 0;       ///< of a document type, open there
    std::vector<QByteArray> m_path;
    bool m_endIsMissing = false;
    qint64 m_line = 1;
    bool m_over = false; ///< no more comes
    bool m_stopped = false;
    QString m_error;
    QString m_broken;
    qint64 m_places = 0;
};

/// What a reference of that name means: "&" of "amp"; empty = it is not known.
[[nodiscard]] QByteArray referenced(QByteArrayView name);
/// Without the byte order marks in front, of which lists that were put together have several.
[[nodiscard]] QByteArrayView withoutMarks(QByteArrayView text);
/// The name behind its prefix.
[[nodiscard]] QByteArrayView localName(QByteArrayView qualified);
/// The value of the attribute of that local name, which has no prefix; empty = there is none.
[[nodiscard]] QByteArray valueOf(const XmlAttributes &attributes, QByteArrayView name);

} // namespace trawl::crawl

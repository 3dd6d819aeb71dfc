// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace trawl::transport {

/// Collects the lines of a response's heads as they come (RFC 9112, 2–5; RFC 9110, 15.2) and keeps
/// the final one: interim heads (1xx) are passed over, trailers are dropped. What a peer may send
/// is bounded over the whole transfer. Fields are parsed only when asked for.
class ResponseHead
{
public:
    static constexpr qsizetype maxBytes = 256 * 1024;
    static constexpr int maxLines = 1000; ///< status and empty lines count
    using Field = QPair<QByteArray, QByteArray>;

    /// A head of 401 or 407 is held for an interim one when another follows it.
    void expectNegotiation() { m_negotiates = true; }

    /// One line with its line end; false when the bounds are passed.
    [[nodiscard]] bool addLine(QByteArrayView line);

    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// The head may yet turn out to be an interim one; what comes of the body says that it is not.
    [[nodiscard]] bool isProvisional() const;
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] QByteArrayView reason() const;

    /// Why what the final head says of its body or of its target cannot be believed (RFC 9112, 6.1
    /// and 6.3; two targets of a redirect); empty = it can.
    [[nodiscard]] QString fault() const;

    /// Nothing has come at all, not even the first line of an interim head.
    [[nodiscard]] bool isEmpty() const { return m_lines == 0; }

    /// Fields of one name are joined by ", " (Set-Cookie: by a line feed), as QNetworkReply does. A
    /// field that may stand only once is one when its values are equal; of differing ones the first
    /// counts, as in browsers, of Content-Type the last (Fetch, 3.6).
    [[nodiscard]] QList<Field> fields() const;

    /// As received, but with •••• for what is secret; `most` bytes, whole lines.
    [[nodiscard]] QByteArray shown(qsizetype most) const;

    /// Only the end of the connection ends the body (RFC 9112, 6.3), if there is one.
    [[nodiscard]] bool isCloseDelimited() const;

private:
    void beginHead(QByteArrayView statusLine);
    void addField(QByteArrayView line);
    [[nodiscard]] bool isBodiless() const { return m_status == 204 || m_status == 304; }

    QByteArray m_block;     ///< the status line and the fields of the head that came last
    QByteArray m_length;    ///< its Content-Length, as a list
    QByteArray m_coding;    ///< its Transfer-Encoding, as a list without what stands for none
    QByteArray m_target;    ///< its first Location
    bool m_targets = false; ///< it has another one
    qsizetype m_bytes = 0;
    int m_lines = 0;
    int m_status = 0;
    bool m_inHead = false;
    bool m_complete = false;
    bool m_negotiates = false;
};

} // namespace trawl::transport

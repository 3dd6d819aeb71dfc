// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/inputbuffer.h"
#include "exchange/source.h"

namespace trawl::exchange {

/// The links of a page (a and area), as a browser resolves them: against <base>, the address that
/// browsers write into a page they save, or its canonical link, whichever comes first. It is read
/// as it comes, so a file of bookmarks may be of any size; no tree is made. References to the page
/// itself, scripts and mail addresses are passed over.
class HtmlSource : public Source
{
public:
    explicit HtmlSource(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;

private:
    enum class State : quint8 { Text, Mark, Tag, Comment, RawText };

    void takeByte(char c, QList<item::Link> &links);
    void takeTagByte(char c, QList<item::Link> &links);
    void endTag(QList<item::Link> &links);
    void endComment();
    void keep(char c);
    void setBase(QByteArrayView reference);
    void appendLink(QList<item::Link> &links, const QByteArray &reference) const;

    InputBuffer &m_input;
    State m_state = State::Text;
    QByteArray m_tag; ///< what stands between the angle brackets
    bool m_cut = false;
    char m_quote = 0;    ///< in an attribute's value
    char m_last = 0;     ///< the last byte of a tag that was no blank
    QByteArray m_rawEnd; ///< "</script"
    QByteArray m_base;
    qint64 m_line = 1;
    qint64 m_tagLine = 1;
};

} // namespace trawl::exchange

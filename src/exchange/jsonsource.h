// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/jsonrecord.h"
#include "exchange/source.h"
#include "exchange/tablelayout.h"

namespace trawl::exchange {

/// JSON and JSON Lines: texts that are links, and objects whose members are read as a table's
/// columns are, among them our own exports. In JSON they stand in an array, be it the whole file or
/// a member of one object ({"links": […]}). Every other value is an entry that cannot be used.
class JsonSource : public Source
{
public:
    JsonSource(InputBuffer &input, bool lines, std::optional<TableLayout> layout = {});
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override;

    /// The members that were met so far in the order of their first appearance, at most 200.
    [[nodiscard]] TableLayout layout() const;
    /// Takes the next object of links, for a look at it; false at the end.
    bool nextRecord();
    [[nodiscard]] const JsonRecord &record() const { return m_record; }

private:
    /// What the token ended.
    enum class Found : quint8 { Nothing, Link, Record, Unusable, Over };

    Found step(bool mayRead);
    Found takeOutside(JsonToken token);
    Found takeInArray(JsonToken token);
    [[nodiscard]] bool isListHere(JsonToken token) const;
    void beginRecord();
    void noteKeys();
    void append(QList<item::Link> &links);
    void appendEntry(QList<item::Link> &links, QByteArrayView url, bool cut) const;
    [[nodiscard]] const JsonRecord::Member *findLink();
    [[nodiscard]] Role roleOfKey(const QByteArray &key, bool isOfFiles = true) const;

    JsonScanner m_scanner;
    bool m_lines;
    std::optional<TableLayout> m_given;
    QByteArray m_linkKey; ///< by content
    JsonRecord m_record;
    JsonRecord m_outer;           ///< an object that stands outside of an array
    std::size_t m_arrayDepth = 0; ///< of the array of entries; 0 = not in one
    std::size_t m_passed = 0;     ///< depth of a value that is passed over; 0 = none
    bool m_inOuter = false;
    bool m_inRecord = false;
    bool m_nested = false; ///< the array of entries is a member of an object
    QList<QByteArray> m_keys;
    qint64 m_records = 0;
    qint64 m_found = 0;
};

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonwriter.h"

namespace trawl::exchange {

namespace {

void appendString(QByteArray &out, QByteArrayView text)
{
    out += '"';
    qsizetype copied = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c != '"' && c != '\\' && quint8(c) >= 0x20)
            continue;
        out.append(text.data() + copied, i - copied);
        copied = i + 1;
        if (quint8(c) < 0x20)
            out += "\\u00" + QByteArray::number(quint8(c) | 0x100, 16).right(2);
        else
            (out += '\\') += c;
    }
    out.append(text.data() + copied, text.size() - copied);
    out += '"';
}

} // namespace

JsonWriter::JsonWriter(const ExportTable &table, bool lines)
    : m_table(table)
    , m_lines(lines)
{
    for (qsizetype i = 0; i < table.size(); ++i) {
        QByteArray key(1, i == 0 ? '{' : ',');
        appendString(key, table.name(i));
        m_keys.append(key + ':');
    }
}

void JsonWriter::begin(QByteArray &out)
{
    out += m_lines ? "" : "[";
}

void JsonWriter::row(QByteArray &out, const item::Result &result)
{
    if (!m_lines)
        out += m_first ? "\n" : ",\n";
    m_first = false;
    for (qsizetype i = 0; i < m_table.size(); ++i) {
        out += m_keys[i];
        const auto cell = m_table.cell(result, i);
        if (cell.kind == CellKind::Null)
            out += "null";
        else if (cell.kind == CellKind::Text)
            appendString(out, cell.text);
        else
            out += cell.text;
    }
    out += m_lines ? "}\n" : "}";
}

void JsonWriter::end(QByteArray &out)
{
    out += m_lines ? "" : "\n]\n";
}

} // namespace trawl::exchange

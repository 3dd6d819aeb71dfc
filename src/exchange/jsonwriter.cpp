// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonwriter.h"

#include "item/unseen.h"

#include <algorithm>

namespace trawl::exchange {

namespace {

/// The same JSON with escapes for what a terminal or a reader of lines would act on.
QByteArray harmless(const QByteArray &json)
{
    const auto isAscii = [](char c) { return quint8(c) < 0x7f; };
    if (std::all_of(json.begin(), json.end(), isAscii))
        return json;
    const auto text = QString::fromUtf8(json);
    if (std::none_of(text.begin(), text.end(), item::isUnseen))
        return json;
    QString escaped;
    for (const auto c : text) {
        if (item::isUnseen(c))
            escaped += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return escaped.toUtf8();
}

QByteArray quoted(QByteArrayView text)
{
    QByteArray out(1, '"');
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
    return out;
}

} // namespace

JsonWriter::JsonWriter(const ExportTable &table, bool lines)
    : m_table(table)
    , m_lines(lines)
{
    for (qsizetype i = 0; i < table.size(); ++i) {
        m_keys.append((i == 0 ? '{' : ',') + harmless(quoted(table.name(i))) + ':');
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
            out += harmless(quoted(cell.text));
        else
            out += harmless(cell.text);
    }
    out += m_lines ? "}\n" : "}";
}

void JsonWriter::end(QByteArray &out)
{
    out += m_lines ? "" : "\n]\n";
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/curlconfigsource.h"
#include "exchange/bytes.h"
#include "exchange/curloptions.h"

#include <algorithm>
#include <utility>

namespace trawl::exchange {

namespace {

constexpr qsizetype maxGroupBytes = 64 * 1024 * 1024;

QByteArray unquoted(QByteArrayView text)
{
    constexpr QByteArrayView letters("tnrv");
    constexpr QByteArrayView meanings("\t\n\r\v");
    QByteArray out;
    for (qsizetype i = 1; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        else {
            out += text[i];
            continue;
        }
        const auto known = letters.indexOf(text[i]);
        out += known < 0 ? text[i] : meanings[known];
    }
    return out;
}

/// "--header", "header", "-H" and "-Hvalue" are all "header".
CurlConfigSource::Line withLongName(CurlConfigSource::Line line)
{
    if (line.option.startsWith("--")) {
        line.option.remove(0, 2);
    } else if (line.option.startsWith('-') && line.option.size() > 1) {
        if (line.option.size() > 2)
            line.value = line.option.sliced(2);
        line.option = curlLongName(line.option[1]).toByteArray();
    }
    return line;
}

} // namespace

CurlConfigSource::CurlConfigSource(InputBuffer &input)
    : m_lines(input, "\r\n")
{
}

auto CurlConfigSource::parseLine(QByteArrayView text) -> Line
{
    text = trimmed(text);
    if (text.isEmpty() || text.startsWith('#'))
        return {};
    const bool dashed = text.startsWith('-');
    const auto endsOption = [dashed](char c) {
        return c == ' ' || c == '\t' || (!dashed && (c == '=' || c == ':'));
    };
    const auto end = std::find_if(text.begin(), text.end(), endsOption) - text.begin();
    Line line{text.first(end).toByteArray(), {}};
    auto value = text.sliced(end);
    while (!value.isEmpty() && (endsOption(value.front()) || value.front() == '\0'))
        value = value.sliced(1);
    line.value = value.startsWith('"') ? unquoted(value) : takeWord(value).toByteArray();
    return line;
}

bool CurlConfigSource::read(QList<item::Link> &links, bool mayRead)
{
    if (m_ready) {
        if (m_ready->take(links))
            return true;
        m_ready.reset();
    }
    while (!m_ready && m_error.isEmpty()) {
        const auto piece = m_lines.next(mayRead);
        if (piece)
            take(*piece);
        else if (mayRead && m_open.hasUrl())
            closeGroup();
        else
            return false;
    }
    return m_error.isEmpty() && m_ready->take(links);
}

void CurlConfigSource::take(const Piece &piece)
{
    if (hasHttpScheme(trimmed(piece.text))) // no option of curl's, but not to be lost
        return m_open.add("url", trimmed(piece.text), piece.line);
    const auto line = withLongName(parseLine(piece.text));
    if (line.option.isEmpty())
        return;
    if (line.option == "next")
        return closeGroup();
    m_open.add(line.option, line.value, piece.line);
    if (piece.cut)
        m_open.refuse(QStringLiteral("line %1 is too long").arg(piece.line));
    if (m_open.size() > maxGroupBytes)
        m_error =
            QStringLiteral("has more than 64 MiB up to line %1 without a \"next\"").arg(piece.line);
}

void CurlConfigSource::closeGroup()
{
    if (m_open.hasUrl())
        m_ready = std::exchange(m_open, {});
    else
        m_open = {};
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/metaprescan.h"

#include "extract/charset.h"
#include "item/ascii.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace trawl::extract {

namespace {

constexpr qsizetype surePart = 1024;
constexpr qsizetype longestHead = 16 << 10;

/// utf-16 cannot be true where ASCII was read; "x-user-defined" is meant as windows-1252.
QByteArray asDeclaredInside(const QByteArray &charset)
{
    if (charset.startsWith("utf-16"))
        return "utf-8";
    return charset == "x-user-defined" ? QByteArray("windows-1252") : charset;
}

/// The charset within a meta's content ("text/html; charset=gbk").
QByteArray ofMetaContent(const QByteArray &content)
{
    const QByteArray lower = content.toLower();
    for (qsizetype at = lower.indexOf("charset"); at >= 0; at = lower.indexOf("charset", at)) {
        at += 7;
        while (at < lower.size() && item::isHtmlSpace(lower[at]))
            ++at;
        if (at >= lower.size() || lower[at] != '=')
            continue;
        ++at;
        while (at < lower.size() && item::isHtmlSpace(lower[at]))
            ++at;
        if (at >= lower.size())
            return {};
        if (lower[at] == '"' || lower[at] == '\'') {
            const qsizetype end = lower.indexOf(lower[at], at + 1);
            return end < 0 ? QByteArray() : charsetOfLabel(lower.sliced(at + 1, end - at - 1));
        }
        const auto ends = [](char c) { return item::isHtmlSpace(c) || c == ';'; };
        const auto end = std::find_if(lower.begin() + at, lower.end(), ends);
        return charsetOfLabel(lower.sliced(at, end - lower.begin() - at));
    }
    return {};
}

/// Reads tags and their attributes, no more.
class Prescan
{
public:
    explicit Prescan(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    QByteArray run()
    {
        for (; m_at < m_bytes.size(); ++m_at) {
            if (m_bytes[m_at] != '<')
                continue;
            const QByteArrayView rest = m_bytes.sliced(m_at);
            if (rest.startsWith("<!--")) {
                const qsizetype end = m_bytes.indexOf("-->", m_at + 2);
                if (end < 0)
                    return {};
                m_at = end + 2;
            } else if (const auto found = ofTag(rest); !found.isEmpty()) {
                return found;
            } else if (m_ended) {
                return {};
            }
        }
        return {};
    }

private:
    QByteArray ofTag(QByteArrayView rest)
    {
        const bool closes = rest.size() > 1 && rest[1] == '/';
        const qsizetype start = closes ? 2 : 1;
        if (rest.size() <= start)
            return {};
        if (!item::isLetter(rest[start])) {
            if (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')
                skipTo('>');
            return {};
        }
        m_at += start;
        const QByteArray name = word();
        if (name == "meta" && !closes)
            return ofMeta();
        m_ended = name == "body" && m_at > surePart;
        while (attribute()) {
        }
        return {};
    }

    QByteArray ofMeta()
    {
        bool pragma = false;
        std::optional<bool> needsPragma;
        QByteArray charset;
        while (const auto pair = attribute()) {
            const auto &[name, value] = *pair;
            if (name == "http-equiv") {
                pragma = value.toLower() == "content-type";
            } else if (name == "charset" && !needsPragma.has_value()) {
                charset = charsetOfLabel(value);
                needsPragma = false;
            } else if (name == "content" && charset.isEmpty() && !needsPragma.has_value()) {
                charset = ofMetaContent(value);
                if (!charset.isEmpty())
                    needsPragma = true;
            }
        }
        return needsPragma.value_or(true) && !pragma ? QByteArray() : asDeclaredInside(charset);
    }

    QByteArray word()
    {
        const qsizetype from = m_at;
        while (m_at < m_bytes.size() && !item::isHtmlSpace(m_bytes[m_at]) && m_bytes[m_at] != '>' &&
               m_bytes[m_at] != '/')
            ++m_at;
        return m_bytes.sliced(from, m_at - from).toByteArray().toLower();
    }

    /// The next name and value of the tag; nothing at its end, on which it stays.
    std::optional<std::pair<QByteArray, QByteArray>> attribute()
    {
        skipWhile([](char c) { return item::isHtmlSpace(c) || c == '/'; });
        if (m_at >= m_bytes.size() || m_bytes[m_at] == '>')
            return std::nullopt;
        const qsizetype from = m_at;
        skipWhile([this, from](char c) {
            return !item::isHtmlSpace(c) && c != '/' && c != '>' && (c != '=' || m_at == from);
        });
        const QByteArray name = m_bytes.sliced(from, m_at - from).toByteArray().toLower();
        skipWhile(item::isHtmlSpace);
        if (m_at >= m_bytes.size() || m_bytes[m_at] != '=')
            return std::pair(name, QByteArray());
        ++m_at;
        skipWhile(item::isHtmlSpace);
        return std::pair(name, value());
    }

    QByteArray value()
    {
        if (m_at >= m_bytes.size())
            return {};
        const char quote = m_bytes[m_at];
        if (quote == '"' || quote == '\'') {
            const qsizetype from = ++m_at;
            skipTo(quote);
            const QByteArray result = m_bytes.sliced(from, m_at - from).toByteArray();
            m_at = std::min(m_at + 1, m_bytes.size());
            return result;
        }
        const qsizetype from = m_at;
        skipWhile([](char c) { return !item::isHtmlSpace(c) && c != '>'; });
        return m_bytes.sliced(from, m_at - from).toByteArray();
    }

    template <typename Predicate> void skipWhile(Predicate predicate)
    {
        while (m_at < m_bytes.size() && predicate(m_bytes[m_at]))
            ++m_at;
    }

    void skipTo(char c)
    {
        skipWhile([c](char other) { return other != c; });
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_ended = false;
};

/// Of <?xml version="1.0" encoding="…"?> at the very beginning.
QByteArray ofXmlDeclaration(QByteArrayView bytes)
{
    if (!bytes.startsWith("<?xml"))
        return {};
    const qsizetype end = bytes.indexOf('>');
    const QByteArray head = bytes.first(std::max<qsizetype>(end, 0)).toByteArray();
    qsizetype at = head.indexOf("encoding");
    if (at < 0)
        return {};
    at += 8;
    while (at < head.size() && (item::isHtmlSpace(head[at]) || head[at] == '='))
        ++at;
    if (at >= head.size() || (head[at] != '"' && head[at] != '\''))
        return {};
    const qsizetype close = head.indexOf(head[at], at + 1);
    return close < 0 ? QByteArray()
                     : asDeclaredInside(charsetOfLabel(head.sliced(at + 1, close - at - 1)));
}

} // namespace

QByteArray prescanCharset(QByteArrayView bytes)
{
    using namespace std::string_view_literals;
    const QByteArrayView head = bytes.first(std::min(bytes.size(), longestHead));
    if (head.startsWith(QByteArrayView("<\0?\0x\0"sv)))
        return "utf-16le";
    if (head.startsWith(QByteArrayView("\0<\0?\0x"sv)))
        return "utf-16be";
    if (const QByteArray charset = ofXmlDeclaration(head); !charset.isEmpty())
        return charset;
    return Prescan(head).run();
}

} // namespace trawl::extract

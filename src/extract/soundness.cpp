// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/soundness.h"
#include "item/ascii.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace trawl::extract {

namespace {

constexpr int mostOpen = 20'000; ///< well over maxDepth: some of it is closed by implication
constexpr int mostAttributes = 5'000;
constexpr qint64 mostWork = 1'000'000'000; ///< looks at open elements; a few seconds

constexpr quint32 hashOf(QByteArrayView name)
{
    quint32 hash = 2166136261u; // FNV-1a
    for (const char c : name)
        hash = (hash ^ quint8(item::toLower(c))) * 16777619u;
    return hash;
}

constexpr auto hashesOf(auto... names)
{
    return std::array{
        hashOf(QByteArrayView(names, qsizetype(std::char_traits<char>::length(names))))...};
}

template <typename Hashes> bool holds(const Hashes &hashes, quint32 hash)
{
    return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

/// Elements that have no end tag, or whose end is implied by the next of them.
constexpr auto shallow =
    hashesOf("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
             "source", "track", "wbr", "p", "a", "li", "dt", "dd", "option", "optgroup", "tr", "td",
             "th", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body");
/// Gumbo is older than these and does not know that they end a paragraph.
constexpr auto young = hashesOf("dialog", "search");
constexpr auto foreign = hashesOf("svg", "math");
constexpr auto rawText = hashesOf("script", "style", "textarea", "title", "xmp");

class Scan
{
public:
    explicit Scan(QByteArrayView html)
        : m_html(html)
    {
    }

    Soundness run()
    {
        auto why = whyUnsound();
        return {std::move(why), std::move(m_young)};
    }

private:
    std::optional<QString> whyUnsound()
    {
        while (toNextTag()) {
            const bool closes = at(m_at) == '/';
            m_at += closes;
            const auto from = m_at;
            const quint32 name = tagName();
            if (!m_foreign && holds(young, name))
                m_young.push_back(from);
            const int attributes = skipAttributes();
            if (attributes > mostAttributes)
                return QStringLiteral("an element has more than %1 attributes").arg(mostAttributes);
            const bool empty = m_at > 0 && at(m_at) == '>' && at(m_at - 1) == '/';
            closes ? close(name) : open(name, empty);
            if (m_open > mostOpen)
                return QStringLiteral("elements are nested too deep");
            if (m_work > mostWork)
                return QStringLiteral("too many stray tags within deep nesting");
        }
        return std::nullopt;
    }

    char at(qsizetype i) const { return i < m_html.size() ? m_html[i] : '\0'; }

    /// Goes behind the next '<' or "</" that a name follows.
    bool toNextTag()
    {
        for (; m_at < m_html.size(); ++m_at) {
            const void *found =
                std::memchr(m_html.data() + m_at, '<', size_t(m_html.size() - m_at));
            if (!found)
                return false;
            m_at = static_cast<const char *>(found) - m_html.data();
            if (item::isLetter(at(m_at + 1)) ||
                (at(m_at + 1) == '/' && item::isLetter(at(m_at + 2)))) {
                ++m_at;
                return true;
            }
            if (m_html.sliced(m_at).startsWith("<!--")) {
                const qsizetype end = m_html.indexOf("-->", m_at + 2);
                if (end < 0)
                    return false;
                m_at = end + 2;
            }
        }
        return false;
    }

    quint32 tagName()
    {
        const qsizetype from = m_at;
        while (m_at < m_html.size() && !item::isHtmlSpace(at(m_at)) && at(m_at) != '>' &&
               at(m_at) != '/')
            ++m_at;
        return hashOf(m_html.sliced(from, m_at - from));
    }

    int skipAttributes()
    {
        int count = 0;
        for (;; ++count) {
            while (m_at < m_html.size() && (item::isHtmlSpace(at(m_at)) || at(m_at) == '/'))
                ++m_at;
            if (m_at >= m_html.size() || at(m_at) == '>')
                return count;
            skipAttribute();
        }
    }

    void skipAttribute()
    {
        ++m_at; // a '=' may be the first letter of a name
        while (m_at < m_html.size() && !item::isHtmlSpace(at(m_at)) &&
               !std::strchr("/>=", at(m_at)))
            ++m_at;
        skipSpace();
        if (at(m_at) != '=')
            return;
        ++m_at;
        skipSpace();
        const char quote = at(m_at);
        if (quote == '"' || quote == '\'') {
            const qsizetype end = m_html.indexOf(quote, m_at + 1);
            m_at = end < 0 ? m_html.size() : end + 1;
            return;
        }
        while (m_at < m_html.size() && !item::isHtmlSpace(at(m_at)) && at(m_at) != '>')
            ++m_at;
    }

    void skipSpace()
    {
        while (m_at < m_html.size() && item::isHtmlSpace(at(m_at)))
            ++m_at;
    }

    void open(quint32 name, bool empty)
    {
        m_foreign |= holds(foreign, name);
        if (holds(rawText, name) && !m_foreign) {
            skipRawText(name);
        } else if (m_foreign ? !empty : !holds(shallow, name)) {
            ++m_counts[name % m_counts.size()];
            ++m_open;
        }
    }

    void close(quint32 name)
    {
        int &count = m_counts[name % m_counts.size()];
        if (count > 0) {
            --count;
            --m_open;
        } else {
            m_work += m_open;
        }
    }

    /// Behind the end tag of an element that holds no tags.
    void skipRawText(quint32 name)
    {
        for (; m_at < m_html.size(); ++m_at) {
            m_at = m_html.indexOf("</", m_at);
            if (m_at < 0) {
                m_at = m_html.size();
                return;
            }
            m_at += 2;
            const qsizetype from = m_at;
            if (tagName() == name)
                return;
            m_at = from;
        }
    }

    QByteArrayView m_html;
    qsizetype m_at = 0;
    std::array<int, 4096> m_counts{}; ///< open elements by name; a collision does no harm
    std::vector<qsizetype> m_young;
    int m_open = 0;
    qint64 m_work = 0;
    bool m_foreign = false; ///< there even a <td> nests
};

} // namespace

Soundness checkSoundness(QByteArrayView html)
{
    return Scan(html).run();
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/microdata.h"

#include "extract/nodes.h"
#include "item/weburl.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <string_view>
#include <vector>

namespace trawl::extract {

namespace {

constexpr int maxNested = 64;
constexpr qint64 maxNodes = 5'000'000;          ///< nodes looked at
constexpr qsizetype maxValueChars = 32'000'000; ///< of all values together

std::optional<QString> attribute(const xmlNode *element, const char *name)
{
    return attributeOf(element, name);
}

QStringList tokens(const xmlNode *element, const char *name)
{
    return attribute(element, name)
        .value_or(QString())
        .simplified()
        .split(u' ', Qt::SkipEmptyParts);
}

bool isItem(const xmlNode *node)
{
    return attribute(node, "itemscope").has_value();
}

class Reader
{
public:
    Reader(const xmlDoc *document, const QByteArray &base, Effort &effort)
        : m_root(xmlDocGetRootElement(document))
        , m_base(base)
        , m_effort(effort)
    {
    }

    Microdata run()
    {
        Microdata result;
        for (xmlNode *node = m_root; node && step(); node = nextInTree(node, m_root)) {
            if (isElement(node) && isItem(node) && !attribute(node, "itemprop"))
                result.items.append(item(node));
        }
        result.isCut = m_isCut || m_isDeep;
        return result;
    }

private:
    bool step()
    {
        if (--m_steps < 0 || m_chars < 0 || m_effort.isSpent())
            m_isCut = true;
        else if (m_steps % 1'024 == 0)
            charge();
        return !m_isCut;
    }

    void charge()
    {
        const auto now = Effort::now();
        m_effort.use(now - m_since);
        m_since = now;
    }

    QJsonObject item(xmlNode *node)
    {
        QJsonObject result;
        if (const auto types = tokens(node, "itemtype"); !types.isEmpty())
            result.insert(QStringLiteral("type"), QJsonArray::fromStringList(types));
        if (const auto id = attribute(node, "itemid"))
            result.insert(QStringLiteral("id"), url(*id));
        m_open.push_back(node);
        QHash<QString, QJsonArray> properties;
        for (xmlNode *property : propertiesOf(node)) {
            if (!step())
                break;
            const QJsonValue value = valueOfProperty(property);
            for (const auto &name : tokens(property, "itemprop"))
                properties[name].append(value);
        }
        m_open.pop_back();
        QJsonObject object;
        for (auto it = properties.cbegin(); it != properties.cend(); ++it)
            object.insert(it.key(), it.value());
        result.insert(QStringLiteral("properties"), object);
        return result;
    }

    /// "The properties of an item", in tree order: what is within it but not within other items,
    /// and within the elements that it refers to.
    std::vector<xmlNode *> propertiesOf(xmlNode *owner)
    {
        std::vector<xmlNode *> result;
        QSet<const xmlNode *> seen{owner};
        for (xmlNode *child = owner->children; child; child = child->next)
            collect(child, seen, result);
        const auto references = tokens(owner, "itemref");
        for (const auto &id : references) {
            if (xmlNode *element = elementOf(id))
                collect(element, seen, result);
        }
        if (!references.isEmpty()) {
            std::sort(result.begin(), result.end(),
                      [this](auto *a, auto *b) { return m_order[a] < m_order[b]; });
        }
        return result;
    }

    void collect(xmlNode *top, QSet<const xmlNode *> &seen, std::vector<xmlNode *> &result)
    {
        for (xmlNode *node = top; node && step();) {
            const bool fresh = isElement(node) && !seen.contains(node);
            if (fresh) {
                seen.insert(node);
                if (!tokens(node, "itemprop").isEmpty())
                    result.push_back(node);
            }
            node = fresh && !isItem(node) ? nextInTree(node, top) : nextBeside(node, top);
        }
    }

    /// By its id; the first of that id counts.
    xmlNode *elementOf(const QString &id)
    {
        if (m_order.isEmpty()) {
            for (xmlNode *node = m_root; node && step(); node = nextInTree(node, m_root)) {
                m_order.insert(node, m_order.size());
                const auto own = isElement(node) ? attribute(node, "id") : std::nullopt;
                if (own && !m_byId.contains(*own))
                    m_byId.insert(*own, node);
            }
        }
        return m_byId.value(id);
    }

    QJsonValue valueOfProperty(xmlNode *node)
    {
        if (isItem(node)) {
            const bool loop = std::find(m_open.begin(), m_open.end(), node) != m_open.end();
            if (loop || m_open.size() >= maxNested) {
                m_isDeep = m_isDeep || !loop;
                return QStringLiteral("ERROR");
            }
            return item(node);
        }
        const QString text = textOfProperty(node);
        m_chars -= text.size();
        return text;
    }

    QString textOfProperty(const xmlNode *node)
    {
        struct Source
        {
            std::string_view element;
            const char *attribute;
            bool isUrl;
        };
        static constexpr Source sources[] = {
            {"audio", "src", true},    {"embed", "src", true},     {"iframe", "src", true},
            {"img", "src", true},      {"source", "src", true},    {"track", "src", true},
            {"video", "src", true},    {"a", "href", true},        {"area", "href", true},
            {"link", "href", true},    {"object", "data", true},   {"data", "value", false},
            {"meter", "value", false}, {"time", "datetime", false}};
        const std::string_view name(reinterpret_cast<const char *>(node->name));
        const auto *own =
            std::find_if(std::begin(sources), std::end(sources),
                         [&](const Source &source) { return name == source.element; });
        if (own != std::end(sources)) {
            if (const auto value = attribute(node, own->attribute))
                return own->isUrl ? url(*value) : *value;
        }
        // Of meta by the standard, of any element by schema.org's own examples.
        if (const auto content = attribute(node, "content"))
            return *content;
        const bool isEmpty = name == "meta" || (own != std::end(sources) && name != "time");
        return isEmpty ? QString() : rawText(node);
    }

    [[nodiscard]] QString url(const QString &text) const
    {
        if (text.isEmpty())
            return text;
        const auto resolved = item::resolveUrl(m_base, text.toUtf8());
        return resolved ? QString::fromUtf8(*resolved) : text.trimmed();
    }

    xmlNode *m_root;
    const QByteArray &m_base;
    Effort &m_effort;
    qint64 m_steps = maxNodes;
    qint64 m_chars = maxValueChars;
    qint64 m_since = Effort::now();
    bool m_isCut = false;                ///< there is more than may be looked at
    bool m_isDeep = false;               ///< items lie deeper in each other than is looked at
    std::vector<const xmlNode *> m_open; ///< the items that lead to the current one
    QHash<const xmlNode *, qsizetype> m_order;
    QHash<QString, xmlNode *> m_byId;
};

} // namespace

Microdata readMicrodata(const xmlDoc *document, const QByteArray &base, Effort &effort)
{
    return Reader(document, base, effort).run();
}

} // namespace trawl::extract

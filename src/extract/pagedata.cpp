// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pagedata.h"

#include "extract/lenientjson.h"
#include "extract/microdata.h"
#include "extract/nodes.h"

namespace trawl::extract {

namespace {

bool isJsonLd(const xmlNode *node)
{
    const QString type = attributeOf(node, "type").value_or(QString());
    return type.section(u';', 0, 0)
               .trimmed()
               .compare(u"application/ld+json", Qt::CaseInsensitive) == 0;
}

} // namespace

std::vector<xmlNode *> elementsOf(const xmlDoc *document, const char *name)
{
    std::vector<xmlNode *> result;
    xmlNode *const root = xmlDocGetRootElement(document);
    for (xmlNode *node = root; node; node = nextInTree(node, root)) {
        if (isElement(node) && xmlStrEqual(node->name, reinterpret_cast<const xmlChar *>(name)))
            result.push_back(node);
    }
    return result;
}

PageData::PageData(const xmlDoc *document, QByteArray base)
    : m_document(document)
    , m_base(std::move(base))
{
}

const PageData::Found &PageData::jsonLd()
{
    if (m_jsonLd)
        return *m_jsonLd;
    m_jsonLd.emplace();
    int broken = 0;
    for (const xmlNode *node : elementsOf(m_document, "script")) {
        if (!isJsonLd(node))
            continue;
        const auto read = readLenientJson(rawText(node));
        broken += read.broken;
        for (const auto &value : read.values)
            m_jsonLd->objects.append(value);
    }
    if (broken > 0)
        m_jsonLd->note = QStringLiteral("JSON-LD that is no JSON: %1").arg(broken);
    return *m_jsonLd;
}

const PageData::Found &PageData::microdata(Effort &effort)
{
    if (!m_microdata) {
        auto read = readMicrodata(m_document, m_base, effort);
        m_microdata = {std::move(read.items),
                       read.isCut ? QStringLiteral("more microdata than is looked at") : QString()};
    }
    return *m_microdata;
}

} // namespace trawl::extract

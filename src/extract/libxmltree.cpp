// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/libxmltree.h"

#include "extract/nodes.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <limits>

namespace trawl::extract {

namespace {

struct ContextDeleter
{
    void operator()(xmlParserCtxt *context) const { xmlFreeParserCtxt(context); }
};
using ContextPointer = std::unique_ptr<xmlParserCtxt, ContextDeleter>;

struct HtmlContextDeleter
{
    void operator()(htmlParserCtxt *context) const { htmlFreeParserCtxt(context); }
};

extern "C" {

void keepSilent(void *, const char *, ...) {}

#if LIBXML_VERSION >= 21200
void keepStructuredSilent(void *, const xmlError *) {}
#else
void keepStructuredSilent(void *, xmlError *) {}
#endif

void stopWhenDeep(xmlParserCtxt *context)
{
    if (context->nodeNr <= maxDepth)
        return;
    *static_cast<bool *>(context->_private) = true;
    xmlStopParser(context);
}

/// The parser leaves out "&amp;" and its like from the first error on; a feed with a mistake is
/// worth more than that.
void goOn(xmlParserCtxt *context)
{
    context->wellFormed = 1;
}

void startHtmlElement(void *context, const xmlChar *name, const xmlChar **attributes)
{
    xmlSAX2StartElement(context, name, attributes);
    stopWhenDeep(static_cast<xmlParserCtxt *>(context));
}

void startXmlElement(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **namespaceList, int attributes, int defaulted,
                     const xmlChar **attributeList)
{
    goOn(static_cast<xmlParserCtxt *>(context));
    xmlSAX2StartElementNs(context, name, prefix, uri, namespaces, namespaceList, attributes,
                          defaulted, attributeList);
    stopWhenDeep(static_cast<xmlParserCtxt *>(context));
}

void addCharacters(void *context, const xmlChar *text, int length)
{
    goOn(static_cast<xmlParserCtxt *>(context));
    xmlSAX2Characters(context, text, length);
}

xmlEntity *onlyPredefined(void *, const xmlChar *name)
{
    return xmlGetPredefinedEntity(name);
}

} // extern "C"

const QString tooDeep = QStringLiteral("elements are nested too deep");

/// The five entities of XML are all there are: none is declared, none is loaded.
void withoutEntities(xmlSAXHandler *sax)
{
    sax->internalSubset = nullptr;
    sax->externalSubset = nullptr;
    sax->resolveEntity = nullptr;
    sax->entityDecl = nullptr;
    sax->unparsedEntityDecl = nullptr;
    sax->notationDecl = nullptr;
    sax->attributeDecl = nullptr;
    sax->elementDecl = nullptr;
    sax->getParameterEntity = nullptr;
    sax->getEntity = onlyPredefined;
}

/// Unprefixed names leave their namespace, so that XPath finds them by what is written there.
void dropDefaultNamespaces(xmlNode *root)
{
    for (xmlNode *node = root; node; node = nextInTree(node, root)) {
        if (node->type == XML_ELEMENT_NODE && node->ns && !node->ns->prefix)
            node->ns = nullptr;
    }
}

} // namespace

void prepareLibxml()
{
    [[maybe_unused]] static const bool once = (xmlInitParser(), true);
    thread_local bool silent = false;
    if (silent)
        return;
    xmlSetGenericErrorFunc(nullptr, keepSilent);
    xmlSetStructuredErrorFunc(nullptr, keepStructuredSilent);
    silent = true;
}

tl::expected<DocPointer, QString> makeFastTree(const QByteArray &utf8)
{
    prepareLibxml();
    QByteArray html = utf8.trimmed();
    html.removeIf([](char c) { return c == '\0'; });
    if (html.isEmpty())
        html = "<html/>";
    if (html.size() > std::numeric_limits<int>::max() / 2)
        return tl::unexpected(QStringLiteral("larger than a page can be"));
    const std::unique_ptr<htmlParserCtxt, HtmlContextDeleter> context(htmlNewParserCtxt());
    if (!context)
        return tl::unexpected(QStringLiteral("no memory"));
    bool deep = false;
    context->_private = &deep;
    context->sax->startElement = startHtmlElement;
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_COMPACT |
                            HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | int(XML_PARSE_HUGE);
    DocPointer doc(htmlCtxtReadMemory(context.get(), html.constData(), int(html.size()), nullptr,
                                      "UTF-8", options));
    if (deep)
        return tl::unexpected(tooDeep);
    if (!doc || !xmlDocGetRootElement(doc.get()))
        return html == "<html/>"
                   ? tl::expected<DocPointer, QString>(tl::unexpected(QStringLiteral("no memory")))
                   : makeFastTree({});
    return doc;
}

tl::expected<DocPointer, QString> makeXmlTree(const QByteArray &utf8)
{
    prepareLibxml();
    const QByteArray xml = utf8.trimmed();
    if (xml.size() > std::numeric_limits<int>::max() / 2)
        return tl::unexpected(QStringLiteral("larger than a page can be"));
    const ContextPointer context(xmlNewParserCtxt());
    if (!context)
        return tl::unexpected(QStringLiteral("no memory"));
    bool deep = false;
    context->_private = &deep;
    withoutEntities(context->sax);
    context->sax->startElementNs = startXmlElement;
    context->sax->characters = addCharacters;
    constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_COMPACT |
                            XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
                            XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
    DocPointer doc(xmlCtxtReadMemory(context.get(), xml.constData(), int(xml.size()), nullptr,
                                     "UTF-8", options));
    if (deep)
        return tl::unexpected(tooDeep);
    if (!doc || !xmlDocGetRootElement(doc.get()))
        return tl::unexpected(QStringLiteral("no XML"));
    dropDefaultNamespaces(xmlDocGetRootElement(doc.get()));
    return doc;
}

} // namespace trawl::extract

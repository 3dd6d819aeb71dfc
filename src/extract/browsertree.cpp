// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/browsertree.h"

#include "extract/arena.h"
#include "extract/doctype.h"
#include "extract/libxmltree.h"
#include "extract/places.h"

#include <libxml/HTMLtree.h>
#include <libxml/dict.h>

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <ctime>
#include <vector>

namespace trawl::extract {

namespace {

qint64 threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

/// Gumbo's memory, with a way out of a parse that takes too much memory or time: Gumbo itself can
/// neither be stopped nor told that memory is short. Nothing is lost by leaving it in the middle,
/// since all that it holds lies in the arena.
struct Budget
{
    Arena arena;
    std::jmp_buf wayOut;
    std::size_t mostBytes = 0;
    qint64 deadlineMs = 0; ///< of this thread's CPU time
    unsigned allocations = 0;

    explicit Budget(std::size_t page)
        : mostBytes((std::size_t(64) << 20) + page * 64)
        , deadlineMs(threadCpuMs() + 5'000 + qint64(page >> 11))
    {
    }

    [[nodiscard]] bool isSpent()
    {
        return arena.size() > mostBytes ||
               (++allocations % 4096 == 0 && threadCpuMs() > deadlineMs);
    }
};

extern "C" {

void *takeMemory(void *budget, size_t size)
{
    auto *own = static_cast<Budget *>(budget);
    void *piece = own->isSpent() ? nullptr : own->arena.allocate(size);
    if (!piece)
        std::longjmp(own->wayOut, 1);
    return piece;
}

void giveMemory(void *budget, void *piece)
{
    static_cast<Budget *>(budget)->arena.release(piece);
}

} // extern "C"

/// nullptr = the budget is spent. A frame of its own without anything to destroy, for longjmp.
const GumboOutput *parseWithin(Budget &budget, const GumboOptions &options, const char *html,
                               std::size_t size)
{
    if (setjmp(budget.wayOut) != 0)
        return nullptr;
    return gumbo_parse_with_options(&options, html, size);
}

const xmlChar *asXml(const char *text)
{
    return reinterpret_cast<const xmlChar *>(text);
}

bool isGumboText(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

bool isGumboElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

const GumboNode *childAt(const GumboVector &children, unsigned index)
{
    return static_cast<const GumboNode *>(children.data[index]);
}

/// Gumbo takes the tags of elements that it is too old for (isYoung()) as tags of this one, which
/// has as many letters and the same rules: it ends a paragraph.
constexpr auto standIn = GUMBO_TAG_CENTER;

bool isYoung(const QByteArray &name)
{
    return name == "dialog" || name == "search";
}

/// What Gumbo is given: of the same length, so that places stay as they are. It compares the public
/// identifiers of doctypes as a whole; a page without one is in quirks mode too.
QByteArray mended(const QByteArray &utf8, const std::vector<qsizetype> &youngTags)
{
    const auto doctype = quirksDoctype(utf8);
    if (youngTags.empty() && doctype.isEmpty())
        return utf8;
    QByteArray result = utf8;
    if (!doctype.isEmpty())
        std::fill_n(result.begin() + (doctype.data() - utf8.constData()), doctype.size(), ' ');
    const QByteArrayView name(gumbo_normalized_tagname(standIn));
    for (const auto at : youngTags)
        std::copy(name.begin(), name.end(), result.begin() + at);
    return result;
}

void link(xmlNode *parent, xmlNode *child)
{
    child->parent = parent;
    child->prev = parent->last;
    (parent->last ? parent->last->next : parent->children) = child;
    parent->last = child;
}

/// Copies Gumbo's tree without recursion.
class Copier
{
public:
    /// `parsed` is what Gumbo was given for `source`, of the same length.
    Copier(xmlDoc *doc, const QByteArray &parsed, const QByteArray &source)
        : m_doc(doc)
        , m_parsed(parsed)
        , m_source(source)
    {
    }

    /// False = it is too deep or there is no memory.
    bool copy(const GumboNode *document)
    {
        m_open.push_back({&document->v.document.children, 0, reinterpret_cast<xmlNode *>(m_doc)});
        while (!m_open.empty()) {
            Frame &frame = m_open.back();
            if (frame.next == frame.children->length)
                m_open.pop_back();
            else if (!step(frame))
                return false;
        }
        return true;
    }

private:
    struct Frame
    {
        const GumboVector *children;
        unsigned next;
        xmlNode *parent;
    };

    bool step(Frame &frame)
    {
        const GumboNode *node = childAt(*frame.children, frame.next++);
        if (isGumboElement(node)) {
            xmlNode *element = elementOf(node->v.element);
            if (!element || m_open.size() > std::size_t(maxDepth))
                return xmlFreeNode(element), false;
            link(frame.parent, element);
            setPlace(element, placeOfElement(node->v.element));
            addAttributes(element, node->v.element.attributes);
            m_open.push_back({&node->v.element.children, 0, element});
            return true;
        }
        xmlNode *leaf = isGumboText(node) ? textOf(frame, node)
                                          : xmlNewDocComment(m_doc, asXml(node->v.text.text));
        if (!leaf)
            return false;
        link(frame.parent, leaf);
        return true;
    }

    /// One text for all that stand side by side, as XPath wants it.
    xmlNode *textOf(Frame &frame, const GumboNode *node)
    {
        const auto &children = *frame.children;
        auto place = placeOf(node->v.text.original_text);
        if (frame.next == children.length || !isGumboText(childAt(children, frame.next)))
            return placed(xmlNewDocText(m_doc, asXml(node->v.text.text)), place);
        QByteArray text(node->v.text.text);
        while (frame.next < children.length && isGumboText(childAt(children, frame.next))) {
            const auto &more = childAt(children, frame.next++)->v.text;
            text += more.text;
            place.to = placeOf(more.original_text).to;
        }
        return placed(xmlNewDocText(m_doc, asXml(text.constData())), place);
    }

    static xmlNode *placed(xmlNode *text, ByteRange place)
    {
        if (text)
            setPlace(text, place);
        return text;
    }

    /// Empty = it is not of the source.
    ByteRange placeOf(const GumboStringPiece &piece) const
    {
        const auto *begin = m_parsed.constData();
        if (piece.length == 0 || piece.data < begin || piece.data >= begin + m_parsed.size())
            return {};
        return {piece.data - begin, piece.data - begin + qint64(piece.length)};
    }

    /// From its start tag to its end tag, or to where another tag ended it.
    ByteRange placeOfElement(const GumboElement &element) const
    {
        auto place = placeOf(element.original_tag);
        if (place.to == 0)
            return {};
        const auto end = placeOf(element.original_end_tag);
        place.to = std::max({place.to, end.to, qint64(element.end_pos.offset)});
        place.to = std::min<qint64>(place.to, m_source.size());
        return place;
    }

    xmlNode *elementOf(const GumboElement &element)
    {
        return xmlNewDocNodeEatName(m_doc, nullptr, const_cast<xmlChar *>(nameOf(element)),
                                    nullptr);
    }

    const xmlChar *nameOf(const GumboElement &element)
    {
        GumboStringPiece text = element.original_tag;
        const bool svg = element.tag_namespace == GUMBO_NAMESPACE_SVG;
        if (element.tag == standIn)
            return intern(nameBehind(element).constData());
        if (!svg && element.tag != GUMBO_TAG_UNKNOWN)
            return intern(gumbo_normalized_tagname(element.tag));
        gumbo_tag_from_original_text(&text);
        if (const char *adjusted = svg ? gumbo_normalize_svg_tagname(&text) : nullptr)
            return intern(adjusted);
        if (element.tag != GUMBO_TAG_UNKNOWN)
            return intern(gumbo_normalized_tagname(element.tag));
        const QByteArray name = QByteArrayView(text.data, qsizetype(text.length)).toByteArray();
        return intern(name.isEmpty() ? "unknown" : name.toLower().constData());
    }

    /// Of an element that may be a stand-in for a younger one.
    QByteArray nameBehind(const GumboElement &element) const
    {
        const QByteArray own = gumbo_normalized_tagname(element.tag);
        const auto place = placeOf(element.original_tag);
        const auto written = m_source.mid(place.from + 1, own.size()).toLower();
        return place.to > 0 && isYoung(written) ? written : own;
    }

    const xmlChar *intern(const char *name) { return xmlDictLookup(m_doc->dict, asXml(name), -1); }

    void addAttributes(xmlNode *element, const GumboVector &attributes)
    {
        for (unsigned i = 0; i < attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(attributes.data[i]);
            auto *made =
                xmlNewNsPropEatName(element, nullptr, const_cast<xmlChar *>(nameOf(*attribute)),
                                    asXml(attribute->value));
            if (made)
                setPlace(made, placeOf(attribute->original_value));
        }
    }

    const xmlChar *nameOf(const GumboAttribute &attribute)
    {
        switch (attribute.attr_namespace) {
        case GUMBO_ATTR_NAMESPACE_XLINK:
            return intern((QByteArray("xlink:") + attribute.name).constData());
        case GUMBO_ATTR_NAMESPACE_XML:
            return intern((QByteArray("xml:") + attribute.name).constData());
        default:
            return intern(attribute.name);
        }
    }

    xmlDoc *m_doc;
    const QByteArray &m_parsed;
    const QByteArray &m_source;
    std::vector<Frame> m_open;
};

} // namespace

tl::expected<DocPointer, QString> makeBrowserTree(const QByteArray &utf8,
                                                  const std::vector<qsizetype> &youngTags)
{
    const QByteArray html = mended(utf8, youngTags);
    prepareLibxml();
    Budget budget{std::size_t(utf8.size())};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = takeMemory;
    options.deallocator = giveMemory;
    options.userdata = &budget;
    options.max_errors = 0;
    const GumboOutput *output =
        parseWithin(budget, options, html.constData(), std::size_t(html.size()));
    if (!output)
        return tl::unexpected(QStringLiteral("it would take too much memory or time"));
    DocPointer doc(htmlNewDocNoDtD(nullptr, nullptr));
    if (!doc || !(doc->dict = xmlDictCreate()))
        return tl::unexpected(QStringLiteral("no memory"));
    if (!Copier(doc.get(), html, utf8).copy(output->document))
        return tl::unexpected(QStringLiteral("elements are nested too deep"));
    return doc;
}

} // namespace trawl::extract

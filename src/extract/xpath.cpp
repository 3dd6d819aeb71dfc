// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/xpath.h"

#include "extract/libxmltree.h"
#include "extract/nodes.h"

#include <libxml/xpathInternals.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <vector>

namespace trawl::extract {

namespace {

constexpr qsizetype longestExpression = 16 << 10;
constexpr int deepestBrackets = 100; ///< libxml2 goes down by recursion
constexpr qint64 nsPerStep = 20;     ///< what libxml2 counts as one, at least

struct ExpressionDeleter
{
    void operator()(xmlXPathCompExpr *expression) const { xmlXPathFreeCompExpr(expression); }
};
using Expression = std::unique_ptr<xmlXPathCompExpr, ExpressionDeleter>;

struct ObjectDeleter
{
    void operator()(xmlXPathObject *object) const { xmlXPathFreeObject(object); }
};

struct XPathContextDeleter
{
    void operator()(xmlXPathContext *context) const { xmlXPathFreeContext(context); }
};

/// The first error, kept instead of printed.
struct Complaint
{
    int code = 0;
    int position = 0; ///< in bytes
};

#if LIBXML_VERSION >= 21200
using ErrorPointer = const xmlError *;
#else
using ErrorPointer = xmlError *;
#endif

extern "C" void keepComplaint(void *complaint, ErrorPointer error)
{
    auto *own = static_cast<Complaint *>(complaint);
    if (own->code != 0 || !error)
        return;
    own->code = error->code;
    own->position = error->int1;
}

/// libxml2 gives no text with its errors.
const char *wordsOf(int code)
{
    switch (code) {
    case XML_XPATH_NUMBER_ERROR:
        return "a number is not well-formed";
    case XML_XPATH_UNFINISHED_LITERAL_ERROR:
        return "the literal has no end";
    case XML_XPATH_VARIABLE_REF_ERROR:
    case XML_XPATH_UNDEF_VARIABLE_ERROR:
        return "there are no variables";
    case XML_XPATH_INVALID_PREDICATE_ERROR:
        return "a predicate is not well-formed";
    case XML_XPATH_UNCLOSED_ERROR:
        return "a bracket is not closed";
    case XML_XPATH_UNKNOWN_FUNC_ERROR:
        return "there is no such function";
    case XML_XPATH_INVALID_TYPE:
    case XML_XPATH_INVALID_OPERAND:
        return "a value is of the wrong type";
    case XML_XPATH_INVALID_ARITY:
        return "a function has too many or too few arguments";
    case XML_XPATH_UNDEF_PREFIX_ERROR:
        return "the prefix is not declared";
    default:
        return "the expression is not well-formed";
    }
}

QString spoken(const Complaint &complaint)
{
    const QString words = QLatin1StringView(wordsOf(complaint.code));
    return complaint.position > 0
               ? QStringLiteral("character %1: %2").arg(complaint.position + 1).arg(words)
               : words;
}

/// The expression without its literals.
QString skeleton(QStringView text)
{
    static const QRegularExpression literals(QStringLiteral("\"[^\"]*\"|'[^']*'"));
    return text.toString().replace(literals, QStringLiteral("''"));
}

bool nestsTooDeep(const QString &bare)
{
    int depth = 0;
    return std::any_of(bare.begin(), bare.end(), [&depth](QChar c) {
        depth += c == u'(' || c == u'[';
        depth -= c == u')' || c == u']';
        return depth > deepestBrackets;
    });
}

/// libxml2 looks for functions only when it comes to them, which may be never; a misspelt one is
/// to be said at once. Empty = all are known (XPath 1.0, 4, and the node types).
QString unknownFunction(const QString &bare)
{
    static const QSet<QString> known = [] {
        const QString all = QStringLiteral(
            "last position count id local-name namespace-uri name string concat starts-with "
            "contains substring-before substring-after substring string-length normalize-space "
            "translate boolean not true false lang number sum floor ceiling round "
            "comment text processing-instruction node and or div mod");
        const QStringList names = all.split(u' ');
        return QSet<QString>(names.begin(), names.end());
    }();
    static const QRegularExpression call(QStringLiteral(R"(([\w.:-]+)\s*\()"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    for (auto it = call.globalMatch(bare); it.hasNext();) {
        const QString name = it.next().captured(1).section(QStringLiteral("::"), -1);
        if (!known.contains(name))
            return name;
    }
    return {};
}

tl::expected<Expression, QString> compiledExpression(const QByteArray &text)
{
    prepareLibxml();
    const std::unique_ptr<xmlXPathContext, XPathContextDeleter> context(
        xmlXPathNewContext(nullptr));
    if (!context)
        return tl::unexpected(QStringLiteral("no memory"));
    Complaint complaint;
    context->userData = &complaint;
    context->error = keepComplaint;
    Expression expression(
        xmlXPathCtxtCompile(context.get(), reinterpret_cast<const xmlChar *>(text.constData())));
    if (!expression)
        return tl::unexpected(spoken(complaint));
    return expression;
}

item::Value valueOf(const xmlXPathObject &object)
{
    switch (object.type) {
    case XPATH_BOOLEAN:
        return object.boolval != 0;
    case XPATH_NUMBER:
        return std::isfinite(object.floatval) ? item::Value(object.floatval) : item::Value();
    case XPATH_STRING:
        return QString::fromUtf8(reinterpret_cast<const char *>(object.stringval));
    default:
        return {};
    }
}

QList<xmlNode *> nodesOf(xmlXPathObject &object)
{
    QList<xmlNode *> result;
    if (!object.nodesetval)
        return result;
    xmlXPathNodeSetSort(object.nodesetval);
    for (int i = 0; i < object.nodesetval->nodeNr; ++i) {
        xmlNode *node = object.nodesetval->nodeTab[i];
        const bool wanted = node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE ||
                            node->type == XML_COMMENT_NODE || isText(node);
        if (wanted)
            result.append(node);
    }
    return result;
}

} // namespace

XPathContext::XPathContext(const Document &document)
    : m_document(document)
    , m_context(xmlXPathNewContext(document.get()))
{
    if (!m_context || document.isHtml())
        return;
    for (xmlNode *node = document.root(); node; node = nextInTree(node, document.root())) {
        if (!isElement(node))
            continue;
        for (const xmlNs *ns = node->nsDef; ns; ns = ns->next) {
            if (ns->prefix && !xmlXPathNsLookup(m_context.get(), ns->prefix))
                xmlXPathRegisterNs(m_context.get(), ns->prefix, ns->href);
        }
    }
}

/// An evaluation writes into the compiled expression, so no two threads may share one.
class XPath::Pool
{
public:
    Pool(QByteArray text, Expression first)
        : m_text(std::move(text))
    {
        m_free.push_back(std::move(first));
    }

    Expression take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_free.empty()) {
                Expression result = std::move(m_free.back());
                m_free.pop_back();
                return result;
            }
        }
        return compiledExpression(m_text).value_or(nullptr);
    }

    void give(Expression expression)
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(expression));
    }

private:
    const QByteArray m_text;
    std::mutex m_mutex;
    std::vector<Expression> m_free;
};

tl::expected<XPath, QString> XPath::compile(QStringView text)
{
    if (text.trimmed().isEmpty())
        return tl::unexpected(QStringLiteral("the expression is empty"));
    if (text.size() > longestExpression)
        return tl::unexpected(QStringLiteral("longer than %1 characters").arg(longestExpression));
    const QString bare = skeleton(text);
    if (nestsTooDeep(bare))
        return tl::unexpected(QStringLiteral("nested too deep"));
    const QByteArray utf8 = text.toUtf8();
    auto expression = compiledExpression(utf8);
    if (!expression)
        return tl::unexpected(expression.error());
    if (const QString name = unknownFunction(bare); !name.isEmpty())
        return tl::unexpected(QStringLiteral("there is no function %1()").arg(name));
    XPath result;
    result.m_pool = std::make_shared<Pool>(utf8, std::move(*expression));
    return result;
}

tl::expected<XPath::Result, QString> XPath::evaluate(const XPathContext &context, xmlNode *scope,
                                                     Effort &effort) const
{
    xmlXPathContext *where = context.get();
    Expression expression = m_pool->take();
    if (!where || !expression)
        return tl::unexpected(QStringLiteral("no memory"));
    if (effort.isSpent())
        return tl::unexpected(QStringLiteral("it takes too long"));
    const qint64 since = Effort::now();
    Complaint complaint;
    where->userData = &complaint;
    where->error = keepComplaint;
    where->node = scope ? scope : reinterpret_cast<xmlNode *>(context.document().get());
    where->opLimit = (unsigned long)std::max<qint64>(1, effort.left() / nsPerStep);
    where->opCount = 0;
    const std::unique_ptr<xmlXPathObject, ObjectDeleter> object(
        xmlXPathCompiledEval(expression.get(), where));
    m_pool->give(std::move(expression));
    effort.use(Effort::now() - since);
    // A prefix that this document does not declare stands for names that it does not have.
    if (!object && complaint.code == XML_XPATH_UNDEF_PREFIX_ERROR)
        return Result(QList<xmlNode *>());
    if (!object && (where->opCount >= where->opLimit))
        return tl::unexpected(QStringLiteral("it takes too long"));
    if (!object)
        return tl::unexpected(spoken(complaint));
    if (object->type == XPATH_NODESET)
        return Result(nodesOf(*object));
    return Result(valueOf(*object));
}

} // namespace trawl::extract

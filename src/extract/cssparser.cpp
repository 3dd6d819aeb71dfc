// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/cssreader.h"
#include "extract/cssselector.h"

#include <QHash>
#include <QRegularExpression>

namespace trawl::extract::css {

namespace {

constexpr int deepestSelector = 16;
constexpr qsizetype longestSelector = 16 << 10;

enum class Where : quint8 { Top, Nested, Relative };

Nth nthOf(bool fromEnd, bool ofType)
{
    return {.fromEnd = fromEnd, .ofType = ofType};
}

const QHash<QByteArray, Simple> &plainPseudos()
{
    static const QHash<QByteArray, Simple> all{
        {"root", State::Root},
        {"empty", State::Empty},
        {"scope", State::Scope},
        {"link", State::Link},
        {"any-link", State::Link},
        {"checked", State::Checked},
        {"disabled", State::Disabled},
        {"enabled", State::Enabled},
        {"hover", State::Never},
        {"active", State::Never},
        {"focus", State::Never},
        {"focus-within", State::Never},
        {"focus-visible", State::Never},
        {"target", State::Never},
        {"visited", State::Never},
        {"first-child", nthOf(false, false)},
        {"last-child", nthOf(true, false)},
        {"first-of-type", nthOf(false, true)},
        {"last-of-type", nthOf(true, true)},
    };
    return all;
}

Name nameOf(const QByteArray &text)
{
    return {text, text.toLower()};
}

class SelectorParser
{
public:
    explicit SelectorParser(QStringView text)
        : m_in(text)
    {
    }

    std::shared_ptr<const SelectorList> run()
    {
        auto list = selectorList(Where::Top);
        if (!m_in.atEnd())
            m_in.fail(m_in.peek() == u')' ? QStringLiteral("')' without '('")
                                          : QStringLiteral("this cannot stand here"));
        return list;
    }

private:
    std::shared_ptr<const SelectorList> selectorList(Where where)
    {
        if (++m_depth > deepestSelector)
            m_in.fail(QStringLiteral("nested too deep"));
        auto list = std::make_shared<SelectorList>();
        do {
            m_in.skipSpace();
            complex(*list, where);
        } while (m_in.take(u','));
        --m_depth;
        return list;
    }

    static quint64 bit(const SelectorList &list) { return 1ull << (list.compounds.size() - 1); }

    void add(SelectorList &list, Compound compound)
    {
        if (list.compounds.size() == mostCompounds)
            m_in.fail(QStringLiteral("more than %1 parts").arg(mostCompounds));
        list.compounds.push_back(std::move(compound));
        list.outputs.emplace_back();
    }

    void complex(SelectorList &list, Where where)
    {
        if (where == Where::Relative) {
            Compound anchor;
            anchor.simples.emplace_back(State::Anchor);
            add(list, std::move(anchor));
            list.starts |= bit(list);
            if (!combinator(list))
                list.descendant |= bit(list);
            list.isSimple = false;
            list.isRelative = true;
            m_in.skipSpace();
            compound(list, where);
        } else {
            compound(list, where);
            list.starts |= bit(list);
        }
        while (combinator(list)) {
            list.isSimple = false;
            if (list.outputs.back().kind != Pseudo::None)
                m_in.fail(QStringLiteral("nothing can follow a pseudo-element"));
            compound(list, where);
        }
        finish(list);
    }

    /// Reads a combinator and notes it; false = the selector ends here.
    bool combinator(SelectorList &list)
    {
        const bool space = m_in.skipSpace();
        const quint64 here = bit(list);
        if (m_in.take(u'>'))
            list.child |= here;
        else if (m_in.take(u'+'))
            list.next |= here;
        else if (m_in.take(u'~'))
            list.later |= here;
        else if (space && !m_in.atEnd() && m_in.peek() != u',' && m_in.peek() != u')')
            list.descendant |= here;
        else
            return false;
        m_in.skipSpace();
        return true;
    }

    static void finish(SelectorList &list)
    {
        const quint64 here = bit(list);
        const Pseudo kind = list.outputs.back().kind;
        list.ends |= here;
        if (kind == Pseudo::Text)
            list.texts |= here;
        // Scrapy's meaning of "a ::text": also the texts of the element itself.
        const bool wide = kind == Pseudo::Text || kind == Pseudo::Attribute;
        if (wide && list.compounds.back().isUniversal())
            list.orSelf |= (here >> 1) & list.descendant;
    }

    void compound(SelectorList &list, Where where)
    {
        add(list, {});
        const qsizetype from = m_in.position();
        typeSelector(list.compounds.back());
        while (simple(list, where)) {
        }
        if (m_in.position() == from)
            m_in.fail(
                m_in.atEnd()
                    ? QStringLiteral("a selector is missing at the end")
                    : QStringLiteral("'%1' is no beginning of a selector").arg(QChar(m_in.peek())));
    }

    void typeSelector(Compound &compound)
    {
        if (m_in.peek() == u'|' && m_in.peek(1) != u'=') {
            m_in.take(u'|');
            compound.prefix = QByteArray();
            localName(compound);
        } else if (m_in.peek() == u'*' || m_in.atIdentifier()) {
            const bool any = m_in.take(u'*');
            const QByteArray name = any ? QByteArray("*") : m_in.identifier("a name");
            if (m_in.peek() == u'|' && m_in.peek(1) != u'=') {
                m_in.take(u'|');
                if (!any)
                    compound.prefix = name;
                localName(compound);
            } else if (!any) {
                compound.type = nameOf(name);
            }
        }
    }

    void localName(Compound &compound)
    {
        if (!m_in.take(u'*'))
            compound.type = nameOf(m_in.identifier("an element's name"));
    }

    bool simple(SelectorList &list, Where where)
    {
        auto &simples = list.compounds.back().simples;
        const bool ended = list.outputs.back().kind != Pseudo::None;
        const char16_t c = m_in.peek();
        if (ended && (c == u'#' || c == u'.' || c == u'[' || c == u':'))
            m_in.fail(QStringLiteral("nothing can follow a pseudo-element"));
        if (m_in.take(u'#'))
            simples.emplace_back(Id{m_in.name("an id")});
        else if (m_in.take(u'.'))
            simples.emplace_back(Class{m_in.identifier("a class")});
        else if (m_in.take(u'['))
            simples.emplace_back(attribute());
        else if (c == u':' && m_in.peek(1) == u':')
            pseudoElement(list, where);
        else if (m_in.take(u':'))
            simples.emplace_back(pseudoClass(list));
        else
            return false;
        return true;
    }

    AttributeTest attribute()
    {
        AttributeTest test;
        m_in.skipSpace();
        if (m_in.peek() == u'|' || m_in.peek() == u'*') {
            test.prefix = m_in.take(u'*') ? QByteArray("*") : QByteArray();
            m_in.expect(u'|');
        }
        QByteArray name = m_in.identifier("an attribute's name");
        if (!test.prefix && m_in.peek() == u'|' && m_in.peek(1) != u'=') {
            m_in.take(u'|');
            test.prefix = name;
            name = m_in.identifier("an attribute's name");
        }
        test.name = nameOf(name);
        m_in.skipSpace();
        if (m_in.take(u']'))
            return test;
        test.op = attributeOperator();
        m_in.skipSpace();
        const auto text = m_in.quoted();
        test.value = text ? *text : m_in.identifier("a value (in quotes)");
        m_in.skipSpace();
        const char16_t flag = m_in.peek();
        if (flag == u'i' || flag == u'I' || flag == u's' || flag == u'S') {
            m_in.take(flag);
            test.fold = (flag | 0x20) == u'i';
            m_in.skipSpace();
        }
        m_in.expect(u']');
        return test;
    }

    Operator attributeOperator()
    {
        static const QHash<char16_t, Operator> all{
            {u'~', Operator::Includes}, {u'|', Operator::Dash},     {u'^', Operator::Starts},
            {u'$', Operator::Ends},     {u'*', Operator::Contains},
        };
        Operator result = Operator::Equals;
        if (const auto found = all.constFind(m_in.peek()); found != all.constEnd()) {
            result = *found;
            m_in.take(m_in.peek());
        }
        if (!m_in.take(u'='))
            m_in.fail(QStringLiteral("an operator or ']' is missing"));
        return result;
    }

    void pseudoElement(SelectorList &list, Where where)
    {
        const qsizetype from = m_in.position();
        m_in.take(u':');
        m_in.take(u':');
        const QByteArray name = m_in.identifier("a pseudo-element's name").toLower();
        Output &output = list.outputs.back();
        if (where != Where::Top) {
            m_in.goTo(from);
            m_in.fail(QStringLiteral("a pseudo-element cannot stand in brackets"));
        }
        if (name == "text") {
            output.kind = Pseudo::Text;
        } else if (name == "html") {
            output.kind = Pseudo::Html;
        } else if (name == "attr") {
            m_in.expect(u'(');
            m_in.skipSpace();
            output = {Pseudo::Attribute, nameOf(attributeName())};
            m_in.skipSpace();
            m_in.expect(u')');
        } else {
            m_in.goTo(from);
            m_in.fail(QStringLiteral("there is no ::%1, only ::text, ::attr(name) and ::html")
                          .arg(QString::fromUtf8(name)));
        }
    }

    /// "xlink:href" may be written as it is.
    QByteArray attributeName()
    {
        QByteArray name = m_in.identifier("an attribute's name");
        if (m_in.take(u':'))
            name += ':' + m_in.identifier("an attribute's name");
        return name;
    }

    Simple pseudoClass(SelectorList &list)
    {
        const qsizetype from = m_in.position() - 1;
        const QByteArray name = m_in.identifier("a pseudo-class's name").toLower();
        if (!m_in.take(u'(')) {
            if (name == "only-child" || name == "only-of-type") {
                list.compounds.back().simples.emplace_back(nthOf(false, name != "only-child"));
                return nthOf(true, name != "only-child");
            }
            const auto found = plainPseudos().constFind(name);
            if (found == plainPseudos().constEnd())
                unknown(from, name, QString());
            if (const State *state = std::get_if<State>(&*found))
                list.usesScope |= *state == State::Scope;
            return *found;
        }
        m_in.skipSpace();
        Simple result = functional(from, name, list);
        m_in.skipSpace();
        m_in.expect(u')');
        return result;
    }

    Simple functional(qsizetype from, const QByteArray &name, SelectorList &list)
    {
        if (name == "is" || name == "where" || name == "matches" || name == "any")
            return nested(Nesting::Any, list);
        if (name == "not")
            return nested(Nesting::None, list);
        if (name == "has") {
            if (m_inHas)
                m_in.fail(QStringLiteral(":has() within :has()"));
            m_inHas = true;
            Simple result = nested(Nesting::Has, list);
            m_inHas = false;
            return result;
        }
        if (name == "lang")
            return lang();
        static const QHash<QByteArray, Nth> nths{
            {"nth-child", nthOf(false, false)},
            {"nth-last-child", nthOf(true, false)},
            {"nth-of-type", nthOf(false, true)},
            {"nth-last-of-type", nthOf(true, true)},
        };
        if (const auto found = nths.constFind(name); found != nths.constEnd())
            return nth(*found, list);
        unknown(from, name, QStringLiteral("()"));
    }

    [[noreturn]] void unknown(qsizetype from, const QByteArray &name, const QString &brackets)
    {
        m_in.goTo(from);
        m_in.fail(QStringLiteral("there is no :%1%2").arg(QString::fromUtf8(name), brackets));
    }

    Nested nested(Nesting kind, SelectorList &list)
    {
        auto inner = selectorList(kind == Nesting::Has ? Where::Relative : Where::Nested);
        list.usesScope |= inner->usesScope;
        return {kind, std::move(inner)};
    }

    Lang lang()
    {
        Lang result;
        do {
            m_in.skipSpace();
            const auto text = m_in.quoted();
            result.ranges.append((text ? *text : m_in.identifier("a language")).toLower());
            m_in.skipSpace();
        } while (m_in.take(u','));
        return result;
    }

    Nth nth(Nth result, SelectorList &list)
    {
        const qsizetype from = m_in.position();
        QByteArray formula;
        for (bool of = false; !of && !m_in.atEnd() && m_in.peek() != u')';) {
            of = (m_in.peek() | 0x20) == u'o' && (m_in.peek(1) | 0x20) == u'f';
            if (of)
                break;
            // "odd" holds no "of", so a letter at a time will do.
            formula += char(m_in.peek() < 0x80 ? m_in.peek() : u'?');
            m_in.take(m_in.peek());
        }
        if (!readFormula(formula.trimmed().toLower(), result)) {
            m_in.goTo(from);
            m_in.fail(QStringLiteral("\"odd\", \"even\", a number or an+b is missing"));
        }
        if (m_in.peek() == u')' || m_in.atEnd())
            return result;
        if (result.ofType)
            m_in.fail(QStringLiteral("\"of\" cannot stand here"));
        m_in.take(m_in.peek());
        m_in.take(m_in.peek());
        auto inner = selectorList(Where::Nested);
        list.usesScope |= inner->usesScope;
        result.of = std::move(inner);
        return result;
    }

    /// CSS Syntax 3, 6: the an+b microsyntax.
    static bool readFormula(const QByteArray &formula, Nth &result)
    {
        if (formula == "odd" || formula == "even") {
            result.a = 2;
            result.b = formula == "odd" ? 1 : 0;
            return true;
        }
        static const QRegularExpression form(
            QStringLiteral(R"(\A(?:([+-]?\d{0,9})n(?:\s*([+-])\s*(\d{1,9}))?|([+-]?\d{1,9}))\z)"));
        const auto match = form.match(QString::fromLatin1(formula));
        if (!match.hasMatch())
            return false;
        if (match.hasCaptured(4)) {
            result.a = 0;
            result.b = match.captured(4).toInt();
            return true;
        }
        const QString factor = match.captured(1);
        const bool bare = factor.isEmpty() || factor == u"+" || factor == u"-";
        result.a = bare ? (factor == u"-" ? -1 : 1) : factor.toInt();
        result.b = match.captured(3).toInt() * (match.captured(2) == u"-" ? -1 : 1);
        return true;
    }

    Reader m_in;
    int m_depth = 0;
    bool m_inHas = false;
};

} // namespace

tl::expected<std::shared_ptr<const SelectorList>, QString> parse(QStringView text)
{
    if (text.size() > longestSelector)
        return tl::unexpected(QStringLiteral("longer than %1 characters").arg(longestSelector));
    try {
        return SelectorParser(text).run();
    } catch (const SyntaxError &error) {
        return tl::unexpected(QStringLiteral("character %1: %2").arg(error.at + 1).arg(error.what));
    }
}

} // namespace trawl::extract::css

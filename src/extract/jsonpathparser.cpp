// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/jsonpathparser.h"

#include "extract/iregexp.h"
#include "extract/jsonpathscanner.h"
#include "item/ascii.h"

#include <algorithm>
#include <utility>

namespace trawl::extract::jsonpath {

namespace {

constexpr qsizetype maxPathChars = 20'000;
constexpr int maxNesting = 64;
bool isNameStart(QChar c)
{
    return item::isLetter(c.unicode()) || c == u'_' || c.unicode() >= 0x80;
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

struct Signature
{
    const char16_t *name;
    Function function;
    std::size_t parameters;
    bool nodes; ///< takes a list of nodes, else values
};

constexpr Signature signatures[] = {
    {u"length", Function::Length, 1, false}, {u"count", Function::Count, 1, true},
    {u"match", Function::Match, 2, false},   {u"search", Function::Search, 2, false},
    {u"value", Function::Value, 1, true},
};

bool givesLogical(const Call &call)
{
    return call.function == Function::Match || call.function == Function::Search;
}

/// The grammar of RFC 9535, appendix A, one function a rule. Each returns false once something is
/// wrong; the first complaint stays.
class Parser : public Scanner
{
public:
    using Scanner::Scanner;

    bool run(Query &query)
    {
        if (!take(u'$'))
            return fail(QStringLiteral("a path begins with $"));
        if (!segments(query))
            return false;
        return atEnd() || fail(QStringLiteral("unexpected here"));
    }

private:
    /// Counts how deep the grammar's rules lie in each other.
    class Nested
    {
    public:
        explicit Nested(int &depth)
            : m_depth(++depth)
        {
        }
        ~Nested() { --m_depth; }
        Q_DISABLE_COPY_MOVE(Nested)

    private:
        int &m_depth;
    };

    bool segments(Query &query)
    {
        for (;;) {
            const auto before = at();
            blanks();
            if (peek() != u'.' && peek() != u'[') {
                goBack(before);
                return true;
            }
            Segment next;
            if (!segment(next))
                return false;
            query.segments.push_back(std::move(next));
        }
    }

    bool segment(Segment &result)
    {
        result.descendant = take(u"..");
        if (!result.descendant && take(u'.'))
            return dotted(result);
        return peek() == u'[' ? bracketed(result) : dotted(result);
    }

    bool dotted(Segment &result)
    {
        if (take(u'*')) {
            result.selectors.emplace_back(Wildcard{});
            return true;
        }
        const auto from = at();
        if (!isNameStart(peek()) || atEnd())
            return fail(QStringLiteral("a name or * is missing"));
        while (!atEnd() && (isNameStart(peek()) || isDigit(peek())))
            next();
        result.selectors.emplace_back(since(from).toString());
        return true;
    }

    bool bracketed(Segment &result)
    {
        next();
        do {
            blanks();
            Selector next;
            if (!selector(next))
                return false;
            result.selectors.push_back(std::move(next));
            blanks();
        } while (take(u','));
        return take(u']') || fail(QStringLiteral("a ] is missing"));
    }

    bool selector(Selector &result)
    {
        if (take(u'*')) {
            result = Wildcard{};
            return true;
        }
        if (peek() == u'"' || peek() == u'\'') {
            result = QString();
            return string(std::get<QString>(result));
        }
        if (take(u'?'))
            return filter(result);
        if (isDigit(peek()) || peek() == u'-' || peek() == u':')
            return indexOrSlice(result);
        return fail(QStringLiteral("a name in quotes, a number, *, or ? is missing"));
    }

    bool filter(Selector &result)
    {
        blanks();
        auto expression = std::make_shared<Expression>();
        if (!logicalOr(*expression))
            return false;
        result = Filter(std::move(expression));
        return true;
    }

    bool indexOrSlice(Selector &result)
    {
        std::optional<qint64> start;
        if (peek() != u':' && !integer(start))
            return false;
        const auto before = at();
        blanks();
        if (!take(u':')) {
            goBack(before);
            result = *start;
            return true;
        }
        Slice slice{start, {}, 1};
        if (!sliceEnd(slice))
            return false;
        result = slice;
        return true;
    }

    bool sliceEnd(Slice &slice)
    {
        const auto number = [this] { return isDigit(peek()) || peek() == u'-'; };
        blanks();
        if (number() && !integer(slice.end))
            return false;
        blanks();
        if (!take(u':'))
            return true;
        blanks();
        std::optional<qint64> step;
        if (number() && !integer(step))
            return false;
        slice.step = step.value_or(1);
        return true;
    }

    bool logicalOr(Expression &result)
    {
        const Nested nested(m_depth);
        if (m_depth > maxNesting)
            return fail(QStringLiteral("nested too deep"));
        return joined(Logic::Kind::Or, result);
    }

    bool joined(Logic::Kind kind, Expression &result)
    {
        const bool isOr = kind == Logic::Kind::Or;
        Logic logic{kind, {}};
        for (;;) {
            Expression operand;
            if (!(isOr ? joined(Logic::Kind::And, operand) : basic(operand)))
                return false;
            logic.operands.push_back(std::move(operand));
            const auto before = at();
            blanks();
            if (!take(isOr ? u"||" : u"&&")) {
                goBack(before);
                break;
            }
            blanks();
        }
        if (logic.operands.size() == 1)
            result = std::move(logic.operands.front());
        else
            result.node = std::move(logic);
        return true;
    }

    bool basic(Expression &result)
    {
        if (take(u'!')) {
            blanks();
            Expression operand;
            if (!(peek() == u'(' ? parenthesised(operand) : test(operand)))
                return false;
            Logic logic{Logic::Kind::Not, {}};
            logic.operands.push_back(std::move(operand));
            result.node = std::move(logic);
            return true;
        }
        return peek() == u'(' ? parenthesised(result) : comparisonOrTest(result);
    }

    bool parenthesised(Expression &result)
    {
        next();
        blanks();
        if (!logicalOr(result))
            return false;
        blanks();
        return take(u')') || fail(QStringLiteral("a ) is missing"));
    }

    bool test(Expression &result)
    {
        const auto from = at();
        return operand(result) && isTest(result, from);
    }

    bool comparisonOrTest(Expression &result)
    {
        const auto from = at();
        if (!operand(result))
            return false;
        const auto before = at();
        blanks();
        const auto relation = takeRelation();
        if (!relation) {
            goBack(before);
            return isTest(result, from);
        }
        blanks();
        const auto right = at();
        Comparison comparison{*relation, std::vector<Expression>(2)};
        if (!isValue(result, from) || !operand(comparison.sides[1]) ||
            !isValue(comparison.sides[1], right))
            return false;
        comparison.sides[0] = std::exchange(result, {});
        result.node = std::move(comparison);
        return true;
    }

    std::optional<Relation> takeRelation()
    {
        static constexpr std::pair<const char16_t *, Relation> all[] = {
            {u"==", Relation::Equal},     {u"!=", Relation::NotEqual},
            {u"<=", Relation::LessEqual}, {u">=", Relation::GreaterEqual},
            {u"<", Relation::Less},       {u">", Relation::Greater},
        };
        for (const auto &[text, relation] : all) {
            if (take(QStringView(text)))
                return relation;
        }
        return std::nullopt;
    }

    bool isTest(const Expression &expression, qsizetype at)
    {
        if (std::holds_alternative<QJsonValue>(expression.node))
            return failAt(at, QStringLiteral("a literal must be compared with something"));
        const auto *call = std::get_if<Call>(&expression.node);
        if (call && !givesLogical(*call))
            return failAt(at, QStringLiteral("what the function gives must be compared"));
        return true;
    }

    /// RFC 9535, 2.4.3: what may stand in a comparison or as a value's argument.
    bool isValue(const Expression &expression, qsizetype at)
    {
        const auto *query = std::get_if<Query>(&expression.node);
        if (query && !query->isSingular())
            return failAt(at, QStringLiteral("the path may give more than one value"));
        const auto *call = std::get_if<Call>(&expression.node);
        if (call && givesLogical(*call))
            return failAt(at, QStringLiteral("the function gives no value to compare"));
        return true;
    }

    bool operand(Expression &result)
    {
        if (peek() == u'"' || peek() == u'\'') {
            QString text;
            if (!string(text))
                return false;
            result.node = QJsonValue(text);
            return true;
        }
        if (isDigit(peek()) || peek() == u'-') {
            result.node = QJsonValue();
            return number(std::get<QJsonValue>(result.node));
        }
        if (peek() == u'@' || peek() == u'$') {
            Query query;
            query.absolute = next() == u'$';
            const bool good = segments(query);
            result.node = std::move(query);
            return good;
        }
        return word(result);
    }

    bool word(Expression &result)
    {
        const auto from = at();
        while (!atEnd() &&
               (isLower(peek()) || (at() > from && (isDigit(peek()) || peek() == u'_'))))
            next();
        const auto name = since(from);
        if (!name.isEmpty() && peek() == u'(')
            return call(name, from, result);
        if (name == u"true" || name == u"false")
            result.node = QJsonValue(name == u"true");
        else if (name == u"null")
            result.node = QJsonValue(QJsonValue::Null);
        else
            return failAt(from, QStringLiteral("a path (@…), a value or a function is missing"));
        return true;
    }

    bool call(QStringView name, qsizetype from, Expression &result)
    {
        const auto *signature =
            std::find_if(std::begin(signatures), std::end(signatures),
                         [&](const Signature &s) { return name == QStringView(s.name); });
        if (signature == std::end(signatures))
            return failAt(from, QStringLiteral("no such function: length, count, match, search "
                                               "and value are"));
        const Nested nested(m_depth);
        if (m_depth > maxNesting)
            return fail(QStringLiteral("nested too deep"));
        Call call{signature->function, {}, {}};
        if (!arguments(*signature, call) || !literalPattern(call, from))
            return false;
        result.node = std::move(call);
        return true;
    }

    bool arguments(const Signature &signature, Call &call)
    {
        next();
        blanks();
        while (peek() != u')') {
            const auto from = at();
            Expression next;
            if (!operand(next) || !fitsParameter(signature, next, from))
                return false;
            call.arguments.push_back(std::move(next));
            blanks();
            if (!take(u','))
                break;
            blanks();
            if (peek() == u')')
                return fail(QStringLiteral("an argument is missing"));
        }
        if (!take(u')'))
            return fail(QStringLiteral("a ) is missing"));
        return call.arguments.size() == signature.parameters ||
               fail(QStringLiteral("%1() takes %2 argument(s)")
                        .arg(QStringView(signature.name))
                        .arg(signature.parameters));
    }

    bool fitsParameter(const Signature &signature, const Expression &argument, qsizetype at)
    {
        if (!signature.nodes)
            return isValue(argument, at);
        return std::holds_alternative<Query>(argument.node) ||
               failAt(at, QStringLiteral("%1() takes a path").arg(QStringView(signature.name)));
    }

    bool literalPattern(Call &call, qsizetype at)
    {
        if (!givesLogical(call))
            return true;
        const auto *literal = std::get_if<QJsonValue>(&call.arguments[1].node);
        if (!literal || !literal->isString())
            return true;
        auto pattern = compileIRegexp(literal->toString(), call.function == Function::Match);
        if (!pattern)
            return failAt(at, QStringLiteral("the expression: ") + pattern.error());
        call.pattern = *std::move(pattern);
        return true;
    }

    int m_depth = 0;
};

} // namespace

bool Query::isSingular() const
{
    return std::all_of(segments.begin(), segments.end(), [](const Segment &segment) {
        return !segment.descendant && segment.selectors.size() == 1 &&
               (std::holds_alternative<QString>(segment.selectors[0]) ||
                std::holds_alternative<qint64>(segment.selectors[0]));
    });
}

tl::expected<Query, QString> parse(QStringView text, qsizetype shift)
{
    if (text.size() > maxPathChars)
        return tl::unexpected(QStringLiteral("longer than %1 characters").arg(maxPathChars));
    if (!text.isValidUtf16())
        return tl::unexpected(QStringLiteral("half of a surrogate pair"));
    Query result;
    Parser parser(text);
    if (parser.run(result))
        return result;
    return tl::unexpected(QStringLiteral("%1 (character %2)")
                              .arg(parser.error())
                              .arg(std::max<qsizetype>(parser.errorAt() - shift, 0) + 1));
}

} // namespace trawl::extract::jsonpath

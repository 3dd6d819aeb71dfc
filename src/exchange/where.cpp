// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/where.h"
#include "exchange/condition.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trawl::exchange {

/// All or any of the parts, or one condition.
struct Where::Node
{
    enum class Kind { All, Any, One };
    Kind kind = Kind::One;
    std::vector<std::shared_ptr<const Node>> parts;
    std::optional<Condition> condition;

    [[nodiscard]] bool matches(const item::Result &result) const
    {
        const auto holds = [&result](const auto &part) { return part->matches(result); };
        if (kind == Kind::One)
            return condition->matches(result);
        return kind == Kind::All ? std::all_of(parts.begin(), parts.end(), holds)
                                 : std::any_of(parts.begin(), parts.end(), holds);
    }
};

namespace {

using NodePtr = std::shared_ptr<const Where::Node>;

constexpr int maxParentheses = 100; // of parentheses
constexpr qsizetype maxLength = 100'000;

struct Operator
{
    QLatin1StringView text;
    Comparison comparison;
};
/// The longer first.
constexpr std::array operators{
    Operator{QLatin1StringView("!="), Comparison::NotEqual},
    Operator{QLatin1StringView("!~"), Comparison::NoMatch},
    Operator{QLatin1StringView("<="), Comparison::LessEqual},
    Operator{QLatin1StringView(">="), Comparison::GreaterEqual},
    Operator{QLatin1StringView("="), Comparison::Equal},
    Operator{QLatin1StringView("~"), Comparison::Match},
    Operator{QLatin1StringView("<"), Comparison::Less},
    Operator{QLatin1StringView(">"), Comparison::Greater},
};

/// By recursive descent; the first error stays.
class Parser
{
public:
    Parser(QStringView text, const QStringList &fields)
        : m_text(text)
        , m_fields(fields)
    {
    }
    [[nodiscard]] NodePtr parse()
    {
        auto root = any();
        skipBlanks();
        if (m_at < m_text.size())
            fail(m_at, QStringLiteral("\"and\" or \"or\" is needed here"));
        return root;
    }
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    NodePtr any() { return joined(QLatin1StringView("or"), Where::Node::Kind::Any, &Parser::all); }
    NodePtr all() { return joined(QLatin1StringView("and"), Where::Node::Kind::All, &Parser::one); }
    NodePtr joined(QLatin1StringView word, Where::Node::Kind kind, NodePtr (Parser::*part)())
    {
        auto node = std::make_shared<Where::Node>();
        node->kind = kind;
        do
            node->parts.push_back((this->*part)());
        while (m_error.isEmpty() && takeWord(word));
        return node->parts.size() == 1 ? node->parts.front() : node;
    }
    NodePtr one();
    NodePtr comparison();
    [[nodiscard]] std::optional<QString> quoted();
    [[nodiscard]] QString columnName();
    [[nodiscard]] QString bareValue();
    [[nodiscard]] std::optional<Comparison> takeOperator();
    [[nodiscard]] bool takeWord(QLatin1StringView word);
    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    void skipBlanks()
    {
        while (peek().isSpace())
            ++m_at;
    }
    void fail(qsizetype at, const QString &what)
    {
        if (m_error.isEmpty())
            m_error = QStringLiteral("character %1: %2").arg(at + 1).arg(what);
    }

    QStringView m_text;
    const QStringList &m_fields;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_error;
};

bool Parser::takeWord(QLatin1StringView word)
{
    skipBlanks();
    const auto rest = m_text.sliced(m_at);
    if (!rest.startsWith(word, Qt::CaseInsensitive))
        return false;
    const auto behind = rest.size() > word.size() ? rest[word.size()] : QChar(u' ');
    if (!behind.isSpace() && behind != u'(')
        return false;
    m_at += word.size();
    return true;
}

NodePtr Parser::one()
{
    skipBlanks();
    if (peek() != u'(')
        return comparison();
    const auto begin = m_at++;
    if (++m_depth > maxParentheses) {
        fail(begin, QStringLiteral("too many parentheses within each other"));
        return nullptr;
    }
    auto inner = any();
    --m_depth;
    skipBlanks();
    if (peek() == u')')
        ++m_at;
    else
        fail(m_at, QStringLiteral("\")\" or \"and\" or \"or\" is needed for the \"(\" at %1")
                       .arg(begin + 1));
    return inner;
}

NodePtr Parser::comparison()
{
    const auto begin = m_at;
    const auto column = columnName();
    skipBlanks();
    const auto comparison = takeOperator();
    if (column.isEmpty())
        fail(begin, QStringLiteral("a column is needed, as in status=failed"));
    if (!comparison)
        fail(m_at,
             QStringLiteral("one of = != < <= > >= ~ !~ is needed behind \"%1\"").arg(column));
    skipBlanks();
    const auto valueBegin = m_at;
    const auto text = quoted();
    const auto value = text ? *text : bareValue();
    if (!text && value.isEmpty())
        fail(valueBegin, QStringLiteral("a value is needed; the empty one is \"\""));
    if (!m_error.isEmpty())
        return nullptr;
    auto condition = Condition::make(column, *comparison, value, m_fields);
    if (!condition) {
        fail(begin, condition.error());
        return nullptr;
    }
    auto node = std::make_shared<Where::Node>();
    node->condition = std::move(*condition);
    return node;
}

std::optional<Comparison> Parser::takeOperator()
{
    for (const auto &entry : operators) {
        if (m_text.sliced(m_at).startsWith(entry.text)) {
            m_at += entry.text.size();
            return entry.comparison;
        }
    }
    return std::nullopt;
}

/// nullopt = there is no quote here.
std::optional<QString> Parser::quoted()
{
    const auto quote = peek();
    if (quote != u'"' && quote != u'\'')
        return std::nullopt;
    const auto begin = m_at++;
    QString text;
    for (; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == quote) {
            ++m_at;
            if (peek() != quote)
                return text;
        }
        text += m_text[m_at];
    }
    fail(begin, QStringLiteral("the quote is not closed"));
    return text;
}

QString Parser::columnName()
{
    if (const auto name = quoted())
        return *name;
    const auto begin = m_at;
    while (m_at < m_text.size() && !peek().isSpace() &&
           !QStringView(u"=!<>~()\"'").contains(peek()))
        ++m_at;
    return m_text.sliced(begin, m_at - begin).toString();
}

/// Up to a blank or a parenthesis that was not opened in it, so that title~(a|b) needs no quotes.
QString Parser::bareValue()
{
    const auto begin = m_at;
    int open = 0;
    for (; m_at < m_text.size() && !peek().isSpace(); ++m_at) {
        if (peek() == u'(')
            ++open;
        else if (peek() == u')' && --open < 0)
            break;
    }
    return m_text.sliced(begin, m_at - begin).toString();
}

} // namespace

tl::expected<Where, QString> Where::parse(const QString &text, const QStringList &fields)
{
    if (text.size() > maxLength)
        return tl::unexpected(QStringLiteral("longer than 100 000 characters"));
    Parser parser(text, fields);
    auto root = parser.parse();
    if (!parser.error().isEmpty())
        return tl::unexpected(parser.error());
    Where where;
    where.m_root = std::move(root);
    return where;
}

bool Where::matches(const item::Result &result) const
{
    return !m_root || m_root->matches(result);
}

} // namespace trawl::exchange

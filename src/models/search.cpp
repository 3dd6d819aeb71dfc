// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search.h"

#include "engine/engine.h"
#include "models/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace trawl::models {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(trawl::models::Search)
};

using Field = SearchTerm::Field;

struct Key
{
    QLatin1StringView word;
    Field field;
};

constexpr std::array keys{
    Key{QLatin1StringView("host"), Field::Host}, Key{QLatin1StringView("status"), Field::Status},
    Key{QLatin1StringView("code"), Field::Code}, Key{QLatin1StringView("size"), Field::Size},
    Key{QLatin1StringView("why"), Field::Why},   Key{QLatin1StringView("name"), Field::Name},
    Key{QLatin1StringView("job"), Field::Job},
};

/// One word as it stands between spaces, without its quotes.
struct Token
{
    QString text;
    bool negated = false;
    qsizetype literalFrom = std::numeric_limits<qsizetype>::max(); ///< where the first quote stood
};

QList<Token> tokensOf(QStringView typed)
{
    QList<Token> tokens;
    Token token;
    bool quoted = false;
    const auto end = [&] {
        if (!token.text.isEmpty())
            tokens.append(token);
        token = {};
    };
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const auto c = typed[i];
        const bool begins = token.text.isEmpty() && !token.negated && !quoted;
        if (c == u'"') {
            quoted = !quoted;
            token.literalFrom = std::min(token.literalFrom, token.text.size());
        } else if (c.isSpace() && !quoted) {
            end();
        } else if (c == u'-' && begins && i + 1 < typed.size() && !typed[i + 1].isSpace()) {
            token.negated = true;
        } else {
            token.text += c;
        }
    }
    end();
    return tokens;
}

QList<item::Status> allStatuses()
{
    QList<item::Status> statuses;
    for (int i = 0; i <= int(item::Status::Last); ++i)
        statuses.append(item::Status(i));
    return statuses;
}

/// The stable word, but for running its own: for exports it counts as queued.
QString wordOf(item::Status status)
{
    return status == item::Status::Running ? QStringLiteral("running") : item::statusWord(status);
}

bool begins(const QString &whole, QStringView part)
{
    return whole.startsWith(part, Qt::CaseInsensitive);
}

/// No hint while the person types: any beginning of a word is understood.
bool readStatus(SearchTerm &term, QStringView value)
{
    term.statuses = allStatuses();
    const auto exact = [&](item::Status status) {
        return value.compare(wordOf(status), Qt::CaseInsensitive) == 0 ||
               value.compare(Texts::status(status), Qt::CaseInsensitive) == 0;
    };
    const auto starts = [&](item::Status status) {
        return begins(wordOf(status), value) || begins(Texts::status(status), value);
    };
    const bool anyExact = std::ranges::any_of(term.statuses, exact);
    term.statuses.removeIf(
        [&](item::Status status) { return anyExact ? !exact(status) : !starts(status); });
    return !term.statuses.isEmpty();
}

/// "404", "4xx", ">=500", "<400", "400-499" into least and most.
bool readCode(SearchTerm &term, QStringView value)
{
    const auto number = [](QStringView text) -> std::optional<qint64> {
        bool ok = false;
        const auto code = text.toInt(&ok);
        return ok && code >= 0 && code <= 999 ? std::optional<qint64>(code) : std::nullopt;
    };
    if (value.size() == 3 && value[0].isDigit() &&
        value.sliced(1).compare(u"xx", Qt::CaseInsensitive) == 0) {
        term.least = qint64(value[0].digitValue()) * 100;
        term.most = term.least + 99;
        return true;
    }
    std::optional<qint64> one;
    if (value.startsWith(u">=") && (one = number(value.sliced(2))))
        term.least = *one;
    else if (value.startsWith(u'>') && (one = number(value.sliced(1))))
        term.least = *one + 1;
    else if (value.startsWith(u"<=") && (one = number(value.sliced(2))))
        term.most = *one;
    else if (value.startsWith(u'<') && (one = number(value.sliced(1))))
        term.most = *one - 1;
    else if ((one = number(value)))
        term.least = term.most = *one;
    if (one) {
        term.least = qMax(term.least, qint64(1)); // an item without an answer has no code
        return true;
    }
    const auto dash = value.indexOf(u'-');
    const auto first = dash > 0 ? number(value.first(dash)) : std::nullopt;
    const auto last = dash > 0 ? number(value.sliced(dash + 1)) : std::nullopt;
    if (!first || !last || *first > *last)
        return false;
    term.least = *first;
    term.most = *last;
    return true;
}

/// ">10M", "<=1k", "1M-5M" into least and most.
bool readSize(SearchTerm &term, QStringView value)
{
    const auto bound = [&](QStringView sign) -> std::optional<qint64> {
        return value.startsWith(sign) ? engine::parseSize(value.sliced(sign.size())) : std::nullopt;
    };
    if (const auto size = bound(u">="))
        term.least = *size;
    else if (const auto more = bound(u">"))
        term.least = *more + 1;
    else if (const auto most = bound(u"<="))
        term.most = *most;
    else if (const auto less = bound(u"<"))
        term.most = *less - 1;
    else {
        const auto dash = value.indexOf(u'-');
        const auto from = dash > 0 ? engine::parseSize(value.first(dash)) : std::nullopt;
        const auto to = dash > 0 ? engine::parseSize(value.sliced(dash + 1)) : std::nullopt;
        if (!from || !to || *from > *to)
            return false;
        term.least = *from;
        term.most = *to;
    }
    return true;
}

bool saysSo(const QString &word, const QString &sentence, QStringView value)
{
    return begins(word, value) || sentence.contains(value, Qt::CaseInsensitive);
}

/// A stable word or its beginning, a code, or a part of what the Why column says.
bool readWhy(SearchTerm &term, QStringView value)
{
    constexpr int lastCode = 599;
    bool isNumber = false;
    const auto code = value.toInt(&isNumber);
    if (isNumber) {
        term.codes = {code};
        return code > 0 && code <= lastCode;
    }
    for (int i = 1; i <= int(item::Reason::Last); ++i) {
        const auto reason = item::Reason(i);
        if (saysSo(item::reasonWord(reason), Texts::failure({.reason = reason}), value))
            term.reasons.append(reason);
    }
    if (term.reasons.contains(item::Reason::Http))
        return true;
    for (int http = 100; http <= lastCode; ++http) {
        if (saysSo(item::reasonWord(item::Reason::Http, http),
                   Texts::failure({.reason = item::Reason::Http, .httpCode = http}), value))
            term.codes.append(http);
    }
    return !term.reasons.isEmpty() || !term.codes.isEmpty();
}

QString hintOn(Field field, const QString &value)
{
    switch (field) {
    case Field::Status:
        return Words::tr("There is no status “%1”: try status:failed").arg(value);
    case Field::Code:
        return Words::tr("“%1” is no code: try code:404, code:5xx or code:>=400").arg(value);
    case Field::Size:
        return Words::tr("“%1” is no range of sizes: try size:>10M or size:1k-5k").arg(value);
    case Field::Why:
        return Words::tr("No reason reads like “%1”: try why:dns or why:429").arg(value);
    default:
        return {};
    }
}

bool read(SearchTerm &term, const QString &value)
{
    switch (term.field) {
    case Field::Status:
        return readStatus(term, value);
    case Field::Code:
        return readCode(term, value);
    case Field::Size:
        return readSize(term, value);
    case Field::Why:
        return readWhy(term, value);
    default:
        term.text = value;
        return true;
    }
}

/// "stat:failed", but not "localhost:8080", "https://…" or "10:30".
bool looksLikeAKey(QStringView word, QStringView value)
{
    return std::ranges::all_of(word, [](QChar c) { return c >= u'a' && c <= u'z'; }) &&
           !value.startsWith(u"//") && !(!value.isEmpty() && value[0].isDigit());
}

void addTerm(Search &search, const Token &token)
{
    SearchTerm term{.negated = token.negated};
    const auto colon = token.text.indexOf(u':');
    if (colon > 0 && colon < token.literalFrom) {
        const auto word = token.text.first(colon);
        const auto value = token.text.sliced(colon + 1);
        const auto *const key = std::ranges::find_if(
            keys, [&](const Key &k) { return word.compare(k.word, Qt::CaseInsensitive) == 0; });
        if (key != keys.end()) {
            term.field = key->field;
            if (value.isEmpty())
                return; // still being typed
            if (read(term, value))
                search.terms.append(term);
            else
                search.hints.append(hintOn(term.field, value));
            return;
        }
        if (looksLikeAKey(word, value))
            search.hints.append(
                Words::tr("“%1:” is no word of the search: it was looked for in the links")
                    .arg(word));
    }
    term.text = token.text;
    search.terms.append(term);
}

QStringList valuesOf(Field field)
{
    QStringList values;
    switch (field) {
    case Field::Status:
        for (const auto status : allStatuses())
            values << wordOf(status);
        break;
    case Field::Why:
        for (int i = 1; i <= int(item::Reason::Last); ++i)
            values << item::reasonWord(item::Reason(i));
        for (const auto code : {403, 404, 410, 429, 500, 502, 503, 504})
            values << item::reasonWord(item::Reason::Http, code);
        break;
    case Field::Code:
        values = {QStringLiteral("404"), QStringLiteral("429"), QStringLiteral("4xx"),
                  QStringLiteral("5xx"), QStringLiteral(">=400")};
        break;
    case Field::Size:
        values = {QStringLiteral(">10M"), QStringLiteral("<1k"), QStringLiteral("1M-5M")};
        break;
    default:
        break;
    }
    return values;
}

} // namespace

Search parseSearch(QStringView typed)
{
    Search search;
    const auto tokens = tokensOf(typed);
    for (const auto &token : tokens)
        addTerm(search, token);
    return search;
}

QStringList searchCompletions(QStringView word)
{
    const auto sign = word.startsWith(u'-') ? QStringLiteral("-") : QString();
    const auto rest = word.sliced(sign.size());
    QStringList found;
    for (const auto &key : keys) {
        const auto start = sign + key.word + u':';
        if (rest.startsWith(QString(key.word + u':'), Qt::CaseInsensitive)) {
            const auto typed = rest.sliced(key.word.size() + 1);
            const auto values = valuesOf(key.field);
            for (const auto &value : values) {
                if (begins(value, typed) && value.size() > typed.size())
                    found << start + value;
            }
        } else if (!rest.isEmpty() && begins(key.word, rest)) {
            found << start;
        }
    }
    return found;
}

} // namespace trawl::models

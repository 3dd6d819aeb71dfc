// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explain.h"

#include "cli/explainkinds.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace trawl::cli {

namespace {

constexpr std::array kinds{
    ExplainKind{"url", explainUrl, "{url, base?} -> href, host",
                R"({"url": "../a b?q#f", "base": "http://Example.org/x/y"})"},
    ExplainKind{"name", explainName, "{url, header?, type?} -> name",
                R"({"url": "http://example.org/a.php?id=1", "type": "application/pdf"})"},
    ExplainKind{"robots", explainRobots, "{robots_txt, agent, url} -> allowed, rule",
                R"({"robots_txt": "User-agent: *\nDisallow: /x", "agent": "Trawl", )"
                R"("url": "http://example.org/x"})"},
    ExplainKind{"select", explainSelect, "{html, selector, tree?} -> values, ids",
                R"({"html": "<p id=a>one<p>two", "selector": "p"})"},
    ExplainKind{"charset", explainCharset, "{bytes64, content_type?} -> charset",
                R"({"bytes64": "PHA+5A==", "content_type": "text/html; charset=latin1"})"},
    ExplainKind{"range", explainRange, "{content_range, offset} -> ok, first, last, total, why",
                R"({"content_range": "bytes 100-199/200", "offset": 100})"},
    ExplainKind{"retry-after", explainRetryAfter, "{value, now} -> seconds",
                R"({"value": "Fri, 31 Dec 1999 23:59:59 GMT", "now": "1999-12-31T23:59:00Z"})"},
    ExplainKind{"pattern", explainPattern, "{pattern, limit?} -> count, first, last, urls",
                R"({"pattern": "http://example.org/[001-100].{png,jpg}", "limit": 3})"},
    ExplainKind{"cookie", explainCookie, "{received[], url} -> sent",
                R"({"received": ["a=1; Path=/x", {"url": "http://www.example.org/", )"
                R"("set_cookie": "b=2; Domain=example.org"}], "url": "http://example.org/x/"})"},
};

ExplainedLine lineOf(const QJsonObject &object, bool ok)
{
    return {QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n', ok};
}

ExplainedLine errorLine(QJsonObject object, const QString &error)
{
    object.insert(QStringLiteral("error"), error);
    return lineOf(object, false);
}

} // namespace

const ExplainKind *explainKind(const QString &name)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ExplainKind &kind) {
        return name == QLatin1StringView(kind.name);
    });
    return found == kinds.end() ? nullptr : &*found;
}

QStringList explainKindNames()
{
    QStringList names;
    for (const auto &kind : kinds)
        names.append(QString::fromLatin1(kind.name));
    return names;
}

QString explainHelp()
{
    auto text =
        QStringLiteral("Usage: trawlc explain KIND\n"
                       "\n"
                       "What the program would do and why. Standard input has a JSON object a "
                       "line, standard output\n"
                       "the same object with the answer added, or with \"error\" where there is "
                       "none.\n"
                       "\n"
                       "Kinds:\n");
    for (const auto &kind : kinds)
        text += QStringLiteral("  %1 %2\n              %3\n")
                    .arg(QLatin1StringView(kind.name), -11)
                    .arg(QLatin1StringView(kind.members), QLatin1StringView(kind.example));
    return text + QStringLiteral("\nExit status: 0 all were answered, 1 some have an error, 2 bad "
                                 "usage or unreadable input,\n"
                                 "4 the output cannot be written.\n");
}

ExplainedLine explainLine(const ExplainKind &kind, const QByteArray &line)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError)
        return errorLine(
            {}, QStringLiteral("no JSON: byte %1: %2").arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return errorLine({}, QStringLiteral("no JSON object"));
    auto object = document.object();
    const auto answer = kind.explain(object);
    if (!answer)
        return errorLine(std::move(object), answer.error());
    object.remove(QStringLiteral("error"));
    for (auto it = answer->begin(); it != answer->end(); ++it)
        object.insert(it.key(), it.value());
    return lineOf(object, true);
}

ExplainedLine explainTooLong()
{
    return errorLine({}, QStringLiteral("longer than %1 MiB").arg(mostExplainBytes >> 20));
}

} // namespace trawl::cli

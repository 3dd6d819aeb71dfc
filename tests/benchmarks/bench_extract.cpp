// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how well charsets are guessed, and the ms of processor time that two fields of a page of
// about 10 kB take, for both trees; an argument is a file to take instead.
#include "extract/charset.h"
#include "extract/effort.h"
#include "extract/extractor.h"
#include "support/charsetcorpus.h"

#include <QFile>

#include <cstdio>

using namespace trawl;

namespace {

QByteArray samplePage()
{
    QByteArray html = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Catalogue</title>"
                      "<link rel=stylesheet href=/style.css></head><body><h1>Catalogue</h1>\n";
    for (int i = 0; html.size() < 10'000; ++i)
        html += "<div class=\"item row\" id=\"i" + QByteArray::number(i) +
                "\">\n  <h2><a href=\"/item/" + QByteArray::number(i) +
                "\">Item &amp; more</a></h2>\n  <p class=\"text\">Some words that tell what it is "
                "and why <b>one</b> would want it.</p>\n  <span class=\"price\">12.50</span>\n"
                "</div>\n";
    return html + "</body></html>\n";
}

void measure(const char *name, item::Tree tree, const QByteArray &html)
{
    item::Recipe recipe;
    recipe.tree = tree;
    recipe.pages = {item::Page{
        .name = {},
        .rows = {},
        .fields = {{.name = QStringLiteral("title"), .selector = QStringLiteral("title::text")},
                   {.name = QStringLiteral("price"),
                    .selector = QStringLiteral("div.item:last-child .price")}}}};
    const auto extractor = extract::Extractor::compile(recipe);
    if (!extractor)
        return;
    constexpr int rounds = 2000;
    const qint64 since = extract::Effort::now();
    qsizetype records = 0;
    for (int i = 0; i < rounds; ++i)
        records += (*extractor)->run({html, "text/html", "http://h.test/"}, 0).records.size();
    std::printf("%s: %.3f ms a page of %lld bytes (%lld records)\n", name,
                double(extract::Effort::now() - since) / 1e6 / rounds, qlonglong(html.size()),
                qlonglong(records));
}

/// How many texts of the tests' corpus are read as they were written, and the time of a guess.
void scoreCharsets()
{
    const auto corpus = support::charsetCorpus();
    const qint64 since = extract::Effort::now();
    qsizetype good = 0;
    for (const auto &row : corpus) {
        const auto charset = extract::guessCharset(row.bytes);
        good += QString::fromUtf8(extract::toUtf8(row.bytes, charset)) == row.text;
    }
    std::printf("charset guess: %lld of %lld texts, %.3f ms each\n", qlonglong(good),
                qlonglong(corpus.size()),
                double(extract::Effort::now() - since) / 1e6 / double(corpus.size()));
}

} // namespace

int main(int argc, char **argv)
{
    QByteArray html = samplePage();
    if (argc > 1) {
        QFile file(QString::fromLocal8Bit(argv[1]));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        html = file.readAll();
    }
    scoreCharsets();
    measure("fast", item::Tree::Fast, html);
    measure("browser", item::Tree::Browser, html);
    return 0;
}

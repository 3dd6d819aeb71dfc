// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints the ms of processor time that two fields of a page of about 10 kB take, for both trees; an
// argument is a file to take instead.
#include "extract/effort.h"
#include "extract/extractor.h"

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
    measure("fast", item::Tree::Fast, html);
    measure("browser", item::Tree::Browser, html);
    return 0;
}

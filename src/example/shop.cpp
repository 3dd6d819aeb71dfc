// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "example/shop.h"

#include <QString>

#include <array>
#include <initializer_list>

namespace trawl::example {

namespace {

struct Ware
{
    const char *name;
    const char *description;
    const char *path; ///< its shape in a field of 100 × 100
};

constexpr std::array wares{
    Ware{"Net", "Holds what it is thrown at.",
         "M20 30h60l-12 45H32zM30 30l8 45M45 30l3 45M60 30l-3 45M72 30l-8 45M24 45h52M28 60h44"},
    Ware{"Float", "Stays on top, whatever the weather.", "M50 15a35 35 0 1 0 .1 0zM15 50h70"},
    Ware{"Anchor", "For days on which nothing should move.",
         "M50 20v60M35 35h30M20 60c0 15 15 22 30 20c15 2 30-5 30-20M50 20a7 7 0 1 0 .1 0z"},
    Ware{"Lantern", "Lights the way home.", "M35 30h30l6 45H29zM40 30V20h20v10M50 42v20"},
};

constexpr std::array kinds{"Small", "Plain", "Sturdy", "Blue", "Old",
                           "Fine",  "Grand", "Double", "Last"};
static_assert(wares.size() * kinds.size() == productCount);

struct Product
{
    const Ware &ware;
    QByteArray name;
    QByteArray price;
    int stock;
    int hue;
};

Product product(int number)
{
    const auto index = std::size_t(number - 1);
    const auto &ware = wares[index % wares.size()];
    const int cents = 395 + number * 1735 % 9000;
    return {ware, QByteArray(kinds[index / wares.size()]) + ' ' + ware.name,
            QByteArray::number(cents / 100) + '.' +
                QByteArray::number(cents % 100).rightJustified(2, '0'),
            number * 7 % 50, number * 47 % 360};
}

QByteArray joined(std::initializer_list<QByteArray> parts)
{
    QByteArray all;
    for (const auto &part : parts)
        all += part;
    return all;
}

Answer page(const QByteArray &title, const QByteArray &body)
{
    return {"text/html; charset=utf-8",
            joined({"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>",
                    title, "</title></head>\n<body>\n", body, "</body></html>\n"})};
}

QByteArray article(int number)
{
    const auto one = product(number);
    const auto id = QByteArray::number(number);
    return joined({"<article class=\"product\"><h2><a href=\"/product/", id, "\">", one.name,
                   "</a></h2><span class=\"price\">€ ", one.price, "</span><img src=\"/picture/",
                   id, ".svg\" alt=\"\"></article>\n"});
}

Answer listPage(int number)
{
    QByteArray body = "<h1>The Harbour Shop</h1>\n";
    const int first = (number - 1) * productsOnAPage + 1;
    for (int i = first; i < first + productsOnAPage; ++i)
        body += article(i);
    if (first + productsOnAPage <= productCount)
        body += joined({"<a rel=\"next\" href=\"/page/", QByteArray::number(number + 1),
                        "\">Next page</a>\n"});
    return page("The Harbour Shop", body);
}

Answer productPage(int number)
{
    const auto one = product(number);
    return page(one.name,
                joined({"<h1>", one.name, "</h1>\n<p class=\"price\">€ ", one.price,
                        "</p>\n<p class=\"stock\"><b>", QByteArray::number(one.stock),
                        "</b> in stock</p>\n<p class=\"description\">", one.ware.description,
                        "</p>\n<img class=\"photo\" src=\"/picture/", QByteArray::number(number),
                        ".svg\" alt=\"", one.name, "\">\n<a href=\"/\">All products</a>\n"}));
}

Answer picture(int number)
{
    const auto one = product(number);
    const auto hue = QByteArray::number(one.hue);
    return {
        "image/svg+xml",
        joined({"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\" "
                "width=\"400\" height=\"400\">\n<rect width=\"100\" height=\"100\" fill=\"hsl(",
                hue, ",45%,88%)\"/>\n<path d=\"", one.ware.path, "\" fill=\"none\" stroke=\"hsl(",
                hue, ",60%,30%)\" stroke-width=\"3\" stroke-linejoin=\"round\"/>\n</svg>\n"})};
}

/// The number between prefix and suffix, if it is one up to `most`.
std::optional<int> numberIn(const QByteArray &path, const char *prefix, const char *suffix,
                            int most)
{
    if (!path.startsWith(prefix) || !path.endsWith(suffix))
        return std::nullopt;
    bool ok = false;
    const auto digits = path.sliced(qstrlen(prefix)).chopped(qstrlen(suffix));
    const int number = digits.toInt(&ok);
    return ok && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<Answer> answerTo(const QByteArray &path)
{
    if (path == "/")
        return listPage(1);
    if (path == "/robots.txt")
        return Answer{"text/plain", "User-agent: *\nAllow: /\n"};
    if (const auto number = numberIn(path, "/page/", "", productCount / productsOnAPage))
        return listPage(*number);
    if (const auto number = numberIn(path, "/product/", "", productCount))
        return productPage(*number);
    if (const auto number = numberIn(path, "/picture/", ".svg", productCount))
        return picture(*number);
    return std::nullopt;
}

} // namespace trawl::example

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// A tiny shop to try scraping on: lists of products, a page and a picture of each.
namespace trawl::example {

constexpr int productCount = 36;
constexpr int productsOnAPage = 9;

struct Answer
{
    QByteArray type; ///< Content-Type
    QByteArray body;
};

/// "/", "/page/2", "/product/7", "/picture/7.svg", "/robots.txt"; nullopt = 404. The same answer
/// to the same path at any time.
[[nodiscard]] std::optional<Answer> answerTo(const QByteArray &path);

} // namespace trawl::example

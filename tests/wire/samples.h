// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/messages.h"

#include <vector>

/// One message of each kind with every field off its default; adding a message is one line here.
namespace trawl::wire::samples {

inline item::Failure failure()
{
    return {item::Reason::Http, 429, true, QStringLiteral("zu viele — 太多")};
}

inline item::Headers headers()
{
    return {{"X-One", "1"}, {"X-Zwei", QByteArray("\0\xff", 2)}};
}

inline item::Outcome outcome(qint64 id = 7)
{
    const item::ResponseHead head{206,     20,    "text/html",     "attachment; filename=a",
                                  "\"e\"", "Sun", "HTTP/2 206\r\n"};
    return {item::ItemId(id),
            failure(),
            head,
            "https://b/2",
            1LL << 40,
            1LL << 39,
            ~0ULL,
            77,
            item::Verdict::SizeOnly,
            QByteArray(32, 'h'),
            1'700'000'000'000,
            1234,
            56,
            3,
            "https://b/3",
            {"https://b/1", "https://b/1a"},
            {1, 2, 3, 4},
            QStringLiteral("started again"),
            60'000,
            true};
}

inline item::Request request(qint64 id = 9)
{
    return {item::ItemId(id),
            "http://a/?q=%20",
            QStringLiteral("/tmp/ü.part"),
            headers(),
            item::JobId(3),
            4,
            5,
            6,
            8,
            {"http://a/2", "http://a/3"},
            true,
            {"http://b/", "http://c/"},
            {"image/png", "text/csv"},
            item::Checksum{item::HashAlgorithm::Sha1, QByteArray(20, 'x')},
            true,
            true,
            {QStringLiteral("me"), QStringLiteral("it's a secret")},
            item::Look::Sitemap,
            7,
            R"({"a":1})"};
}

inline item::TransferSettings settings()
{
    return {"Agent/2",
            headers(),
            QStringLiteral("/ca.pem"),
            false,
            QStringLiteral("/me.pem"),
            QStringLiteral("/me.key"),
            item::HttpVersion::Http2,
            item::HttpStack::Qt,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            15,
            true,
            true,
            {500, 503},
            QStringLiteral("socks5://p:1080"),
            {QStringLiteral("me"), QStringLiteral("secret")},
            "token",
            QStringLiteral("/home/me/.netrc"),
            true,
            false,
            12,
            13,
            14,
            true,
            true,
            true,
            true};
}

inline item::ProbeAnswer probeAnswer()
{
    return {7,
            failure(),
            QStringLiteral("no recipe"),
            QStringLiteral("guessed"),
            {{{item::RecipePart::Follow, 1}, QStringLiteral("a blank")}},
            {R"(["x",null])", "[]"},
            2,
            {0, 1},
            {{0, 1, QStringLiteral("twelve")}},
            {"http://a/", "http://b/"},
            3,
            {{4, 9}, {12, 13}},
            5,
            QStringLiteral("<p>ü"),
            true,
            false,
            12,
            true};
}

inline std::vector<Message> all()
{
    return {
        Hello{protocolVersion, "secret", 4242},
        ProgressBatch{{{item::ItemId(1), 2, 1, 3}, {item::ItemId(-4), 5, 4, 6}}},
        Finished{{outcome(1), outcome(2), outcome(3)}},
        Health{1, 2, 3, 4, 5},
        Log{LogLevel::Error, QStringLiteral("słowo 🐟")},
        Configure{settings()},
        Assign{{request(1), request(2)}},
        Cancel{{item::ItemId(1), item::ItemId(1LL << 62)}},
        SetRates{{{item::RateScope::Host, 2, 123'456}}},
        Drain{},
        Ping{99},
        JobSettings{item::JobId(2), settings(), R"({"fields":{"a":"b"}})"},
        GrantConnections{{{item::ItemId(1), 3}}},
        WantConnections{{{item::ItemId(1), 3}, {item::ItemId(2), 0}}},
        ReturnConnections{{{item::ItemId(1), 1}}},
        Cookies{item::JobId(2), {"#HttpOnly_a\tTRUE"}},
        Found{{{item::ItemId(1), {R"(["x",null])", "[]"}, {{"http://a/", 3, true, "{}"}}, {}, true},
               {item::ItemId(2), {}, {}, "User-agent: *", false}}},
        Probe{{7, R"({"fields":{"a":"b"}})", "http://a/", "text/html", QStringLiteral("/tmp/b"),
               item::RecipePlace{item::RecipePart::Field, 2}, true, true}},
        Probed{probeAnswer()},
        Inspect{item::ItemId(7)},
        Segments{{item::ItemId(7),
                  {{0, 1 << 20, 1 << 20, item::SegmentState::Written},
                   {1 << 20, -1, 512, item::SegmentState::Loading}},
                  (1 << 20) + 512,
                  -1,
                  100,
                  2048,
                  "http://a/b",
                  {"http://a/", "http://c/"},
                  {200, 11, "text/plain", {}, "\"e\"", {}, "HTTP/1.1 200 OK\r\n"}}},
        SetConnections{5},
    };
}

} // namespace trawl::wire::samples

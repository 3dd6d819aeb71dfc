// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/sumslookup.h"

#include "fetch/exchange.h"
#include "fetch/shared.h"
#include "fetch/sums.h"
#include "fetch/transfer.h"
#include "item/weburl.h"

#include <QScopeGuard>

#include <array>
#include <utility>

namespace trawl::fetch {

namespace {

constexpr qsizetype longestList = 8 << 20;
constexpr std::size_t mostLists = 200;

struct Candidate
{
    const char *name;
    item::HashAlgorithm algorithm;
};
constexpr std::array candidates{Candidate{"SHA256SUMS", item::HashAlgorithm::Sha256},
                                Candidate{"MD5SUMS", item::HashAlgorithm::Md5}};

/// Keeps a small body in memory; one that is too long is none.
class TextSink final : public ResponseSink
{
public:
    [[nodiscard]] bool head(const QNetworkReply &reply) override
    {
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200 &&
               !reply.rawHeader("Content-Type").toLower().startsWith("text/html");
    }
    [[nodiscard]] bool body(const char *data, qint64 size) override
    {
        m_text.append(data, size);
        return m_text.size() <= longestList;
    }
    [[nodiscard]] QByteArray takeText() { return std::exchange(m_text, {}); }

private:
    QByteArray m_text;
};

} // namespace

QCoro::Task<std::optional<item::Checksum>>
SumsCache::lookUp(Context &context, const item::Request &request, QByteArray fileUrl)
{
    const auto end = std::min(fileUrl.indexOf('?') < 0 ? fileUrl.size() : fileUrl.indexOf('?'),
                              fileUrl.indexOf('#') < 0 ? fileUrl.size() : fileUrl.indexOf('#'));
    const auto path = fileUrl.first(end);
    const auto slash = path.lastIndexOf('/');
    const auto name = item::percentDecoded(path.sliced(slash + 1));
    if (slash < 0 || name.isEmpty())
        co_return std::nullopt;
    const auto directory = path.first(slash + 1);
    makeRoom();
    // A share of it: makeRoom() may be called while this one waits.
    auto list = m_lists[directory];
    if (!list) {
        list = m_lists[directory] = std::make_shared<List>();
        auto filling = fill(context, request, directory, list);
        co_await filling;
    } else {
        Known ready{list};
        co_await ready;
    }
    if (list->text.isEmpty())
        co_return std::nullopt;
    co_return findSum(list->text, name, list->algorithm);
}

QCoro::Task<> SumsCache::fill(Context &context, const item::Request &request, QByteArray directory,
                              std::shared_ptr<List> list)
{
    const auto known = qScopeGuard([list] { // whatever happens: others wait
        list->there = true;
        for (const auto handle : std::exchange(list->waiting, {}))
            handle.resume();
    });
    const bool own = item::originOf(request.url) == item::originOf(directory);
    TextSink sink;
    Exchange exchange(context, sink, RateScopes::of(request));
    for (const auto &candidate : candidates) {
        auto asked = context.shared->request(directory + candidate.name, own, request.job);
        if (own)
            setCredentials(asked, request.credentials);
        exchange.start(asked);
        auto ended = exchange.ended();
        const auto ending = co_await ended;
        auto text = sink.takeText();
        if (ending == Ending::Finished && exchange.error().code == QNetworkReply::NoError &&
            !text.isEmpty()) {
            list->algorithm = candidate.algorithm;
            list->text = std::move(text);
            break;
        }
    }
}

/// Lists that nobody waits for go; who needs one again fetches it again.
void SumsCache::makeRoom()
{
    if (m_lists.size() >= mostLists)
        std::erase_if(m_lists, [](const auto &entry) { return entry.second->there; });
}

} // namespace trawl::fetch

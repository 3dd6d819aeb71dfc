// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/checksum.h"
#include "item/request.h"

#include <QCoro/QCoroTask>

#include <QByteArray>

#include <coroutine>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace trawl::fetch {

struct Context;

/// The lists of checksums that lie beside files (SHA256SUMS, MD5SUMS): each is fetched once for all
/// the files of its directory.
class SumsCache
{
public:
    /// What the list beside `fileUrl` says of that file; nothing when there is none, or none that
    /// can be had. `request` says whose login and limits to use.
    [[nodiscard]] QCoro::Task<std::optional<item::Checksum>>
    lookUp(Context &context, const item::Request &request, QByteArray fileUrl);

private:
    struct List
    {
        item::HashAlgorithm algorithm = item::HashAlgorithm::Sha256;
        QByteArray text;
        bool there = false; ///< known, be it empty
        std::vector<std::coroutine_handle<>> waiting;
    };
    /// Resumes when another transfer has fetched the list.
    struct Known
    {
        std::shared_ptr<List> list;
        [[nodiscard]] bool await_ready() const { return list->there; }
        void await_suspend(std::coroutine_handle<> handle) const
        {
            list->waiting.push_back(handle);
        }
        void await_resume() const {}
    };
    QCoro::Task<> fill(Context &context, const item::Request &request, QByteArray directory,
                       std::shared_ptr<List> list);
    void makeRoom();

    std::unordered_map<QByteArray, std::shared_ptr<List>> m_lists; ///< by the directory's URL
};

} // namespace trawl::fetch

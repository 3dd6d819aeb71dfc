// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/tries.h"

namespace trawl::queue {

namespace {

constexpr qint64 progress = 64 * 1024;
// A server that says "later" for ever is a failure in the end.
constexpr int mostPutOff = 30;

} // namespace

int Tries::failed(item::ItemId id, const FailedTry &attempt)
{
    auto &item = m_items[id];
    if (attempt.resumable >= item.best + progress) {
        item.best = attempt.resumable;
        item.tries = 0;
        item.putOff = 0;
    }
    if (attempt.offline || (attempt.toldWhen && ++item.putOff <= mostPutOff))
        return item.tries;
    return ++item.tries;
}

} // namespace trawl::queue

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extractor.h"
#include "item/findings.h"
#include "item/outcome.h"
#include "item/request.h"

#include <memory>

namespace trawl::worker {

/// What is found goes to the engine in messages of about so many bytes.
constexpr qsizetype pieceBytes = 256 * 1024;

/// What came of looking into a whole body.
struct Looked
{
    item::Findings findings;
    item::Failure failure; ///< Reason::None = all went well
    QString note;
};

/// A body, and what it is looked into for.
struct Looking
{
    item::Request request;
    item::ResponseHead head;
    QByteArray url; ///< after redirects
    QByteArray body;
    std::shared_ptr<const extract::Extractor> extractor; ///< with Look::Page
};

/// Whether bodies of this media type (a Content-Type field) are looked into at all: pictures and
/// archives are not.
[[nodiscard]] bool isLookedInto(const QByteArray &contentType, item::Look look);

/// On any thread; throws nothing.
[[nodiscard]] Looked lookInto(const Looking &looking);

/// In pieces that fit into a frame of the wire.
[[nodiscard]] QList<item::Findings> inPieces(const item::Findings &findings);

} // namespace trawl::worker

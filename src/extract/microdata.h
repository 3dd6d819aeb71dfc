// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/effort.h"

#include <QByteArray>
#include <QJsonArray>

#include <libxml/tree.h>

namespace trawl::extract {

struct Microdata
{
    QJsonArray items;   ///< the top-level ones
    bool isCut = false; ///< there is more, or deeper, than is looked at
};

/// A page's microdata as JSON (WHATWG HTML, 5.5.1): {"type": […], "id": …, "properties": {…: […]}}.
/// URLs that lead nowhere over http(s) stay as they are written.
[[nodiscard]] Microdata readMicrodata(const xmlDoc *document, const QByteArray &base,
                                      Effort &effort);

} // namespace trawl::extract

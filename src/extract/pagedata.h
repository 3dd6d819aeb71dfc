// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/effort.h"

#include <QByteArray>
#include <QJsonArray>
#include <QString>

#include <libxml/tree.h>

#include <optional>
#include <vector>

namespace trawl::extract {

/// The elements of a name, in document order.
[[nodiscard]] std::vector<xmlNode *> elementsOf(const xmlDoc *document, const char *name);

/// The JSON-LD and microdata of one page, each read when it is first asked for. One thread; the
/// document must live as long.
class PageData
{
public:
    struct Found
    {
        QJsonArray objects;
        QString note; ///< what was not understood or left out, English; may be empty
    };

    /// `base`: URL that relative ones of microdata are resolved against.
    PageData(const xmlDoc *document, QByteArray base);

    [[nodiscard]] const xmlDoc *document() const { return m_document; }
    [[nodiscard]] const Found &jsonLd();
    [[nodiscard]] const Found &microdata(Effort &effort);

private:
    const xmlDoc *m_document;
    QByteArray m_base;
    std::optional<Found> m_jsonLd;
    std::optional<Found> m_microdata;
};

} // namespace trawl::extract

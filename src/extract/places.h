// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/selector.h"
#include "item/probe.h"

#include <libxml/tree.h>

#include <optional>

namespace trawl::extract {

/// Bytes of a page's UTF-8, from the first to behind the last.
struct ByteRange
{
    qint64 from = 0;
    qint64 to = 0;
};

/// Notes where a node or attribute stands; the tree's maker does, where it knows.
void setPlace(void *node, ByteRange place);
/// Nothing = it stands nowhere (a <tbody> that a browser adds), or its tree does not know.
[[nodiscard]] std::optional<ByteRange> placeOf(const xmlNode *node);

/// Source text as an editor holds it: line ends are one character.
class SourceText
{
public:
    explicit SourceText(const QByteArray &utf8);

    /// Of the first item::ProbeAnswer::mostSource characters.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isCut() const;
    /// In characters, those that lie within text() only, in order of their beginning.
    [[nodiscard]] QList<item::SourceRange> rangesOf(QList<ByteRange> places) const;
    /// Where matches stand that have no place of their own: in order, each behind the one before.
    [[nodiscard]] QList<ByteRange> search(const QList<Match> &matches) const;

private:
    QByteArray m_utf8;
};

} // namespace trawl::extract

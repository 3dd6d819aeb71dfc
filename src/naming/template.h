// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/outcome.h"
#include "naming/templatepart.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <functional>

namespace trawl::naming {

/// Longest path that a template gives, in bytes of UTF-8: what is left of the system's 4 096 goes
/// to the job's directory.
constexpr int maxPathBytes = 3000;
/// Most components of a path, the file's name included.
constexpr int maxPathDepth = 32;

/// What a name is made of. `head` is empty while nothing has been asked yet.
struct NameInput
{
    item::ResponseHead head;
    QByteArray url;    ///< the final one, absolute
    QString name;      ///< wished by the list, may hold directories; empty = from the response
    QString folder;    ///< of the list too, '/' between
    qint64 index = 1;  ///< the item's number in its job, from 1
    QString job;       ///< the job's name
    qint64 dateMs = 0; ///< since the epoch; shown in local time
    std::function<QString(const QString &)> field = {}; ///< a field's value; none = all are empty
};

/// Where a template is wrong; technical English, as in item::Failure.
struct TemplateError
{
    qsizetype at = 0; ///< the offending character, from 0
    QString what;
};

/// The rule by which a job names its files, read once and applied often:
/// `{name}` (`{stem}` and `{ext}` are its two sides), `{host}`, `{path}` (the URL's directories),
/// `{index}` or `{index:05}`, `{job}`, `{date}` or `{date:yyyy-MM}`, `{field:title}`; `{{` and `}}`
/// are braces, '/' makes directories.
class NameTemplate
{
public:
    NameTemplate() = default; ///< {name}
    /// An empty text is {name} too.
    [[nodiscard]] static tl::expected<NameTemplate, TemplateError> compile(const QString &text);

    /// A name is not known before there is a record.
    [[nodiscard]] bool needsFields() const { return has(PartKind::Field); }
    /// Which items come to the same name is known by the list alone: neither by the time, nor by
    /// what is found in them. With {index} none do.
    [[nodiscard]] bool isOfList() const
    {
        return !has(PartKind::Field) && !has(PartKind::Date) && !has(PartKind::Index);
    }
    /// It is {name} and nothing else.
    [[nodiscard]] bool isName() const
    {
        return m_parts.size() == 1 && m_parts.first().kind == PartKind::Name;
    }

    /// A relative path with '/' between, never empty, each component as safeName() makes it: no
    /// "..", no device, at most maxNameBytes. Only '/' of the template, {path} and the list's
    /// wishes make directories. A directory of the latter two of which nothing safe is left goes,
    /// any other component that is empty becomes "index".
    [[nodiscard]] QString path(const NameInput &input) const;

private:
    [[nodiscard]] bool has(PartKind kind) const;

    QList<TemplatePart> m_parts{{PartKind::Name, {}, 0}};
};

} // namespace trawl::naming

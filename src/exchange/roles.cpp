// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/roles.h"
#include "exchange/bytes.h"
#include "item/ascii.h"

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

struct Row
{
    const char *name;
    Role role;
};
constexpr std::array roleRows{
    Row{"url", Role::Url},         Row{"link", Role::Url},          Row{"href", Role::Url},
    Row{"name", Role::Name},       Row{"filename", Role::Name},     Row{"file", Role::Path},
    Row{"folder", Role::Folder},   Row{"dir", Role::Folder},        Row{"header", Role::Headers},
    Row{"headers", Role::Headers}, Row{"referer", Role::Referer},   Row{"checksum", Role::Checksum},
    Row{"mirror", Role::Mirrors},  Row{"mirrors", Role::Mirrors},   Row{"size", Role::Size},
    Row{"user", Role::User},       Row{"password", Role::Password},
};

/// Calls `use` with each line that is not blank.
template <typename Use> void forEachLine(QByteArrayView text, Use use)
{
    for (const auto &line : text.toByteArray().replace('\r', '\n').split('\n')) {
        if (const auto plain = trimmed(line); !plain.isEmpty())
            use(plain);
    }
}

/// What a digest of so many hexadecimal digits is; a word that names no algorithm for other sizes.
QByteArray algorithmOfSize(qsizetype digits)
{
    for (int i = 0; i <= int(item::HashAlgorithm::Last); ++i) {
        if (item::digestSize(item::HashAlgorithm(i)) * 2 == digits)
            return item::algorithmWord(item::HashAlgorithm(i));
    }
    return QByteArrayLiteral("without a name");
}

void applyMirrors(Entry &entry, QByteArrayView value)
{
    forEachLine(value, [&entry](QByteArrayView line) {
        while (!line.isEmpty())
            entry.addUrl(takeWord(line));
    });
}

} // namespace

Role roleOf(QByteArrayView name)
{
    for (const auto &row : roleRows) {
        if (name.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.role;
    }
    return item::algorithmFromWord(name) ? Role::Digest : Role::None;
}

void applyRole(Entry &entry, Role role, QByteArrayView name, QByteArrayView value)
{
    if (value.isEmpty())
        return;
    switch (role) {
    case Role::None:
        return;
    case Role::Url:
        return entry.addUrl(value);
    case Role::Name:
        return entry.setName(value);
    case Role::Path:
        return entry.setPath(value);
    case Role::Folder:
        return entry.setFolder(value);
    case Role::Headers:
        return forEachLine(value, [&entry](QByteArrayView line) { entry.addHeader(line); });
    case Role::Referer:
        return entry.addHeader("Referer", value);
    case Role::Checksum:
        return entry.setChecksum(value);
    case Role::Digest:
        return entry.setChecksum(name, value);
    case Role::Mirrors:
        return applyMirrors(entry, value);
    case Role::Size:
        return entry.setSize(value);
    case Role::User:
        return entry.setUser(value);
    case Role::Password:
        return entry.setPassword(value);
    }
}

void applyCell(Entry &entry, Role role, QByteArrayView name, QByteArrayView value)
{
    if (value == "-")
        return;
    if (role == Role::Size && !std::all_of(value.begin(), value.end(), item::isDigit))
        return; // tables of files often have "1.2 MB", which promises nothing
    if (role == Role::Checksum && !value.isEmpty() && !value.contains('=') && !value.contains(':'))
        applyRole(entry, Role::Digest, algorithmOfSize(value.size()), value);
    else
        applyRole(entry, role, name, value);
}

int urlRank(QByteArrayView name)
{
    constexpr std::array names{"url", "link", "href"};
    const auto found = std::find_if(names.begin(), names.end(), [name](const char *known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? 0 : int(found - names.begin()) + 1;
}

} // namespace trawl::exchange

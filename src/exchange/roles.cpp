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
    Row{"url", Role::Url},          Row{"link", Role::Url},
    Row{"href", Role::Url},         Row{"uri", Role::Url},
    Row{"downloadurl", Role::Url},  Row{"downloadlink", Role::Url},
    Row{"fileurl", Role::Url},      Row{"name", Role::Name},
    Row{"filename", Role::Name},    Row{"file", Role::Path},
    Row{"folder", Role::Folder},    Row{"dir", Role::Folder},
    Row{"directory", Role::Folder}, Row{"header", Role::Headers},
    Row{"headers", Role::Headers},  Row{"referer", Role::Referer},
    Row{"referrer", Role::Referer}, Row{"checksum", Role::Checksum},
    Row{"hash", Role::Checksum},    Row{"digest", Role::Checksum},
    Row{"mirror", Role::Mirrors},   Row{"mirrors", Role::Mirrors},
    Row{"size", Role::Size},        Row{"filesize", Role::Size},
    Row{"user", Role::User},        Row{"password", Role::Password},
};

/// "SHA-256 sum" → "sha256sum"
QByteArray plainName(QByteArrayView name)
{
    QByteArray plain;
    for (const char c : name) {
        if (c != ' ' && c != '_' && c != '-')
            plain += item::toLower(c);
    }
    return plain;
}

/// "sha256sum" → "sha256"; what it is without such a word where there is none.
QByteArray withoutWordForDigest(QByteArray plain)
{
    for (const char *word : {"checksum", "digest", "hash", "sum"}) {
        const QByteArrayView part(word);
        if (plain.endsWith(part))
            return plain.chopped(part.size());
        if (plain.startsWith(part))
            return plain.sliced(part.size());
    }
    return plain;
}

const Row *rowOf(const QByteArray &plain)
{
    const auto row = std::find_if(roleRows.begin(), roleRows.end(),
                                  [&plain](const Row &one) { return plain == one.name; });
    return row == roleRows.end() ? nullptr : &*row;
}

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

void applyDigest(Entry &entry, QByteArrayView name, QByteArrayView value)
{
    const auto plain = withoutWordForDigest(plainName(name));
    entry.setChecksum(item::algorithmFromWord(plain) ? QByteArrayView(plain) : name, value);
}

void applyMirrors(Entry &entry, QByteArrayView value)
{
    forEachLine(value, [&entry](QByteArrayView line) {
        while (!line.isEmpty())
            entry.addUrl(takeWord(line));
    });
}

/// What stands in tables where nothing is known; a file may be called "none".
bool saysNothing(Role role, QByteArrayView value)
{
    constexpr std::array words{"?", "n/a", "na", "none", "null", "unknown"};
    const bool isCount = role == Role::Size || role == Role::Checksum || role == Role::Digest;
    return value == "-" ||
           (isCount && std::any_of(words.begin(), words.end(), [value](const char *word) {
                return value.compare(word, Qt::CaseInsensitive) == 0;
            }));
}

/// "1.2 MB", "~ 30K": tables of files often have them, and they promise nothing.
bool isRounded(QByteArrayView value)
{
    const auto number = [](char c) { return item::isDigit(c) || c == '.' || c == ','; };
    if (value.startsWith('~'))
        value = trimmed(value.sliced(1));
    const auto end = std::find_if_not(value.begin(), value.end(), number) - value.begin();
    const auto unit = trimmed(value.sliced(end));
    constexpr QByteArrayView prefixes("kmgtp");
    return end > 0 && !unit.isEmpty() && prefixes.contains(item::toLower(unit.front()));
}

} // namespace

Role roleOf(QByteArrayView name)
{
    const auto plain = plainName(name);
    if (const auto *row = rowOf(plain))
        return row->role;
    return item::algorithmFromWord(withoutWordForDigest(plain)) ? Role::Digest : Role::None;
}

bool isLikeDigest(QByteArrayView name)
{
    constexpr std::array families{"adler", "b2",     "b3",  "blake",     "ck",  "crc", "ed2k",
                                  "gost",  "keccak", "md",  "ripemd",    "rmd", "sha", "skein",
                                  "sm3",   "tiger",  "tth", "whirlpool", "xxh"};
    constexpr qsizetype longestVariant = 10;
    const auto plain = withoutWordForDigest(plainName(name));
    return std::any_of(families.begin(), families.end(), [&plain](QByteArrayView family) {
        if (!plain.startsWith(family))
            return false;
        const auto variant = plain.sliced(family.size());
        return variant.isEmpty() || (variant.size() <= longestVariant &&
                                     std::any_of(variant.begin(), variant.end(), item::isDigit));
    });
}

bool isHexDigest(QByteArrayView value)
{
    constexpr qsizetype fewestDigits = 8;
    return value.size() >= fewestDigits &&
           std::all_of(value.begin(), value.end(), item::isHexDigit);
}

bool tellsOfFiles(QByteArrayView name)
{
    const auto role = roleOf(name);
    return role == Role::Checksum || role == Role::Digest || role == Role::Folder ||
           role == Role::Path || role == Role::Mirrors || plainName(name) == "filename";
}

Role roleOfColumn(QByteArrayView name, bool isOfFiles)
{
    if (!isOfFiles && plainName(name) == "size")
        return Role::LikelySize;
    const auto role = roleOf(name);
    return role == Role::None && isLikeDigest(name) ? Role::Digest : role;
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
        return applyDigest(entry, name, value);
    case Role::Mirrors:
        return applyMirrors(entry, value);
    case Role::Size:
    case Role::LikelySize:
        return entry.setSize(value);
    case Role::User:
        return entry.setUser(value);
    case Role::Password:
        return entry.setPassword(value);
    }
}

void applyCell(Entry &entry, Role role, QByteArrayView name, QByteArrayView value)
{
    constexpr qsizetype digitsOfBytes = 4;
    if (saysNothing(role, value) || (role == Role::Size && isRounded(value)))
        return;
    if (role == Role::LikelySize &&
        (value.size() < digitsOfBytes || !std::all_of(value.begin(), value.end(), item::isDigit)))
        return;
    if (role == Role::Digest && roleOf(name) != Role::Digest && !isHexDigest(value))
        return; // "crc" may be another word
    if (role == Role::Checksum && !value.isEmpty() && !value.contains('=') && !value.contains(':'))
        applyRole(entry, Role::Digest, algorithmOfSize(value.size()), value);
    else
        applyRole(entry, role, name, value);
}

int urlRank(QByteArrayView name)
{
    const auto *row = rowOf(plainName(name));
    return row && row->role == Role::Url ? int(row - roleRows.data()) + 1 : 0;
}

} // namespace trawl::exchange

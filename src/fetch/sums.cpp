// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/sums.h"
#include "item/ascii.h"

#include <algorithm>

namespace trawl::fetch {

namespace {

struct Entry
{
    QByteArrayView name;
    QByteArrayView digest;
    bool escaped = false; ///< the name holds \\ for a backslash, \n and \r
};

/// "hex  name"; the second blank may be a '*' (read in binary) or, as some write it, missing.
std::optional<Entry> plainEntry(QByteArrayView line)
{
    const auto end = std::find_if_not(line.begin(), line.end(), item::isHexDigit);
    const auto digits = end - line.begin();
    if (digits == 0 || end == line.end() || (*end != ' ' && *end != '\t'))
        return std::nullopt;
    auto name = line.sliced(digits + 1);
    if (name.startsWith(' ') || name.startsWith('*'))
        name = name.sliced(1);
    return Entry{name, line.first(digits)};
}

/// "SHA256 (name) = hex"; the name may hold ") = " too.
std::optional<Entry> taggedEntry(QByteArrayView line, item::HashAlgorithm algorithm)
{
    const auto open = line.indexOf(" (");
    const auto equals = line.isEmpty() ? -1 : line.lastIndexOf(") = ");
    if (open < 0 || equals < open + 2 || item::algorithmFromWord(line.first(open)) != algorithm)
        return std::nullopt;
    return Entry{line.sliced(open + 2, equals - open - 2), line.sliced(equals + 4)};
}

std::optional<Entry> entryOf(QByteArrayView line, item::HashAlgorithm algorithm)
{
    const bool escaped = line.startsWith('\\');
    if (escaped)
        line = line.sliced(1);
    auto entry = taggedEntry(line, algorithm);
    if (!entry)
        entry = plainEntry(line);
    if (entry)
        entry->escaped = escaped;
    return entry;
}

QByteArray plainName(const Entry &entry)
{
    QByteArray name;
    for (qsizetype i = 0; i < entry.name.size(); ++i) {
        const bool escape = entry.escaped && entry.name[i] == '\\' && i + 1 < entry.name.size();
        const char c = entry.name[escape ? ++i : i];
        name += escape && c == 'n' ? '\n' : escape && c == 'r' ? '\r' : c;
    }
    return name.startsWith("./") ? name.sliced(2) : name;
}

} // namespace

std::optional<item::Checksum> findSum(QByteArrayView text, QByteArrayView fileName,
                                      item::HashAlgorithm algorithm)
{
    std::optional<item::Checksum> found;
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    while (!text.isEmpty()) {
        const auto newline = text.indexOf('\n');
        auto line = newline < 0 ? text : text.first(newline);
        text = newline < 0 ? QByteArrayView() : text.sliced(newline + 1);
        while (line.endsWith('\r'))
            line.chop(1);
        const auto entry = entryOf(line, algorithm);
        if (!entry || plainName(*entry) != fileName)
            continue;
        const auto sum = item::makeChecksum(algorithm, entry->digest);
        if (sum && found && *sum != *found)
            return std::nullopt;
        if (sum)
            found = sum;
    }
    return found;
}

} // namespace trawl::fetch

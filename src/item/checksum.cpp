// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/checksum.h"
#include "item/ascii.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace trawl::item {

namespace {

struct Row
{
    const char *word;
    qsizetype bytes;
};
constexpr std::array rows{Row{"md5", 16}, Row{"sha1", 20}, Row{"sha256", 32}, Row{"sha512", 64}};
static_assert(rows.size() == std::size_t(HashAlgorithm::Last) + 1);

} // namespace

QByteArray algorithmWord(HashAlgorithm algorithm)
{
    return rows[std::size_t(algorithm)].word;
}

QByteArray algorithmWords()
{
    QByteArrayList words;
    for (const auto &row : rows)
        words.append(row.word);
    return words.join(", ");
}

std::optional<HashAlgorithm> algorithmFromWord(QByteArrayView word)
{
    auto plain = word.toByteArray().toLower();
    plain.replace('-', QByteArray());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (plain == rows[i].word)
            return HashAlgorithm(i);
    }
    return std::nullopt;
}

qsizetype digestSize(HashAlgorithm algorithm)
{
    return rows[std::size_t(algorithm)].bytes;
}

std::optional<Checksum> makeChecksum(HashAlgorithm algorithm, QByteArrayView hex)
{
    if (hex.size() != digestSize(algorithm) * 2 || !std::all_of(hex.begin(), hex.end(), isHexDigit))
        return std::nullopt;
    return Checksum{algorithm, QByteArray::fromHex(hex.toByteArray())};
}

std::optional<Checksum> parseChecksum(QByteArrayView text)
{
    auto mark = text.indexOf('=');
    if (mark < 0)
        mark = text.indexOf(':');
    if (mark < 0)
        return std::nullopt;
    const auto algorithm = algorithmFromWord(text.first(mark));
    return algorithm ? makeChecksum(*algorithm, text.sliced(mark + 1)) : std::nullopt;
}

QByteArray checksumText(const Checksum &checksum)
{
    return algorithmWord(checksum.algorithm) + '=' + checksum.digest.toHex();
}

} // namespace trawl::item

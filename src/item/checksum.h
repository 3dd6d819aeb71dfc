// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace trawl::item {

enum class HashAlgorithm : quint8 { Md5, Sha1, Sha256, Sha512, Last = Sha512 };

/// What the bytes of a file must hash to.
struct Checksum
{
    HashAlgorithm algorithm = HashAlgorithm::Sha256;
    QByteArray digest; ///< raw: 16, 20, 32 or 64 bytes

    friend bool operator==(const Checksum &, const Checksum &) = default;
};

/// "sha256"
[[nodiscard]] QByteArray algorithmWord(HashAlgorithm algorithm);
/// "md5, sha1 …", all of them.
[[nodiscard]] QByteArray algorithmWords();
/// Any case, with or without the dash ("SHA-256", as metalinks and HTTP write it).
[[nodiscard]] std::optional<HashAlgorithm> algorithmFromWord(QByteArrayView word);
/// Bytes of a digest.
[[nodiscard]] qsizetype digestSize(HashAlgorithm algorithm);

/// "sha256=9f86…" (also with ':'), the digest in hex of the right length; nullopt for all else.
[[nodiscard]] std::optional<Checksum> parseChecksum(QByteArrayView text);
[[nodiscard]] std::optional<Checksum> makeChecksum(HashAlgorithm algorithm, QByteArrayView hex);
[[nodiscard]] QByteArray checksumText(const Checksum &checksum);

} // namespace trawl::item

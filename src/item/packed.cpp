// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/packed.h"

#include <array>

namespace trawl::item {

namespace {

struct Packed
{
    const char *word;
    const char *coding;
};

constexpr std::array suffixes{
    Packed{"gz", "gzip"},           Packed{"tgz", "gzip"},  Packed{"taz", "gzip"},
    Packed{"svgz", "gzip"},         Packed{"emz", "gzip"},  Packed{"wmz", "gzip"},
    Packed{"cpgz", "gzip"},         Packed{"gzip", "gzip"}, Packed{"crate", "gzip"},
    Packed{"ipk", "gzip"},          Packed{"adz", "gzip"},  Packed{"vgz", "gzip"},
    Packed{"unitypackage", "gzip"}, Packed{"zst", "zstd"},  Packed{"tzst", "zstd"},
    Packed{"zstd", "zstd"},         Packed{"br", "br"},     Packed{"z", "compress"},
    Packed{"tz", "compress"},
};

constexpr std::array types{
    Packed{"application/gzip", "gzip"},
    Packed{"application/x-gzip", "gzip"},
    Packed{"application/x-gunzip", "gzip"},
    Packed{"application/gzipped", "gzip"},
    Packed{"application/x-tgz", "gzip"},
    Packed{"application/x-tar-gz", "gzip"},
    Packed{"application/x-gtar-compressed", "gzip"},
    Packed{"application/x-compressed-tar", "gzip"},
    Packed{"application/zstd", "zstd"},
    Packed{"application/x-zstd", "zstd"},
    Packed{"application/x-zstd-compressed-tar", "zstd"},
    Packed{"application/x-brotli", "br"},
    Packed{"application/x-compress", "compress"},
};

template <std::size_t Size>
QByteArrayView codingOf(QByteArrayView word, const std::array<Packed, Size> &list)
{
    for (const auto &row : list) {
        if (word.compare(row.word, Qt::CaseInsensitive) == 0)
            return row.coding;
    }
    return {};
}

} // namespace

QByteArrayView lastSegment(QByteArrayView url)
{
    for (const char mark : {'#', '?'}) {
        if (const auto at = url.indexOf(mark); at >= 0)
            url = url.first(at);
    }
    if (const auto scheme = url.indexOf("://"); scheme >= 0)
        url = url.sliced(scheme + 3);
    const auto slash = url.lastIndexOf('/');
    return slash < 0 ? QByteArrayView() : url.sliced(slash + 1);
}

QByteArray nameInDisposition(const QByteArray &field)
{
    const auto lower = field.toLower();
    const auto parameter = lower.indexOf("filename");
    const auto equals = parameter < 0 ? -1 : lower.indexOf('=', parameter);
    if (equals < 0)
        return {};
    const auto value = lower.sliced(equals + 1).trimmed();
    const bool quoted = value.startsWith('"');
    const auto end = value.indexOf(quoted ? '"' : ';', 1);
    return value.sliced(quoted, (end < 0 ? value.size() : end) - quoted).trimmed();
}

QByteArrayView suffixOf(QByteArrayView name)
{
    const auto dot = name.lastIndexOf('.');
    return dot < 0 ? QByteArrayView() : name.sliced(dot + 1);
}

QByteArrayView codingOfName(QByteArrayView name)
{
    return codingOf(suffixOf(name), suffixes);
}

QByteArrayView codingOfType(QByteArrayView contentType)
{
    const auto end = contentType.indexOf(';');
    return codingOf((end < 0 ? contentType : contentType.first(end)).trimmed(), types);
}

} // namespace trawl::item

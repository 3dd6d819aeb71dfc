// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/filekind.h"

#include "item/packed.h"

#include <algorithm>
#include <iterator>

namespace trawl::item {

FileKind fileKindOf(QByteArrayView name)
{
    static constexpr const char *binary[] = {
        "jpg",  "jpeg", "png",  "gif",     "webp", "avif",  "bmp",      "tif",     "tiff",   "ico",
        "heic", "heif", "jxl",  "jp2",     "psd",  "mp3",   "m4a",      "ogg",     "oga",    "opus",
        "flac", "wav",  "aac",  "wma",     "mid",  "mp4",   "m4v",      "mkv",     "webm",   "avi",
        "mov",  "wmv",  "flv",  "mpg",     "mpeg", "3gp",   "ogv",      "zip",     "gz",     "tgz",
        "svgz", "bz2",  "tbz2", "xz",      "txz",  "zst",   "tzst",     "7z",      "rar",    "tar",
        "lz",   "lz4",  "lzma", "cab",     "jar",  "war",   "apk",      "aab",     "ipa",    "iso",
        "img",  "dmg",  "vhd",  "vmdk",    "deb",  "rpm",   "pkg",      "msi",     "exe",    "dll",
        "bin",  "whl",  "gem",  "nupkg",   "snap", "crate", "crx",      "xpi",     "pdf",    "epub",
        "mobi", "azw3", "djvu", "doc",     "docx", "xls",   "xlsx",     "ppt",     "pptx",   "odt",
        "ods",  "odp",  "ttf",  "otf",     "woff", "woff2", "wasm",     "parquet", "sqlite", "hdf5",
        "h5",   "npy",  "npz",  "torrent", "swf",  "class", "appimage", "qcow2",   "flatpak"};
    static constexpr const char *text[] = {"csv", "tsv",  "json", "jsonl", "ndjson", "geojson",
                                           "css", "js",   "mjs",  "yaml",  "yml",    "toml",
                                           "sql", "atom", "rss",  "srt",   "vtt",    "bib",
                                           "m3u", "m3u8", "ics",  "vcf",   "patch",  "diff"};
    // "File:A.jpg" is the title of a page, of MediaWiki's, say; no system has files of such a name.
    if (name.contains(':') || name.contains("%3A"))
        return FileKind::Any;
    const auto suffix = suffixOf(name);
    const auto isSuffix = [suffix](const char *word) {
        return suffix.compare(word, Qt::CaseInsensitive) == 0;
    };
    if (std::any_of(std::begin(binary), std::end(binary), isSuffix))
        return FileKind::Binary;
    return std::any_of(std::begin(text), std::end(text), isSuffix) ? FileKind::Text : FileKind::Any;
}

} // namespace trawl::item

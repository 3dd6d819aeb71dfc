// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/filetype.h"

#include "item/ascii.h"
#include "item/mediatype.h"
#include "item/packed.h"

#include <algorithm>
#include <iterator>

namespace trawl::fetch {

namespace {

enum class Kind {
    Any,    ///< may be a page
    Binary, ///< holds bytes that no text has
    Text,   ///< text, but no page
};

Kind kindOf(QByteArrayView name)
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
        return Kind::Any;
    const auto suffix = item::suffixOf(name);
    const auto isSuffix = [suffix](const char *word) {
        return suffix.compare(word, Qt::CaseInsensitive) == 0;
    };
    if (std::any_of(std::begin(binary), std::end(binary), isSuffix))
        return Kind::Binary;
    return std::any_of(std::begin(text), std::end(text), isSuffix) ? Kind::Text : Kind::Any;
}

/// What no text has (WHATWG MIME Sniffing, 3).
bool isBinaryByte(char byte)
{
    const auto c = uchar(byte);
    return c <= 0x08 || c == 0x0b || (c >= 0x0e && c <= 0x1a) || (c >= 0x1c && c <= 0x1f);
}

bool beginsAsPage(QByteArrayView begin)
{
    static constexpr const char *marks[] = {"<!doctype html", "<html", "<head",  "<body",
                                            "<title",         "<meta", "<script"};
    if (begin.startsWith("\xef\xbb\xbf"))
        begin = begin.sliced(3);
    for (;;) {
        while (!begin.isEmpty() && item::isHtmlSpace(uchar(begin.front())))
            begin = begin.sliced(1);
        if (!begin.startsWith("<!--"))
            break;
        const auto end = begin.indexOf("-->");
        if (end < 0)
            return true;
        begin = begin.sliced(end + 3);
    }
    return std::any_of(std::begin(marks), std::end(marks), [begin](const char *word) {
        const QByteArrayView mark(word);
        return begin.size() > mark.size() &&
               begin.first(mark.size()).compare(mark, Qt::CaseInsensitive) == 0 &&
               !item::isLetterOrDigit(uchar(begin[mark.size()]));
    });
}

} // namespace

bool promisesNoPage(QByteArrayView name)
{
    return kindOf(name) != Kind::Any;
}

bool isPageInstead(QByteArrayView name, const QByteArray &contentType, QByteArrayView begin)
{
    if (begin.isEmpty())
        return false;
    const auto type = item::mediaType(contentType);
    const bool declared = type == "text/html" || type == "application/xhtml+xml";
    const bool page = beginsAsPage(begin);
    switch (kindOf(name)) {
    case Kind::Binary:
        if (declared)
            return page || std::none_of(begin.begin(), begin.end(), isBinaryByte);
        // Programs of an office export tables as pages under a name and a type of their own.
        return page && !type.startsWith("application/vnd.") && !type.startsWith("application/ms");
    case Kind::Text:
        return declared && page;
    case Kind::Any:
        break;
    }
    return false;
}

} // namespace trawl::fetch

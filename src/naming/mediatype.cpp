// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/mediatype.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace trawl::naming {

namespace {

struct Row
{
    QByteArrayView type;
    QLatin1StringView extension;
};

// The registered types and the unregistered ones that servers still send; sorted.
constexpr std::array rows{
    Row{"application/epub+zip", QLatin1StringView("epub")},
    Row{"application/gzip", QLatin1StringView("gz")},
    Row{"application/javascript", QLatin1StringView("js")},
    Row{"application/json", QLatin1StringView("json")},
    Row{"application/jsonl", QLatin1StringView("jsonl")},
    Row{"application/ld+json", QLatin1StringView("jsonld")},
    Row{"application/msword", QLatin1StringView("doc")},
    Row{"application/pdf", QLatin1StringView("pdf")},
    Row{"application/postscript", QLatin1StringView("ps")},
    Row{"application/rtf", QLatin1StringView("rtf")},
    Row{"application/vnd.ms-excel", QLatin1StringView("xls")},
    Row{"application/vnd.ms-powerpoint", QLatin1StringView("ppt")},
    Row{"application/vnd.oasis.opendocument.spreadsheet", QLatin1StringView("ods")},
    Row{"application/vnd.oasis.opendocument.text", QLatin1StringView("odt")},
    Row{"application/vnd.openxmlformats-officedocument.presentationml.presentation",
        QLatin1StringView("pptx")},
    Row{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        QLatin1StringView("xlsx")},
    Row{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        QLatin1StringView("docx")},
    Row{"application/wasm", QLatin1StringView("wasm")},
    Row{"application/x-7z-compressed", QLatin1StringView("7z")},
    Row{"application/x-bzip2", QLatin1StringView("bz2")},
    Row{"application/x-gzip", QLatin1StringView("gz")},
    Row{"application/x-javascript", QLatin1StringView("js")},
    Row{"application/x-ndjson", QLatin1StringView("jsonl")},
    Row{"application/x-tar", QLatin1StringView("tar")},
    Row{"application/x-xz", QLatin1StringView("xz")},
    Row{"application/xhtml+xml", QLatin1StringView("xhtml")},
    Row{"application/xml", QLatin1StringView("xml")},
    Row{"application/yaml", QLatin1StringView("yaml")},
    Row{"application/zip", QLatin1StringView("zip")},
    Row{"application/zstd", QLatin1StringView("zst")},
    Row{"audio/flac", QLatin1StringView("flac")},
    Row{"audio/mp4", QLatin1StringView("m4a")},
    Row{"audio/mpeg", QLatin1StringView("mp3")},
    Row{"audio/ogg", QLatin1StringView("ogg")},
    Row{"audio/wav", QLatin1StringView("wav")},
    Row{"font/ttf", QLatin1StringView("ttf")},
    Row{"font/woff", QLatin1StringView("woff")},
    Row{"font/woff2", QLatin1StringView("woff2")},
    Row{"image/avif", QLatin1StringView("avif")},
    Row{"image/bmp", QLatin1StringView("bmp")},
    Row{"image/gif", QLatin1StringView("gif")},
    Row{"image/jpeg", QLatin1StringView("jpg")},
    Row{"image/png", QLatin1StringView("png")},
    Row{"image/svg+xml", QLatin1StringView("svg")},
    Row{"image/tiff", QLatin1StringView("tiff")},
    Row{"image/vnd.microsoft.icon", QLatin1StringView("ico")},
    Row{"image/webp", QLatin1StringView("webp")},
    Row{"image/x-icon", QLatin1StringView("ico")},
    Row{"text/calendar", QLatin1StringView("ics")},
    Row{"text/css", QLatin1StringView("css")},
    Row{"text/csv", QLatin1StringView("csv")},
    Row{"text/html", QLatin1StringView("html")},
    Row{"text/javascript", QLatin1StringView("js")},
    Row{"text/markdown", QLatin1StringView("md")},
    Row{"text/plain", QLatin1StringView("txt")},
    Row{"text/tab-separated-values", QLatin1StringView("tsv")},
    Row{"text/xml", QLatin1StringView("xml")},
    Row{"video/mp4", QLatin1StringView("mp4")},
    Row{"video/mpeg", QLatin1StringView("mpeg")},
    Row{"video/quicktime", QLatin1StringView("mov")},
    Row{"video/webm", QLatin1StringView("webm")},
};

} // namespace

QString extensionFor(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArray type =
        contentType.first(end < 0 ? contentType.size() : end).toByteArray().trimmed().toLower();
    const auto row = std::lower_bound(rows.begin(), rows.end(), type,
                                      [](const Row &r, const QByteArray &t) { return r.type < t; });
    if (row != rows.end() && row->type == type)
        return row->extension;
    // Structured syntax suffixes (RFC 6839): application/problem+json, application/atom+xml …
    if (type.endsWith("+json"))
        return QStringLiteral("json");
    return type.endsWith("+xml") ? QStringLiteral("xml") : QString();
}

QList<QByteArray> typesOf(QStringView extension)
{
    QList<QByteArray> types;
    for (const auto &row : rows) {
        if (row.extension == extension)
            types.append(row.type.toByteArray());
    }
    return types;
}

} // namespace trawl::naming

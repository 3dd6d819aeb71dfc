// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/filetype.h"

#include "item/ascii.h"
#include "item/filekind.h"
#include "item/mediatype.h"

#include <algorithm>
#include <iterator>

namespace trawl::fetch {

namespace {

using item::FileKind;

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
    return item::fileKindOf(name) != FileKind::Any;
}

bool isPageInstead(QByteArrayView name, const QByteArray &contentType, QByteArrayView begin)
{
    if (begin.isEmpty())
        return false;
    const auto type = item::mediaType(contentType);
    const bool declared = type == "text/html" || type == "application/xhtml+xml";
    const bool page = beginsAsPage(begin);
    switch (item::fileKindOf(name)) {
    case FileKind::Binary:
        if (declared)
            return page || std::none_of(begin.begin(), begin.end(), isBinaryByte);
        // Programs of an office export tables as pages under a name and a type of their own.
        return page && !type.startsWith("application/vnd.") && !type.startsWith("application/ms");
    case FileKind::Text:
        return declared && page;
    case FileKind::Any:
        break;
    }
    return false;
}

} // namespace trawl::fetch

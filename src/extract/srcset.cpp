// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/srcset.h"

#include <QByteArrayView>

namespace trawl::extract {

namespace {

/// Behind the descriptors that begin there: at the next comma that is in no parentheses.
qsizetype behindDescriptors(QStringView text, qsizetype at)
{
    bool open = false;
    for (; at < text.size(); ++at) {
        if (text[at] == u'(')
            open = true;
        else if (text[at] == u')')
            open = false;
        else if (text[at] == u',' && !open)
            break;
    }
    return at;
}

} // namespace

QStringList srcsetUrls(QStringView text)
{
    QStringList urls;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace() || text[at] == u',') {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && !text[at].isSpace())
            ++at;
        auto url = text.sliced(begin, at - begin);
        const bool ends = url.endsWith(u','); // then it has no descriptors
        while (url.endsWith(u','))
            url.chop(1);
        urls.append(url.toString());
        if (!ends)
            at = behindDescriptors(text, at);
    }
    return urls;
}

bool isSrcset(const char *attribute)
{
    const QByteArrayView name(attribute);
    return name == "srcset" || name == "imagesrcset" || name == "data-srcset";
}

} // namespace trawl::extract

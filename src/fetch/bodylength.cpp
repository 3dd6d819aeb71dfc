// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/bodylength.h"

#include "item/contentlength.h"
#include "transport/attributes.h"

namespace trawl::fetch {

namespace {

bool isChunked(const QNetworkReply &reply)
{
    const auto coding = reply.rawHeader("Transfer-Encoding").trimmed();
    return !coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0;
}

} // namespace

qint64 bodyLength(const QNetworkReply &reply)
{
    const auto field = reply.rawHeader("Content-Length");
    return field.isEmpty() || isChunked(reply) ? -1 : item::parseContentLength(field).value_or(-1);
}

bool tellsItsEnd(const QNetworkReply &reply)
{
    const auto version =
        reply.attribute(QNetworkRequest::Attribute(transport::HttpVersionUsed)).toInt();
    return version == 20 || isChunked(reply) || bodyLength(reply) >= 0;
}

bool isCoded(const QNetworkReply &reply)
{
    const auto known = reply.attribute(QNetworkRequest::Attribute(transport::BodyCoded));
    const auto coding = reply.rawHeader("Content-Encoding");
    return known.isValid()
               ? known.toBool()
               : !coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0;
}

} // namespace trawl::fetch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/entry.h"
#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"
#include "item/ascii.h"

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

using item::Reason;

constexpr qsizetype maxHeaders = 200;

/// Fields that belong to the connection or to how a transfer asks (RFC 9110, 7.6.1, 13.1 and 14).
constexpr std::array ownHeaders{
    "accept-encoding",
    "connection",
    "content-length",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "range",
    "te",
    "transfer-encoding",
    "upgrade",
};

bool isControl(char c)
{
    return (quint8(c) < 0x20 && c != '\t') || c == 0x7f;
}

bool leadsOut(QByteArrayView path)
{
    auto plain = path.toByteArray().replace('\\', '/');
    if (plain.startsWith('/') || (plain.size() > 2 && plain[1] == ':' && plain[2] == '/'))
        return true;
    const auto segments = plain.split('/');
    return std::any_of(segments.begin(), segments.end(),
                       [](const QByteArray &segment) { return segment == ".."; });
}

/// Without "." and empty segments.
QString folderText(QByteArrayView path)
{
    auto segments = path.toByteArray().split('/');
    segments.removeIf(
        [](const QByteArray &segment) { return segment.isEmpty() || segment == "."; });
    return QString::fromUtf8(segments.join('/'));
}

QString shortened(QByteArrayView text)
{
    constexpr qsizetype most = 80;
    auto shown = QString::fromUtf8(text.first(qMin(most, text.size())));
    for (auto &c : shown) {
        if (c < u' ')
            c = QChar::ReplacementCharacter;
    }
    return u'"' + shown + u'"';
}

} // namespace

Entry::Entry(qint64 line)
    : m_line(line)
{
}

void Entry::addUrl(QByteArrayView text)
{
    add(parseLink(text, m_line));
}

void Entry::addAbsoluteUrl(QByteArrayView text)
{
    add(parseAbsoluteLink(text, m_line));
}

void Entry::add(item::Link link)
{
    if (link.options && link.options->checksum)
        setChecksum(*link.options->checksum);
    if (!m_hasUrl || (!m_own.ok() && link.ok())) {
        m_own = std::move(link);
        m_hasUrl = true;
    } else if (link.problem == item::Reason::InvalidUrl) {
        refuse(QStringLiteral("the mirror %1 is no URL").arg(shortened(link.url)));
    } else if (link.ok() && link.url != m_own.url && m_options.mirrors.size() < maxMirrors) {
        m_options.mirrors.append(link.url);
    }
}

void Entry::setName(QByteArrayView name)
{
    if (leadsOut(name))
        refuse(QStringLiteral("the name %1 leads out of the folder").arg(shortened(name)));
    m_options.name = QString::fromUtf8(name);
}

void Entry::setPath(QByteArrayView path)
{
    if (leadsOut(path)) {
        refuse(QStringLiteral("the name %1 leads out of the folder").arg(shortened(path)));
        return;
    }
    const auto slash = path.isEmpty() ? -1 : path.lastIndexOf('/');
    setName(path.sliced(slash + 1));
    m_below = folderText(path.first(qMax<qsizetype>(0, slash)));
}

void Entry::setFolder(QByteArrayView path)
{
    if (leadsOut(path))
        refuse(QStringLiteral("the folder %1 leads out of the job's").arg(shortened(path)));
    else
        m_options.folder = folderText(path);
}

void Entry::addHeader(QByteArrayView text)
{
    const auto colon = text.indexOf(':');
    if (colon <= 0)
        refuse(QStringLiteral("a header is not \"Name: value\"")); // it may hold a secret
    else
        addHeader(text.first(colon).toByteArray(), text.sliced(colon + 1));
}

void Entry::addHeader(const QByteArray &name, QByteArrayView value)
{
    value = trimmed(value);
    if (name.isEmpty() || !std::all_of(name.begin(), name.end(), item::isTokenChar) ||
        std::any_of(value.begin(), value.end(), isControl)) {
        refuse(QStringLiteral("a header is not \"Name: value\""));
        return;
    }
    const auto lower = name.toLower();
    if (std::any_of(ownHeaders.begin(), ownHeaders.end(),
                    [&](const char *own) { return lower == own; }))
        return;
    if (m_options.headers.size() == maxHeaders)
        refuse(QStringLiteral("more than %1 headers").arg(maxHeaders));
    else
        m_options.headers.append({name, value.toByteArray()});
}

void Entry::setChecksum(QByteArrayView algorithm, QByteArrayView hex)
{
    const auto known = item::algorithmFromWord(algorithm);
    if (!known) {
        if (m_unknownChecksum.isEmpty())
            m_unknownChecksum =
                QStringLiteral("the checksum %1 is of no known kind; known are %2")
                    .arg(shortened(algorithm), QString::fromLatin1(item::algorithmWords()));
        return;
    }
    if (const auto checksum = item::makeChecksum(*known, hex))
        setChecksum(*checksum);
    else
        refuse(QStringLiteral("the %1 has not %2 hexadecimal digits")
                   .arg(QString::fromLatin1(item::algorithmWord(*known)))
                   .arg(item::digestSize(*known) * 2));
}

void Entry::setChecksum(const item::Checksum &checksum)
{
    auto &best = m_options.checksum;
    if (best && best->algorithm == checksum.algorithm && *best != checksum)
        refuse(QStringLiteral("two different checksums"));
    if (!best || best->algorithm < checksum.algorithm)
        best = checksum;
}

void Entry::setChecksum(QByteArrayView text)
{
    auto mark = text.indexOf('=');
    if (mark < 0)
        mark = text.indexOf(':');
    if (mark < 0)
        refuse(QStringLiteral("a checksum is not written like sha256=…"));
    else
        setChecksum(text.first(mark), text.sliced(mark + 1));
}

void Entry::setSize(QByteArrayView digits)
{
    bool ok = false;
    const auto size = digits.toLongLong(&ok);
    if (ok && size >= 0 && digits.front() != '+')
        m_options.size = size;
    else
        refuse(QStringLiteral("the size %1 is no number of bytes").arg(shortened(digits)));
}

void Entry::setUser(QByteArrayView user)
{
    m_options.credentials.user = QString::fromUtf8(user);
}

void Entry::setPassword(QByteArrayView password)
{
    m_options.credentials.password = QString::fromUtf8(password);
}

void Entry::refuse(const QString &why)
{
    if (m_refusal.isEmpty())
        m_refusal = why;
}

void Entry::setShownText(QByteArrayView text)
{
    m_shown = text.toByteArray();
}

item::Link Entry::link() const
{
    return finished(m_hasUrl ? m_own : unusableLink({}, m_line, Reason::InvalidUrl));
}

item::Link Entry::linkOf(QByteArrayView url) const
{
    return finished(parseLink(url, m_line));
}

item::Link Entry::finished(item::Link link) const
{
    // A known one beside it does what was asked for.
    const auto &unknown = m_options.checksum ? QString() : m_unknownChecksum;
    const auto &refusal = m_refusal.isEmpty() ? unknown : m_refusal;
    if (!refusal.isEmpty() || !link.ok()) {
        const auto problem = link.ok() ? Reason::BadEntry : link.problem;
        return unusableLink(m_shown.isEmpty() ? link.url : m_shown, m_line, problem,
                            refusal.isEmpty() ? link.detail : refusal);
    }
    auto options = m_options;
    if (!m_below.isEmpty())
        options.folder = options.folder.isEmpty() ? m_below : options.folder + u'/' + m_below;
    if (options.credentials.isEmpty() && link.options)
        options.credentials = link.options->credentials;
    link.options.reset();
    if (!options.isEmpty())
        link.options = std::make_shared<const item::LinkOptions>(std::move(options));
    return link;
}

item::Link named(item::Link link, const QString &name)
{
    if (!link.ok())
        return link;
    if (const auto text = name.toUtf8(); leadsOut(text))
        return unusableLink(
            link.url, link.line, Reason::BadEntry,
            QStringLiteral("the name %1 leads out of the folder").arg(shortened(text)));
    auto options = link.options ? *link.options : item::LinkOptions();
    options.name = name;
    link.options = std::make_shared<const item::LinkOptions>(std::move(options));
    return link;
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/curlcommand.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cstring>

namespace trawl::exchange {

namespace {

const QString mask = QStringLiteral("••••");

constexpr std::array secretHeaders{"authorization", "proxy-authorization", "cookie",
                                   "x-api-key",     "x-auth-token",        "api-key"};

bool isSecret(const QByteArray &header)
{
    const auto name = header.toLower();
    return std::ranges::any_of(secretHeaders, [&](const char *secret) { return name == secret; });
}

bool isPlain(QChar c)
{
    static constexpr QStringView others = u"@%+=:,./-_";
    return c.unicode() < 128 && (c.isLetterOrNumber() || others.contains(c));
}

/// Makes the words of one command.
class CommandLine
{
public:
    explicit CommandLine(Secrets secrets)
        : m_secrets(secrets)
    {
    }

    void add(const QString &option) { m_words << option; }
    void add(const QString &option, const QString &value)
    {
        if (!value.isEmpty())
            m_words << option << shellWord(value);
    }
    void addHeaders(const item::Headers &headers);
    void addLogin(const item::Credentials &login);
    void addProxy(const QString &proxy);
    void addTls(const item::TransferSettings &settings);
    [[nodiscard]] QString secret(const QString &text) const
    {
        return m_secrets == Secrets::Masked && !text.isEmpty() ? mask : text;
    }
    [[nodiscard]] QString text() const { return m_words.join(u' '); }

private:
    Secrets m_secrets;
    QStringList m_words{QStringLiteral("curl")};
};

void CommandLine::addHeaders(const item::Headers &headers)
{
    for (const auto &header : headers) {
        const auto value = QString::fromUtf8(header.value);
        const auto shown = isSecret(header.name) ? secret(value) : value;
        // curl's way to say that a header is empty: "Name:" would take it out.
        add(QStringLiteral("--header"),
            QString::fromUtf8(header.name) +
                (shown.isEmpty() ? QStringLiteral(";") : QStringLiteral(": ") + shown));
    }
}

void CommandLine::addLogin(const item::Credentials &login)
{
    if (login.isEmpty())
        return;
    add(QStringLiteral("--anyauth"));
    add(QStringLiteral("--user"), login.user + u':' + secret(login.password));
}

void CommandLine::addProxy(const QString &proxy)
{
    if (proxy == u"system")
        return;
    if (proxy.isEmpty())
        return add(QStringLiteral("--noproxy"), QStringLiteral("*"));
    QUrl url(proxy);
    if (!url.password().isEmpty() && m_secrets == Secrets::Masked)
        url.setPassword(mask);
    add(QStringLiteral("--proxy"), url.toString(QUrl::PrettyDecoded));
}

void CommandLine::addTls(const item::TransferSettings &settings)
{
    if (!settings.verifyTls)
        add(QStringLiteral("--insecure"));
    add(QStringLiteral("--cacert"), settings.caFile);
    add(QStringLiteral("--cert"), settings.clientCertificate);
    add(QStringLiteral("--key"), settings.clientKey);
}

/// Of the job, but for those that the item has itself.
item::Headers merged(const item::Headers &job, const item::Headers &own)
{
    auto headers = job;
    headers.removeIf([&](const item::Header &header) {
        return std::ranges::any_of(own, [&](const item::Header &other) {
            return other.name.compare(header.name, Qt::CaseInsensitive) == 0;
        });
    });
    return headers + own;
}

} // namespace

QString shellWord(const QString &text)
{
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain))
        return text;
    auto quoted = text;
    return u'\'' + quoted.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString curlCommand(const QByteArray &url, const item::TransferSettings &settings,
                    const item::LinkOptions &options, Secrets secrets)
{
    CommandLine line(secrets);
    line.add(QStringLiteral("--location"));
    line.add(QStringLiteral("--max-redirs"), QString::number(settings.maxRedirects));
    if (settings.http != item::HttpVersion::Any) {
        line.add(settings.http == item::HttpVersion::Http1 ? QStringLiteral("--http1.1")
                                                           : QStringLiteral("--http2"));
    }
    line.add(QStringLiteral("--user-agent"), QString::fromUtf8(settings.userAgent));
    line.addHeaders(merged(settings.headers, options.headers));
    line.addLogin(options.credentials.isEmpty() ? settings.credentials : options.credentials);
    line.add(QStringLiteral("--oauth2-bearer"), line.secret(QString::fromUtf8(settings.bearer)));
    line.add(QStringLiteral("--netrc-file"), settings.netrcFile);
    line.addProxy(settings.proxy);
    line.addTls(settings);
    if (std::ranges::any_of(url, [](char c) { return std::strchr("[]{}", c) != nullptr; }))
        line.add(QStringLiteral("--globoff")); // else curl takes them for a pattern
    line.add(QStringLiteral("--output"), options.name);
    line.add(QStringLiteral("--url"), QString::fromUtf8(url));
    return line.text();
}

} // namespace trawl::exchange

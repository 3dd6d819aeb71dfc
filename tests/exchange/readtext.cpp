// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"

#include <QBuffer>

using namespace trawl;
using exchange::LinkReader;
using exchange::ListFormat;
using exchange::ReadOptions;

/// Freed memory that the sanitizer keeps aside would count as the reader's.
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=1:thread_local_quarantine_size_kb=64";
}

namespace {

/// A pipe that brings one byte at a time.
class SlowDevice : public QIODevice
{
public:
    explicit SlowDevice(const QByteArray &text)
        : m_text(text)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (most == 0 || m_at == m_text.size())
            return 0;
        *data = m_text[m_at++];
        return 1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
};

QList<item::Link> readAll(LinkReader &reader, qsizetype most)
{
    QList<item::Link> all;
    for (auto links = reader.next(most); !links.isEmpty(); links = reader.next(most)) {
        if (links.size() > most || all.size() > 100'000)
            qFatal("too many links");
        all += links;
    }
    return all;
}

QString shownOptions(const item::LinkOptions &options)
{
    QString out;
    const auto add = [&out](const char *key, const QString &value) {
        if (!value.isEmpty())
            out += u' ' + QString::fromLatin1(key) + u'=' + value;
    };
    add("name", options.name);
    add("folder", options.folder);
    for (const auto &header : options.headers)
        add("header", QString::fromUtf8(header.name + ':' + header.value));
    for (const auto &mirror : options.mirrors)
        add("mirror", QString::fromUtf8(mirror));
    if (options.checksum)
        add("checksum", QString::fromLatin1(item::checksumText(*options.checksum)));
    if (options.size >= 0)
        add("size", QString::number(options.size));
    add("user", options.credentials.user);
    add("password", options.credentials.password);
    return out;
}

void check(const QList<item::Link> &links)
{
    for (const auto &link : links) {
        if (!QByteArrayView(link.url).isValidUtf8() || (!link.ok() && link.options))
            qFatal("a link that is not valid");
        if (link.ok() && exchange::parseLink(link.url).url != link.url)
            qFatal("a link that is not normal");
    }
}

} // namespace

QList<item::Link> readText(const QByteArray &text, ListFormat format, ReadOptions options,
                           QString *error)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    LinkReader reader(buffer, format, options);
    auto links = readAll(reader, 1000);
    if (error)
        *error = reader.error();
    constexpr qsizetype slowBytes = 500'000;
    if (text.size() > slowBytes)
        return links;
    SlowDevice slow(text);
    LinkReader again(slow, format, options);
    const auto slowly = readAll(again, 1);
    const bool broken = format == ListFormat::Sitemap && !reader.error().isEmpty() &&
                        !again.error().isEmpty(); // damaged gzip is met before what it holds
    if (!broken && (slowly != links || again.error() != reader.error()))
        qFatal("differs when read byte by byte: %s", qPrintable(again.error()));
    return links;
}

QStringList shownLinks(const QList<item::Link> &links)
{
    QStringList out;
    for (const auto &link : links) {
        const auto line = QString::number(link.line) + u' ';
        const auto url = QString::fromUtf8(link.url);
        if (!link.ok())
            out.append(line + u'!' + url +
                       (link.detail.isEmpty() ? QString() : QStringLiteral(": ") + link.detail));
        else
            out.append(line + url + (link.options ? shownOptions(*link.options) : QString()));
    }
    return out;
}

void readDamaged(const QByteArray &text, ListFormat format)
{
    constexpr QByteArrayView bytes("\0\r\n\t \"'\\^=:<>[]{}&;$#-\xff/", 25);
    for (qsizetype length = 0; length <= text.size(); ++length)
        check(readText(text.first(length), format, {true}));
    quint32 random = 1;
    for (int round = 0; round < 1000; ++round) {
        auto damaged = text;
        for (int i = 0; i <= round % 8 && !damaged.isEmpty(); ++i) {
            random = random * 1664525 + 1013904223;
            const auto at = qsizetype(random >> 8) % damaged.size();
            damaged[at] = bytes[qsizetype(random >> 3) % bytes.size()];
        }
        check(readText(damaged, format, {true}));
    }
}

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/clipboardwatch.h"

#include "exchange/linkreader.h"
#include "item/weburl.h"
#include "models/urlparts.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace trawl::adding {

namespace {

/// A text that somebody copied for another reason is not read for long on the window's thread.
constexpr qsizetype mostText = 64 * 1024;
constexpr qsizetype mostLinks = 1000;

} // namespace

bool matchesPatterns(const QByteArray &url, const QString &patterns)
{
    const auto words = patterns.toLower().split(u' ', Qt::SkipEmptyParts);
    const auto rest = QByteArrayView(url).sliced(item::originOf(url).size());
    const auto query = std::ranges::find(rest, '?');
    const auto path = models::readableDecoded(rest.first(query - rest.begin())).toLower();
    const auto host = models::readable(item::hostOf(url));
    const auto fits = [&](const QString &word) {
        return word.startsWith(u'.') ? path.endsWith(word)
                                     : host == word || host.endsWith(u'.' + word);
    };
    return words.isEmpty() || std::ranges::any_of(words, fits);
}

ClipboardWatch::ClipboardWatch(const desktop::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    auto *clipboard = QGuiApplication::clipboard();
    connect(clipboard, &QClipboard::dataChanged, this, [this, clipboard] {
        if (m_settings.get<bool>(desktop::Setting::ClipboardWatch) && !clipboard->ownsClipboard())
            look(clipboard->text());
    });
}

void ClipboardWatch::look(const QString &text)
{
    if (text.size() > mostText || text == m_last)
        return;
    m_last = text;
    const auto patterns = m_settings.get<QString>(desktop::Setting::ClipboardPatterns);
    QStringList urls;
    const auto links = exchange::linksInText(text, mostLinks);
    for (const auto &link : links) {
        if (link.ok() && matchesPatterns(link.url, patterns))
            urls << QString::fromLatin1(link.url);
    }
    urls.removeDuplicates();
    if (!urls.isEmpty())
        Q_EMIT found(urls.join(u'\n'), int(urls.size()));
}

} // namespace trawl::adding

#include "moc_clipboardwatch.cpp"

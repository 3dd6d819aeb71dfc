// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/patience.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QList>
#include <QPixmap>
#include <QProcess>
#include <QScreen>

#include <algorithm>
#include <functional>
#include <optional>

#include <unistd.h>

/// The program as it starts on a screen that can be looked at.
namespace trawl::firstpaint {

inline QImage grabScreen()
{
    return QGuiApplication::primaryScreen()->grabWindow(0).toImage();
}

/// Whether each of the scan lines of this band of a picture has something on it, as a line of text
/// does.
inline QList<bool> writtenLines(const QImage &picture, int left, int width)
{
    QList<bool> written;
    for (int y = 0; y < picture.height(); ++y) {
        int least = 255;
        int most = 0;
        for (int x = left; x < left + width; ++x) {
            const auto grey = qGray(picture.pixel(x, y));
            least = std::min(least, grey);
            most = std::max(most, grey);
        }
        written.append(most - least > 60);
    }
    return written;
}

/// The most lines of text one below the other, each as far from the next as that from its own.
inline int evenLines(const QList<bool> &written, int lineHeight)
{
    QList<int> tops;
    for (qsizetype y = 1; y < written.size(); ++y) {
        if (written[y] && !written[y - 1])
            tops.append(int(y));
    }
    int most = 0;
    int run = 0;
    for (qsizetype i = 2; i < tops.size(); ++i) {
        // A letter without an ascender begins lower.
        const bool even = std::abs(tops[i] - 2 * tops[i - 1] + tops[i - 2]) <= 6;
        run = even && tops[i] - tops[i - 1] >= lineHeight ? run + 1 : 0;
        most = std::max(most, run + 2);
    }
    return most;
}

/// Whether there is a table somewhere: columns of more lines than any other part of the window has,
/// over more of its width than the sidebar takes.
inline bool showsRows(const QImage &picture)
{
    constexpr int band = 60;
    constexpr int lines = 12;
    const auto lineHeight = QFontMetrics(QGuiApplication::font()).height();
    std::optional<int> first;
    for (int left = 0; left + band <= picture.width(); left += band / 2) {
        if (evenLines(writtenLines(picture, left, band), lineHeight) < lines)
            continue;
        if (!first)
            first = left;
        if (left - *first > picture.width() / 3)
            return true;
    }
    return false;
}

/// Starts the program on a session, with a home of its own, looks at the screen until `enough`, and
/// ends it.
inline bool start(const QString &home, const QString &session,
                  const std::function<bool(const QImage &, const QProcess &)> &enough)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home);
    QProcess trawl;
    trawl.setProcessEnvironment(environment);
    trawl.setProcessChannelMode(QProcess::ForwardedChannels);
    trawl.start(QStringLiteral(TRAWL_PROGRAM), {QStringLiteral("--session"), session});
    while (!enough(grabScreen(), trawl))
        usleep(5000);
    trawl.terminate();
    if (trawl.waitForFinished(support::patienceMs))
        return true;
    trawl.kill();
    return false;
}

} // namespace trawl::firstpaint

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "item/unseen.h"

#include <cerrno>

#include <sys/ioctl.h>
#include <unistd.h>

namespace trawl::cli {

namespace {

void writeAll(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const auto written = ::write(STDERR_FILENO, text.data(), std::size_t(text.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return; // nobody reads: there is nowhere left to say so
        text = text.sliced(written);
    }
}

} // namespace

Console::~Console()
{
    clearBar();
}

void Console::line(const QString &text)
{
    auto shown = text;
    for (auto &c : shown) {
        if (item::isUnseen(c))
            c = u'?';
    }
    raw(shown.toUtf8() + '\n');
}

void Console::raw(const QByteArray &text)
{
    clearBar();
    writeAll(text);
}

void Console::bar(const QByteArray &text)
{
    m_barShown = true;
    writeAll(QByteArray('\r' + text + "\x1b[K"));
}

void Console::clearBar()
{
    if (m_barShown)
        writeAll("\r\x1b[K");
    m_barShown = false;
}

bool Console::isTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

int Console::columns()
{
    winsize size{};
    const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

} // namespace trawl::cli

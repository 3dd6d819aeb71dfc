// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace trawl::cli {

/// Standard error: lines, and below them a bar that is drawn over itself. Control characters in a
/// line are shown as '?', so that no server or list can play with the terminal.
class Console
{
public:
    ~Console();

    void line(const QString &text);
    /// As it is, a whole line with its end.
    void raw(const QByteArray &text);
    void bar(const QByteArray &text);
    void clearBar();

    [[nodiscard]] static bool isTerminal();
    [[nodiscard]] static int columns();

private:
    bool m_barShown = false;
};

} // namespace trawl::cli

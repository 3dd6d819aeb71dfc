// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/password.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace trawl::cli {

namespace {

constexpr char controlC = 3;
constexpr char controlD = 4;
constexpr char backspace = 8;
constexpr char erase = 127;

/// The terminal, quiet for as long as this lives. Signals of keys are off, so that it is never left
/// so.
class QuietTerminal
{
public:
    QuietTerminal()
        : m_fd(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_fd < 0 || ::tcgetattr(m_fd, &m_before) != 0)
            return;
        auto quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG);
        m_isQuiet = ::tcsetattr(m_fd, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_isQuiet)
            ::tcsetattr(m_fd, TCSAFLUSH, &m_before);
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(QuietTerminal)

    [[nodiscard]] bool isQuiet() const { return m_isQuiet; }
    void write(const QByteArray &text) const
    {
        (void)!::write(m_fd, text.constData(), std::size_t(text.size()));
    }
    /// False when there is no more.
    bool read(char &c) const
    {
        ssize_t count = 0;
        do
            count = ::read(m_fd, &c, 1);
        while (count < 0 && errno == EINTR);
        return count == 1;
    }

private:
    int m_fd;
    termios m_before{};
    bool m_isQuiet = false;
};

void dropLastCharacter(QByteArray &text)
{
    const auto isContinuation = [](char c) { return (quint8(c) & 0xc0) == 0x80; }; // UTF-8
    while (!text.isEmpty() && isContinuation(text.back()))
        text.chop(1);
    text.chop(text.isEmpty() ? 0 : 1);
}

} // namespace

tl::expected<QString, QString> askPassword(const QString &question)
{
    const QuietTerminal terminal;
    if (!terminal.isQuiet())
        return tl::unexpected(QStringLiteral("there is no terminal to ask for the password"));
    terminal.write(question.toLocal8Bit());
    QByteArray text;
    char c = 0;
    while (terminal.read(c) && c != '\n' && c != '\r') {
        if (c == controlC || c == controlD) {
            terminal.write("\n");
            return tl::unexpected(QStringLiteral("no password was given"));
        }
        if (c == backspace || c == erase)
            dropLastCharacter(text);
        else
            text.append(c);
    }
    terminal.write("\n");
    return QString::fromLocal8Bit(text);
}

} // namespace trawl::cli

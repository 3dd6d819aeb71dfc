// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <vector>

namespace trawl::exchange {

/// Splits a shell's text into commands and their words, byte by byte, as far as programs write it
/// for people to paste: quotes, escapes, lines that go on. Variables and the like are text.
class ShellWords
{
public:
    /// Of one command; what is longer is left out and cut() says so.
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024;

    virtual ~ShellWords() = default;

    /// For bash (`\`, '…', "…", $'…'), else for Windows' cmd (`^`, "…" as its programs split it).
    [[nodiscard]] static std::unique_ptr<ShellWords> make(bool bash);

    /// True when a command has ended: at a line end, `;`, `&` or `|`.
    [[nodiscard]] virtual bool push(char c) = 0;
    /// At the end of the text; true when a command has ended. An open quote ends there too.
    [[nodiscard]] virtual bool finish();

    /// The command's words, once.
    [[nodiscard]] std::vector<QByteArray> takeWords();
    /// No word of the next command has begun.
    [[nodiscard]] bool idle() const { return m_words.empty() && !m_inWord; }
    [[nodiscard]] bool cut() const { return m_cut; }

protected:
    void append(char c);
    void openWord() { m_inWord = true; }
    [[nodiscard]] bool inWord() const { return m_inWord; }
    void endWord();
    /// True when there is one.
    bool endCommand();
    /// The next word is a file that the output goes to.
    void skipNextWord() { m_skipWord = true; }

private:
    std::vector<QByteArray> m_words;
    QByteArray m_word;
    qsizetype m_bytes = 0;
    bool m_inWord = false;
    bool m_skipWord = false;
    bool m_ended = false; ///< the words belong to a command that is over
    bool m_cut = false;
};

} // namespace trawl::exchange

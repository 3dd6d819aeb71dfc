// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/shellwords.h"
#include "item/ascii.h"

#include <QString>

#include <utility>

namespace trawl::exchange {

namespace {

bool isShellBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// bash, 3.1.2 (Quoting).
class BashWords : public ShellWords
{
public:
    bool push(char c) override
    {
        if (std::exchange(m_crEscaped, false) && c == '\n')
            return false;
        switch (m_state) {
        case State::Comment:
            if (c != '\n')
                return false;
            m_state = State::Plain;
            return endCommand();
        case State::Plain:
            return plain(c);
        case State::Single:
            c == '\'' ? void(m_state = State::Plain) : append(c);
            return false;
        case State::Double:
            return inDouble(c);
        case State::Ansi:
            return inAnsi(c);
        case State::AnsiNumber:
            return inNumber(c);
        }
        return false;
    }
    bool finish() override
    {
        if (m_state == State::AnsiNumber)
            endNumber();
        if (std::exchange(m_dollar, false))
            append('$');
        return ShellWords::finish();
    }

private:
    enum class State { Plain, Single, Double, Ansi, AnsiNumber, Comment };

    bool plain(char c)
    {
        if (std::exchange(m_escaped, false)) {
            m_crEscaped = c == '\r';
            if (c != '\n' && c != '\r')
                append(c);
            return false;
        }
        const bool dollar = std::exchange(m_dollar, false);
        if (dollar && (c == '\'' || c == '"')) {
            openWord();
            m_state = c == '"' ? State::Double : State::Ansi;
            return false;
        }
        if (dollar)
            append('$');
        return plainByte(c);
    }
    bool plainByte(char c)
    {
        if (c == '#' && !inWord()) {
            m_state = State::Comment;
        } else if (c == '\\') {
            m_escaped = true;
        } else if (c == '$') {
            m_dollar = true;
        } else if (c == '\'' || c == '"') {
            openWord();
            m_state = c == '"' ? State::Double : State::Single;
        } else if (c == ';' || c == '&' || c == '|' || c == '\n') {
            return endCommand();
        } else if (c == '>' || c == '<') {
            endWord();
            skipNextWord();
        } else if (isShellBlank(c)) {
            endWord();
        } else {
            append(c);
        }
        return false;
    }
    bool inDouble(char c)
    {
        constexpr QByteArrayView special("$`\"\\");
        if (std::exchange(m_escaped, false)) {
            m_crEscaped = c == '\r';
            if (c == '\n' || c == '\r')
                return false;
            if (!special.contains(c))
                append('\\');
            append(c);
        } else if (c == '\\') {
            m_escaped = true;
        } else if (c == '"') {
            m_state = State::Plain;
        } else {
            append(c);
        }
        return false;
    }
    bool inAnsi(char c)
    {
        constexpr QByteArrayView letters("abefnrtv");
        constexpr QByteArrayView meanings("\a\b\x1b\f\n\r\t\v");
        if (!std::exchange(m_escaped, false)) {
            if (c == '\'')
                m_state = State::Plain;
            else if (c == '\\')
                m_escaped = true;
            else
                append(c);
            return false;
        }
        if (c == 'x' || c == 'u' || c == 'U' || (c >= '0' && c <= '7')) {
            beginNumber(c);
            return false;
        }
        const auto known = letters.indexOf(c);
        append(known < 0 ? c : meanings[known]);
        return false;
    }
    void beginNumber(char c)
    {
        const bool octal = c >= '0' && c <= '7';
        m_state = State::AnsiNumber;
        m_shift = octal ? 3 : 4;
        m_number = octal ? char32_t(c - '0') : 0;
        m_digitsLeft = octal || c == 'x' ? 2 : c == 'u' ? 4 : 8;
        m_isByte = octal || c == 'x';
    }
    bool inNumber(char c)
    {
        const int digit = item::hexValue(c);
        if (m_digitsLeft > 0 && digit >= 0 && digit < (1 << m_shift)) {
            m_number = (m_number << m_shift) | char32_t(digit);
            --m_digitsLeft;
            return false;
        }
        endNumber();
        return inAnsi(c);
    }
    void endNumber()
    {
        m_state = State::Ansi;
        if (m_isByte)
            return append(char(m_number));
        for (const char byte : QString::fromUcs4(&m_number, 1).toUtf8())
            append(byte);
    }

    State m_state = State::Plain;
    bool m_escaped = false;
    bool m_crEscaped = false; ///< `\` CR: an LF is to come
    bool m_dollar = false;
    bool m_isByte = false;
    int m_shift = 4;
    int m_digitsLeft = 0;
    char32_t m_number = 0;
};

/// cmd takes the carets off; then the program splits what is left (Microsoft, "Parsing C
/// command-line arguments").
class CmdWords : public ShellWords
{
public:
    bool push(char c) override
    {
        if (std::exchange(m_afterLine, false) && c == '\n') { // ^ LF LF is a line end in a value
            split(c);
            return false;
        }
        if (m_caret) {
            if (c == '\r')
                return false;
            m_caret = false;
            m_afterLine = c == '\n';
            if (!m_afterLine)
                split(c);
            return false;
        }
        if (c == '^' && !m_cmdQuote) {
            m_caret = true;
            return false;
        }
        if (c == '\n' || (!m_cmdQuote && (c == '&' || c == '|'))) {
            flushBackslashes();
            m_cmdQuote = m_quote = m_closing = false;
            return endCommand();
        }
        if (c == '"')
            m_cmdQuote = !m_cmdQuote;
        split(c);
        return false;
    }
    bool finish() override
    {
        flushBackslashes();
        return ShellWords::finish();
    }

private:
    void split(char c)
    {
        if (c == '\\') {
            m_closing = false;
            ++m_backslashes;
            return;
        }
        if (c == '"') {
            quote();
            return;
        }
        flushBackslashes();
        m_closing = false;
        if (!m_quote && isShellBlank(c))
            endWord();
        else
            append(c);
    }
    void quote()
    {
        const bool literal = m_backslashes % 2 == 1;
        m_backslashes /= 2;
        flushBackslashes();
        openWord();
        if (literal) {
            append('"');
        } else if (std::exchange(m_closing, false)) { // "" in quotes is one of them
            append('"');
            m_quote = true;
        } else {
            m_closing = m_quote;
            m_quote = !m_quote;
        }
    }
    void flushBackslashes()
    {
        for (; m_backslashes > 0; --m_backslashes)
            append('\\');
    }

    bool m_caret = false;
    bool m_afterLine = false;
    bool m_cmdQuote = false; ///< cmd's view: carets are text
    bool m_quote = false;    ///< the program's view
    bool m_closing = false;  ///< the byte before closed the quotes
    qsizetype m_backslashes = 0;
};

} // namespace

std::unique_ptr<ShellWords> ShellWords::make(bool bash)
{
    if (bash)
        return std::make_unique<BashWords>();
    return std::make_unique<CmdWords>();
}

bool ShellWords::finish()
{
    return endCommand();
}

std::vector<QByteArray> ShellWords::takeWords()
{
    return std::exchange(m_words, {});
}

void ShellWords::append(char c)
{
    if (std::exchange(m_ended, false)) {
        m_bytes = 0;
        m_cut = false;
    }
    m_inWord = true;
    if (m_bytes < maxBytes) {
        ++m_bytes;
        m_word += c;
    } else {
        m_cut = true;
    }
}

void ShellWords::endWord()
{
    constexpr qsizetype perWord = 64; // a million empty words take memory too
    if (!std::exchange(m_inWord, false))
        return;
    m_bytes += perWord;
    auto word = std::exchange(m_word, {});
    if (!std::exchange(m_skipWord, false) && m_bytes < 2 * maxBytes)
        m_words.push_back(std::move(word));
}

bool ShellWords::endCommand()
{
    endWord();
    m_skipWord = false;
    m_ended = true;
    return !m_words.empty();
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/curlcommandsource.h"
#include "exchange/bytes.h"
#include "exchange/curloptions.h"

#include <utility>

namespace trawl::exchange {

namespace {

QByteArrayView afterPrompt(QByteArrayView text)
{
    constexpr QByteArrayView blanks(" \t\r\n$");
    while (!text.isEmpty() && blanks.contains(text.front()))
        text = text.sliced(1);
    return text;
}

/// By the first line of the first command.
bool isBash(QByteArrayView line)
{
    auto rest = afterPrompt(line);
    (void)takeWord(rest);
    if (rest.startsWith('\'') || rest.startsWith('$'))
        return true;
    return !line.contains("^\"") && !line.endsWith('^');
}

bool isCurl(QByteArrayView word)
{
    return word == "curl" || word == "curl.exe" || word.endsWith("/curl");
}

} // namespace

CurlCommandSource::CurlCommandSource(InputBuffer &input)
    : m_input(input)
{
}

bool CurlCommandSource::isCommand(QByteArrayView head)
{
    auto rest = afterPrompt(head);
    return isCurl(takeWord(rest)) && !rest.isEmpty();
}

bool CurlCommandSource::read(QList<item::Link> &links, bool mayRead)
{
    while (!takeReady(links)) {
        if (!readCommand(mayRead))
            return false;
    }
    return true;
}

bool CurlCommandSource::takeReady(QList<item::Link> &links)
{
    while (!m_ready.empty()) {
        if (m_ready.front().take(links))
            return true;
        m_ready.pop_front();
    }
    return false;
}

/// False when there is no more, or it would have to be waited for.
bool CurlCommandSource::readCommand(bool mayRead)
{
    for (;;) {
        if (m_input.rest().isEmpty() && (!mayRead || !m_input.fill())) {
            if (!mayRead || !m_words || std::exchange(m_ended, true) || !m_words->finish())
                return false;
            takeCommand();
            return true;
        }
        if (!m_words && !chooseShell())
            continue;
        while (!m_input.rest().isEmpty()) {
            const char c = m_input.rest().front();
            m_input.take(1);
            m_line += c == '\n';
            const bool ended = m_words->push(c);
            if (ended)
                takeCommand();
            if (m_words->idle())
                m_commandLine = m_line;
            if (ended)
                return true;
        }
    }
}

/// False when there were only blank lines yet.
bool CurlCommandSource::chooseShell()
{
    while (!m_input.rest().isEmpty() && quint8(m_input.rest().front()) <= ' ') {
        m_line += m_input.rest().front() == '\n';
        m_input.take(1);
    }
    m_commandLine = m_line;
    if (m_input.rest().isEmpty())
        return false;
    m_words = ShellWords::make(isBash(m_input.firstLines(1)));
    return true;
}

void CurlCommandSource::takeCommand()
{
    const auto words = m_words->takeWords();
    std::size_t at = !words.empty() && words.front() == "$" ? 1 : 0;
    if (at == words.size() || !isCurl(words[at]))
        return;
    m_open = {};
    if (m_words->cut())
        m_open.refuse(QStringLiteral("the command is too long"));
    for (++at; at < words.size();)
        takeOption(words, at);
    closeGroup();
}

void CurlCommandSource::takeOption(const std::vector<QByteArray> &words, std::size_t &at)
{
    const auto &word = words[at];
    if (word.startsWith('-') && word.size() > 1 && word[1] != '-')
        return takeShort(words, at);
    ++at;
    if (!word.startsWith("--"))
        return m_open.add("url", word, m_commandLine);
    const auto name = QByteArrayView(word).sliced(2);
    if (name == "next")
        return closeGroup();
    if (!curlOptionHasValue(name))
        m_open.add(name, {}, m_commandLine);
    else if (at < words.size())
        m_open.add(name, words[at++], m_commandLine);
}

/// "-sSLo name", "-oname".
void CurlCommandSource::takeShort(const std::vector<QByteArray> &words, std::size_t &at)
{
    const auto &word = words[at++];
    for (qsizetype i = 1; i < word.size(); ++i) {
        const auto name = curlLongName(word[i]);
        if (name == "next") {
            closeGroup();
        } else if (!curlOptionHasValue(name)) {
            m_open.add(name, {}, m_commandLine);
        } else if (i + 1 < word.size()) {
            return m_open.add(name, QByteArrayView(word).sliced(i + 1), m_commandLine);
        } else if (at < words.size()) {
            return m_open.add(name, words[at++], m_commandLine);
        }
    }
}

void CurlCommandSource::closeGroup()
{
    auto group = std::exchange(m_open, {});
    if (!group.hasUrl()) {
        group.add("url", {}, m_commandLine);
        group.refuse(QStringLiteral("the curl command names no URL"));
    }
    m_ready.push_back(std::move(group));
}

} // namespace trawl::exchange

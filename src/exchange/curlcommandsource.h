// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/curlrequests.h"
#include "exchange/inputbuffer.h"
#include "exchange/shellwords.h"
#include "exchange/source.h"

#include <deque>

namespace trawl::exchange {

/// One curl command or several, as browsers copy them and people keep them in scripts; what is no
/// curl command is passed over.
class CurlCommandSource : public Source
{
public:
    explicit CurlCommandSource(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;

    /// Does a text begin with such a command?
    [[nodiscard]] static bool isCommand(QByteArrayView head);

private:
    bool takeReady(QList<item::Link> &links);
    bool readCommand(bool mayRead);
    bool chooseShell();
    void takeCommand();
    /// Takes the option at words[at] and moves past it and its value.
    void takeOption(const std::vector<QByteArray> &words, std::size_t &at);
    void takeShort(const std::vector<QByteArray> &words, std::size_t &at);
    void closeGroup();

    InputBuffer &m_input;
    std::unique_ptr<ShellWords> m_words;
    std::deque<CurlRequests> m_ready;
    CurlRequests m_open;
    qint64 m_line = 1;        ///< of the next byte
    qint64 m_commandLine = 1; ///< where the command begins
    bool m_ended = false;
};

} // namespace trawl::exchange

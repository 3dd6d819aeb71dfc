// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/source.h"
#include "exchange/textlinks.h"

namespace trawl::exchange {

/// Links anywhere in running text.
class TextSource : public Source
{
public:
    explicit TextSource(InputBuffer &input)
        : m_words(input, wordSeparators)
    {
    }
    bool read(QList<item::Link> &links, bool mayRead) override
    {
        const auto word = m_words.next(mayRead);
        if (word)
            appendTextLinks(links, *word);
        return word.has_value();
    }

private:
    Splitter m_words;
};

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/inputbuffer.h"

#include <optional>
#include <vector>

namespace trawl::exchange {

enum class JsonToken : quint8 {
    More, ///< more must be read first, and may not
    BeginObject,
    EndObject,
    BeginArray,
    EndArray,
    Key,
    Text,
    Number,
    Word,   ///< true, false, null
    Broken, ///< error() says what; the next token is the first of the next line, or End
    End,
};

/// Splits JSON (RFC 8259) into its tokens as it comes in: values of any number, one behind the
/// other, in memory that does not grow with them. Nesting is bounded; a text is kept up to
/// maxPieceBytes.
class JsonScanner
{
public:
    static constexpr std::size_t maxDepth = 512;

    /// With `lines` (JSON Lines) each line is a value of its own, and one that is broken costs
    /// only itself. `input` outlives the scanner.
    JsonScanner(InputBuffer &input, bool lines);

    [[nodiscard]] JsonToken next(bool mayRead);

    /// Of a Key or Text without its escapes, of a Number or Word as it stands; until the next().
    [[nodiscard]] QByteArrayView text() const { return m_text; }
    [[nodiscard]] bool cut() const { return m_cut; }          ///< the text was longer than is kept
    [[nodiscard]] qint64 line() const { return m_tokenLine; } ///< where the token ends, from 1
    /// Objects and arrays that are open behind the token.
    [[nodiscard]] std::size_t depth() const { return m_isObject.size(); }
    /// What was broken first, in English; empty = nothing.
    [[nodiscard]] QString error() const { return m_error; }

private:
    /// What may come next.
    enum class Expect : quint8 { Value, FirstValue, FirstKey, Key, Colon, Separator };
    enum class Part : quint8 { None, Text, Escape, Unicode, Bare, Skipped };

    std::optional<JsonToken> step();
    std::optional<JsonToken> stepOutside(char c);
    std::optional<JsonToken> stepText();
    std::optional<JsonToken> takeEscape(char c);
    std::optional<JsonToken> takeHexDigit(char c);
    std::optional<JsonToken> stepBare();
    std::optional<JsonToken> finishBare();
    std::optional<JsonToken> open(bool object);
    std::optional<JsonToken> close(bool object);
    std::optional<JsonToken> atLineEnd();
    void skipLine();
    JsonToken atEnd();
    JsonToken fail(const char *what);
    void valueEnded();
    void keep(QByteArrayView part);
    void keepUnit();
    void begin(Part part);
    void takeOne();

    InputBuffer &m_input;
    bool m_lines;
    std::vector<bool> m_isObject; ///< of the open ones
    Expect m_expect = Expect::Value;
    Part m_part = Part::None;
    bool m_isKey = false;
    QByteArray m_text;
    bool m_cut = false;
    char16_t m_unit = 0; ///< of a \u escape
    int m_digits = 0;
    char16_t m_high = 0;    ///< surrogate that waits for its other half
    qint64 m_line = 1;      ///< of the next byte
    qint64 m_tokenLine = 1; ///< of the last token
    bool m_afterCr = false;
    bool m_over = false;
    QString m_error;
};

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

namespace trawl::extract::css {

/// What is wrong with a selector, and where. Never leaves parse().
struct SyntaxError
{
    qsizetype at;
    QString what;
};

/// Reads the tokens of a selector (CSS Syntax 3) from left to right.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const;
    /// Takes `c` if it is next.
    bool take(char16_t c);
    /// Takes `c` or throws.
    void expect(char16_t c);
    /// White space and comments; whether there were any.
    bool skipSpace();

    [[nodiscard]] bool atIdentifier() const;
    /// With escapes undone, in UTF-8. Throws if there is none.
    QByteArray identifier(const char *what);
    /// An identifier that may begin with a digit, as behind '#'.
    QByteArray name(const char *what);
    /// A string in quotes; nothing if none is next.
    std::optional<QByteArray> quoted();

    [[noreturn]] void fail(const QString &what) const;
    [[nodiscard]] qsizetype position() const { return m_at; }
    void goTo(qsizetype position) { m_at = position; }

private:
    [[nodiscard]] static bool isNameStart(char16_t c);
    [[nodiscard]] static bool isNamePart(char16_t c);
    [[nodiscard]] bool atEscape(qsizetype ahead = 0) const;
    char32_t escape();

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace trawl::extract::css

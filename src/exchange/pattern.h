// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <variant>
#include <vector>

namespace trawl::exchange {

/// A URL that stands for many, as curl and aria2 -P write them: `[1-100]`, `[1-100:3]`, `[001-100]`
/// (as wide as its first number), `[a-z]`, `[a-z:2]`, `{a,b,c}`; several make their product, the
/// last varies fastest. The URLs are made one at a time, by index.
///
/// Real URLs hold brackets, so whatever has not exactly such a form is text: `[::1]`, `a[0]=1`,
/// `{id}`, `{"a":1,"b":2}`. `\[ \] \{ \}` are brackets that are meant as text.
///
/// Patterns are expanded where a person typed them: URLs of a command line, text pasted or dropped
/// on the window, and curl's commands and config files, which have them by their own rules. A list
/// from a file is taken as it is written.
class Pattern
{
public:
    /// The error says which range is none ("[9-1] runs backwards").
    [[nodiscard]] static tl::expected<Pattern, QString> parse(QByteArrayView text);

    /// Nothing in it varies: at(0) is all, without the backslashes.
    [[nodiscard]] bool isPlain() const;
    /// The largest quint64 when there are more.
    [[nodiscard]] quint64 count() const;
    [[nodiscard]] QByteArray first() const { return at(0); }
    [[nodiscard]] QByteArray last() const;
    /// `index` is less than count().
    [[nodiscard]] QByteArray at(quint64 index) const;
    /// `name` with #1, #2 … replaced by what varies, as curl's --output has it.
    [[nodiscard]] QByteArray nameAt(quint64 index, QByteArrayView name) const;

private:
    struct Range
    {
        quint64 first = 0;
        quint64 step = 1;
        quint64 count = 1;
        int width = 0;
        bool letters = false;
    };
    using Set = QList<QByteArray>;
    using Part = std::variant<QByteArray, Range, Set>;

    static quint64 sizeOf(const Part &part);
    static QByteArray textOf(const Part &part, quint64 index);
    static tl::expected<std::variant<std::monostate, Range>, QString> parseRange(QByteArrayView in);
    static Set parseSet(QByteArrayView in);
    [[nodiscard]] std::vector<quint64> indices(quint64 index) const;
    void addText(QByteArrayView text);

    std::vector<Part> m_parts;
};

} // namespace trawl::exchange

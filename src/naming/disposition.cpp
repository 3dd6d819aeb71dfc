// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/disposition.h"

#include "naming/decode.h"

#include <optional>

namespace trawl::naming {

namespace {

struct Parameter
{
    QByteArray name;
    QByteArray value;
};

/// A value up to its ';' with quotes and escapes undone; moves `at` behind it.
QByteArray readValue(QByteArrayView field, qsizetype &at)
{
    while (at < field.size() && (field[at] == ' ' || field[at] == '\t'))
        ++at;
    QByteArray value;
    if (at < field.size() && field[at] == '"') {
        for (++at; at < field.size() && field[at] != '"'; ++at) {
            if (field[at] == '\\' && ++at == field.size())
                return value;
            value.append(field[at]);
        }
        const qsizetype end = field.indexOf(';', at);
        at = end < 0 ? field.size() : end + 1;
        return value;
    }
    const qsizetype end = field.indexOf(';', at);
    value = field.sliced(at, (end < 0 ? field.size() : end) - at).toByteArray().trimmed();
    at = end < 0 ? field.size() : end + 1;
    return value;
}

/// The next "name=value"; what is no parameter (the disposition type) is passed over.
std::optional<Parameter> readParameter(QByteArrayView field, qsizetype &at)
{
    while (at < field.size()) {
        qsizetype end = at;
        while (end < field.size() && field[end] != ';' && field[end] != '=')
            ++end;
        const QByteArray name = field.sliced(at, end - at).toByteArray().trimmed().toLower();
        at = end + 1;
        if (end < field.size() && field[end] == '=')
            return Parameter{name, readValue(field, at)};
    }
    return std::nullopt;
}

/// RFC 8187: charset'language'percent-encoded. Anything wrong in it makes it count for nothing.
std::optional<QString> extendedText(const QByteArray &value)
{
    const qsizetype first = value.indexOf('\'');
    const qsizetype second = first < 0 ? -1 : value.indexOf('\'', first + 1);
    if (second < 0)
        return std::nullopt;
    const auto bytes = percentDecoded(QByteArrayView(value).sliced(second + 1), BadEscape::Fail);
    if (!bytes)
        return std::nullopt;
    return textOf(*bytes, value.first(first));
}

/// As it stands, in UTF-8 or a charset of old; or encoded in one of the ways that are not HTTP's
/// but that browsers understand.
QString plainText(const QByteArray &value)
{
    return withoutEncodedWords(guessedText(withoutNeededEscapes(value)));
}

QString withoutDirectory(const QString &path)
{
    return path.sliced(std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1);
}

} // namespace

QString dispositionName(QByteArrayView field)
{
    QString extended;
    QString plain;
    qsizetype at = 0;
    while (const auto parameter = readParameter(field, at)) {
        if (parameter->name == "filename*" && extended.isEmpty())
            extended = withoutDirectory(extendedText(parameter->value).value_or(QString()));
        else if (parameter->name == "filename" && plain.isEmpty())
            plain = withoutDirectory(plainText(parameter->value));
    }
    return extended.isEmpty() ? plain : extended;
}

} // namespace trawl::naming

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ascii.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace trawl::extract::jsonpath {

[[nodiscard]] inline bool isDigit(QChar c)
{
    return item::isDigit(c.unicode());
}

/// The words of a JSONPath: strings, numbers, signs. What fails returns false; the first complaint
/// stays.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] const QString &error() const { return m_error; }
    [[nodiscard]] qsizetype errorAt() const { return m_errorAt; }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] QStringView since(qsizetype from) const
    {
        return m_text.sliced(from, m_at - from);
    }
    /// Null at the end.
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const;
    QChar next() { return m_text.at(m_at++); }
    void goBack(qsizetype to) { m_at = to; }
    bool take(char16_t c);
    bool take(QStringView text);
    void blanks();

    bool fail(const QString &what) { return failAt(m_at, what); }
    bool failAt(qsizetype at, const QString &what);

    /// An index, within ±(2^53 - 1).
    bool integer(std::optional<qint64> &result);
    bool number(QJsonValue &result);
    /// In either kind of quotes.
    bool string(QString &result);

private:
    bool wholeDigits();
    bool moreDigits();
    bool escape(QChar quote, QString &result);
    bool unicodeEscape(QString &result);
    bool hex(char16_t &unit);

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_error;
    qsizetype m_errorAt = 0;
};

} // namespace trawl::extract::jsonpath

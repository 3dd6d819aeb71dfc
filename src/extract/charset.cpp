// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/charset.h"

#include "extract/metaprescan.h"
#include "extract/utf8tally.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <cstring>

namespace trawl::extract {

namespace {

constexpr qsizetype checkedBytes = 256 << 10; ///< a lie shows in the first of them

QByteArray ofByteOrderMark(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return "utf-8";
    if (bytes.startsWith("\xFE\xFF"))
        return "utf-16be";
    if (bytes.startsWith("\xFF\xFE"))
        return "utf-16le";
    return {};
}

/// The charset parameter of a Content-Type (RFC 9110, 8.3.1), canonical.
QByteArray ofContentType(const QByteArray &contentType)
{
    const auto parts = contentType.split(';');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const qsizetype equals = parts[i].indexOf('=');
        if (equals < 0 || parts[i].left(equals).trimmed().toLower() != "charset")
            continue;
        QByteArray value = parts[i].mid(equals + 1).trimmed();
        value.replace('"', QByteArray()).replace('\'', QByteArray());
        return charsetOfLabel(value);
    }
    return {};
}

/// What ICU calls the charset that browsers mean: they take the larger relative of each.
QByteArray decoderName(const QByteArray &charset)
{
    static const QHash<QByteArray, QByteArray> names{
        {"gbk", "gb18030"},
        {"euc-kr", "windows-949"},
        {"shift_jis", "windows-31j"},
        {"big5", "big5-hkscs"},
        {"iso-8859-8-i", "iso-8859-8"},
        {"x-user-defined", "windows-1252"},
        {"iso-8859-16", "iso-8859-2"},
    };
    return names.value(charset, charset);
}

bool decodesCleanly(QByteArrayView bytes, const QByteArray &charset)
{
    QStringDecoder decoder(decoderName(charset).constData());
    if (!decoder.isValid())
        return true;
    const QString text = decoder.decode(bytes);
    const qsizetype bad = text.count(QChar::ReplacementCharacter);
    return bad <= 1; // one may have been cut at the end of the sample
}

/// More than half of what is not ASCII is no UTF-8.
bool isMostlyOther(QByteArrayView bytes)
{
    const auto tally = tallyUtf8(bytes);
    return tally.bad > tally.good;
}

bool isMultiByte(const QByteArray &charset)
{
    static const QByteArray names[] = {"gbk",       "gb18030", "big5",       "euc-jp",
                                       "shift_jis", "euc-kr",  "iso-2022-jp"};
    return std::find(std::begin(names), std::end(names), charset) != std::end(names);
}

/// The bytes cannot be what their declaration says.
bool isLie(QByteArrayView bytes, const QByteArray &charset)
{
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), checkedBytes));
    if (charset == "utf-8")
        return !sample.isValidUtf8() && isMostlyOther(sample);
    if (charset.startsWith("utf-16"))
        return sample.size() > 1 && !sample.contains('\0');
    const bool other = isMultiByte(charset) && bytes.isValidUtf8();
    return other && !decodesCleanly(sample, charset);
}

} // namespace

bool isPlainAscii(QByteArrayView bytes)
{
    // Eight at a time: most pages are, and this is done to each.
    constexpr quint64 highBits = 0x8080'8080'8080'8080;
    quint64 seen = 0;
    qsizetype at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        seen |= word;
    }
    for (; at < bytes.size(); ++at)
        seen |= quint8(bytes[at]);
    return (seen & highBits) == 0 && !bytes.contains('\0') && !bytes.contains('\x1b');
}

QByteArray charsetOf(QByteArrayView bytes, const QByteArray &contentType)
{
    if (const QByteArray mark = ofByteOrderMark(bytes); !mark.isEmpty())
        return mark;
    const QByteArray declared = ofContentType(contentType);
    if (!declared.isEmpty() && !isLie(bytes, declared))
        return declared;
    const QByteArray inside = prescanCharset(bytes);
    if (!inside.isEmpty() && !isLie(bytes, inside))
        return inside;
    return guessCharset(bytes);
}

QByteArray toUtf8(QByteArrayView bytes, const QByteArray &charset)
{
    if (const QByteArray mark = ofByteOrderMark(bytes); !mark.isEmpty() && mark == charset)
        bytes = bytes.sliced(mark == "utf-8" ? 3 : 2);
    if (charset == "utf-8" && bytes.isValidUtf8())
        return bytes.toByteArray();
    constexpr qsizetype chunk = 64 << 10; // two bytes a character for all of it would be much
    QByteArray result;
    result.reserve(bytes.size() + bytes.size() / 8);
    Utf8Stream stream(charset);
    for (qsizetype i = 0; i < bytes.size(); i += chunk)
        result += stream.next(bytes.sliced(i, std::min(chunk, bytes.size() - i)));
    return result + stream.finish();
}

Utf8Stream::Utf8Stream(const QByteArray &charset)
    : m_decoder(decoderName(charset).constData(), QStringDecoder::Flag::ConvertInitialBom)
{
    if (!m_decoder.isValid())
        m_decoder = QStringDecoder(QStringDecoder::Utf8);
}

QByteArray Utf8Stream::next(QByteArrayView bytes)
{
    const QString piece = m_decoder.decode(bytes);
    m_half += piece;
    // A surrogate pair must not be torn.
    const bool torn = !m_half.isEmpty() && m_half.back().isHighSurrogate();
    const qsizetype whole = m_half.size() - (torn ? 1 : 0);
    const QByteArray result = QStringView(m_half).first(whole).toUtf8();
    m_half = m_half.sliced(whole);
    return result;
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/filename.h"

#include "item/ascii.h"
#include "naming/suffix.h"

#include <algorithm>
#include <array>

namespace trawl::naming {

namespace {

/// Characters that no name may hold: some system forbids them, or they hide what the name is.
bool isForbidden(char32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return true;
    if (c < 0x80)
        return QLatin1StringView("/\\<>:\"|?*").contains(QLatin1Char(char(c)));
    const bool bidi = c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
                      (c >= 0x2066 && c <= 0x2069);
    const bool invisible = c == 0x200b || c == 0x2028 || c == 0x2029 || c == 0xfeff;
    const bool noCharacter = (c >= 0xd800 && c <= 0xdfff) || (c & 0xfffe) == 0xfffe;
    return bidi || invisible || noCharacter;
}

QString withoutForbidden(const QString &name)
{
    QString result;
    result.reserve(name.size());
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool pair =
            name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(name[i], name[i + 1]) : name[i].unicode();
        if (isForbidden(c))
            result.append(u'_');
        else
            result.append(QStringView(name).sliced(i, pair ? 2 : 1));
        i += pair;
    }
    return result;
}

QString trimmed(const QString &name)
{
    const auto goes = [](QChar c) { return c == u'.' || c.isSpace(); };
    qsizetype begin = 0;
    qsizetype end = name.size();
    while (begin < end && goes(name[begin]))
        ++begin;
    while (end > begin && goes(name[end - 1]))
        --end;
    return name.sliced(begin, end - begin);
}

/// Names that mean a device to Windows, whatever follows the first dot.
bool isDevice(const QString &name)
{
    static constexpr std::array fixed{QLatin1StringView("CON"),    QLatin1StringView("PRN"),
                                      QLatin1StringView("AUX"),    QLatin1StringView("NUL"),
                                      QLatin1StringView("CONIN$"), QLatin1StringView("CONOUT$")};
    const qsizetype dot = name.indexOf(u'.');
    const QStringView first = QStringView(name).first(dot < 0 ? name.size() : dot).trimmed();
    if (first.size() < 3 || first.size() > 7)
        return false;
    const QString base = first.toString().toUpper();
    if (std::find(fixed.begin(), fixed.end(), base) != fixed.end())
        return true;
    return base.size() == 4 && (base.startsWith(u"COM") || base.startsWith(u"LPT")) &&
           QStringView(u"0123456789¹²³").contains(base[3]);
}

/// Cuts at the end to at most `bytes` of UTF-8, never within a character.
QString shortened(const QString &text, qsizetype bytes)
{
    qsizetype used = 0;
    qsizetype i = 0;
    while (i < text.size()) {
        const qsizetype units = text[i].isHighSurrogate() ? 2 : 1;
        used += QStringView(text).mid(i, units).toUtf8().size();
        if (used > bytes)
            break;
        i += units;
    }
    return text.first(std::min(i, text.size()));
}

/// `stem` gives way, so that what tells the format and the number stays.
QString fitted(const QString &stem, const QString &end)
{
    const QString kept = shortened(stem, maxNameBytes - end.toUtf8().size());
    return (kept.size() == stem.size() ? stem : trimmed(kept)) + end;
}

/// Most names are plain ASCII and need no second look.
bool isPlain(const QString &name)
{
    const auto plain = [](QChar c) {
        const char16_t u = c.unicode();
        return item::isLetterOrDigit(u) || u == u'-' || u == u'_' || u == u'.';
    };
    return !name.isEmpty() && name.size() <= maxNameBytes && !name.startsWith(u'.') &&
           !name.endsWith(u'.') && std::all_of(name.begin(), name.end(), plain);
}

} // namespace

QString safeName(const QString &name)
{
    if (isPlain(name) && !isDevice(name))
        return name;
    QString result = trimmed(withoutForbidden(name.normalized(QString::NormalizationForm_C)));
    if (isDevice(result))
        result.prepend(u'_');
    const qsizetype stem = stemSize(result);
    return fitted(result.first(stem), result.sliced(stem));
}

QString numbered(const QString &name, int n)
{
    return n > 0 ? marked(name, QString::number(n)) : name;
}

QString marked(const QString &name, const QString &mark)
{
    // Of a path only the last component is marked and held to the limit.
    const qsizetype begin = name.isEmpty() ? 0 : name.lastIndexOf(u'/') + 1;
    const QString last = name.sliced(begin);
    const qsizetype stem = stemSize(last);
    const QString end = QStringLiteral(" (") + mark + QStringLiteral(")") + last.sliced(stem);
    return name.first(begin) + fitted(last.first(stem), end);
}

} // namespace trawl::naming

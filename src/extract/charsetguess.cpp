// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/charset.h"
#include "extract/utf8tally.h"
#include "item/ascii.h"

#include <QSet>
#include <QString>
#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <memory>

namespace trawl::extract {

namespace {

constexpr qsizetype guessedBytes = 32 << 10;
constexpr qsizetype wantedBytes = 2 << 10; ///< of what is not ASCII; more tells nothing new

/// A charset with the characters that its languages write most often. Decoded by the right
/// charset a text is full of them, by a wrong one it holds hardly any.
struct Candidate
{
    const char *name;    ///< as charsetOf() gives it
    const char *decoder; ///< as ICU has it
    const char16_t *often;
    double usual;       ///< the share of `often` in such a text's characters beyond ASCII
    bool alphabet;      ///< words are wholly of such letters (Cyrillic, Greek …)
    bool latin = false; ///< such letters stand alone between ASCII letters
};

constexpr Candidate candidates[] = {
    {"gbk", "gb18030",
     u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"
     u"过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心"
     u"本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由"
     u"问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世"
     u"，。、：；！？（）“”《》",
     0.55, false},
    {"big5", "big5-hkscs",
     u"的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年"
     u"過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心"
     u"本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由"
     u"問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世"
     u"，。、：；！？（）「」《》",
     0.55, false},
    {"shift_jis", "windows-31j",
     u"のにはをたがでてとしれさいるなもかすこらりあよまくけうせつどっきそえおじやだわみちんばめ"
     u"、。・ーンスルトイラリアクシタレドフジロコテマグサメプブパバデカオ日本人年大中",
     0.6, false},
    {"euc-jp", "euc-jp",
     u"のにはをたがでてとしれさいるなもかすこらりあよまくけうせつどっきそえおじやだわみちんばめ"
     u"、。・ーンスルトイラリアクシタレドフジロコテマグサメプブパバデカオ日本人年大中",
     0.6, false},
    {"euc-kr", "windows-949",
     u"이다는의에고을를가은한하로도지사기서나자어해리시인아대정수일들그과있게라부것보전만상"
     u"제여스으안연면된주니구위동성장원와오우요할소국유공비세신생화관무문거경내미방적당회",
     0.6, false},
    {"windows-1251", "windows-1251", u"оеаинтсрвлкмдпуяыьгзбчй", 0.9, true},
    {"koi8-r", "koi8-r", u"оеаинтсрвлкмдпуяыьгзбчй", 0.9, true},
    {"ibm866", "ibm866", u"оеаинтсрвлкмдпуяыьгзбчй", 0.92, true},
    {"iso-8859-5", "iso-8859-5", u"оеаинтсрвлкмдпуяыьгзбчй", 0.92, true},
    {"windows-1253", "windows-1253", u"αοιετσνηυρπκμλωςάίόέδγήύθώ", 0.9, true},
    {"windows-1255", "windows-1255", u"יוהלאמרבתשנחעדכםקפגסןטזצ", 0.95, true},
    {"windows-1256", "windows-1256", u"اليمونرتبةعدسفهكقأحجذشىصإ،", 0.93, true},
    {"windows-874", "windows-874", u"านรอกเงมยลวดทสตะปบคหแจพชขใไโ่้ีัิ็ุูึ์ื", 0.95, true},
    {"windows-1252", "windows-1252", u"éèàçäöüßñóáíúêâôîûëïãõåøæœÄÖÜÉ’‘“”–—…©®°«»€\u00A0·£§", 0.95,
     false, true},
    {"windows-1250", "windows-1250", u"ąęłśżźćńóěščřžýáíéúůťďőűăîâşţŁŚŻČŘŠŽ„”–", 0.97, false, true},
    {"windows-1254", "windows-1254", u"ışğüöçİŞĞÜÖÇâî", 0.96, false, true},
};

/// Pieces around bytes beyond ASCII: all there is to learn from.
QByteArray tellingPart(QByteArrayView bytes)
{
    QByteArray result;
    qsizetype high = 0;
    for (qsizetype i = 0; i < bytes.size() && high < wantedBytes; ++i) {
        const bool telling = quint8(bytes[i]) >= 0x80 || (i > 0 && quint8(bytes[i - 1]) >= 0x80) ||
                             (i + 1 < bytes.size() && quint8(bytes[i + 1]) >= 0x80);
        high += quint8(bytes[i]) >= 0x80;
        if (telling || bytes[i] == ' ' || i < 2)
            result += bytes[i];
    }
    return result;
}

bool isBroken(char16_t c)
{
    return c == 0xFFFD || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900);
}

/// 1 = as one would expect of a text in the candidate's languages; below 0 = it cannot be.
double score(const Candidate &candidate, const QByteArray &bytes)
{
    QStringDecoder decoder(candidate.decoder);
    if (!decoder.isValid())
        return -10;
    const QString text = decoder.decode(bytes);
    const QStringView often(candidate.often);
    const QSet<QChar> set(often.begin(), often.end());
    double seen = 0;
    double good = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80)
            continue;
        ++seen;
        const QChar before = i > 0 ? text[i - 1] : QChar(u' ');
        const bool asciiBefore = before.unicode() < 0x80 && before.isLetter();
        const bool highBefore = before.unicode() >= 0x80 && before.isLetter();
        if (isBroken(c.unicode()))
            good -= 4;
        else if (!set.contains(c))
            continue;
        else if (candidate.latin ? highBefore && c.isLetter() : candidate.alphabet && asciiBefore)
            good -= 0.5;
        else
            ++good;
    }
    return seen == 0 ? -10 : good / seen / candidate.usual;
}

/// By the characters that are most frequent in it; empty = it is like none.
QByteArray byFrequency(QByteArrayView bytes)
{
    QByteArray sample = tellingPart(bytes);
    sample.truncate(guessedBytes);
    const Candidate *best = nullptr;
    double most = 0.1;
    for (const Candidate &candidate : candidates) {
        const double points = score(candidate, sample);
        if (points > most) {
            most = points;
            best = &candidate;
        }
    }
    return best ? QByteArray(best->name) : QByteArray();
}

bool isOdd(char c)
{
    return quint8(c) >= 0x80;
}

/// Quotation marks, dashes, "©", no-break spaces: the same in all Windows charsets, so alone
/// between ASCII they tell nothing. So does "£" at a digit.
bool isSign(QByteArrayView bytes, qsizetype at)
{
    static const QByteArrayView signs(
        "\x80\x82\x84\x85\x86\x87\x89\x8B\x91\x92\x93\x94\x95\x96\x97\x99\x9B"
        "\xA0\xA4\xA6\xA7\xA9\xAB\xAC\xAD\xAE\xB0\xB1\xB5\xB6\xB7\xBB");
    const char before = at > 0 ? bytes[at - 1] : ' ';
    const char after = at + 1 < bytes.size() ? bytes[at + 1] : ' ';
    if (isOdd(before) || isOdd(after))
        return false;
    return signs.contains(bytes[at]) ||
           (bytes[at] == '\xA3' && (item::isDigit(before) || item::isDigit(after)));
}

/// No more bytes than chance would make some language's text of.
bool isTooLittle(QByteArrayView bytes)
{
    constexpr int enough = 4;
    static const QByteArrayView unassigned("\x81\x8D\x8F\x90\x9D"); // of windows-1252
    int telling = 0;
    for (qsizetype i = 0; i < bytes.size() && telling < enough; ++i) {
        if (unassigned.contains(bytes[i]))
            return false;
        telling += isOdd(bytes[i]) && !isSign(bytes, i);
    }
    return telling < enough;
}

/// The words around what is not ASCII, without the markup and scripts that lie between.
QByteArray contextPart(QByteArrayView bytes)
{
    constexpr qsizetype around = 40;
    QByteArray result;
    qsizetype taken = 0;
    for (qsizetype i = 0; i < bytes.size() && result.size() < guessedBytes; ++i) {
        if (!isOdd(bytes[i]))
            continue;
        qsizetype from = i;
        while (from > taken && i - from < around && bytes[from - 1] != '>')
            --from;
        qsizetype to = i;
        while (to < bytes.size() && to - i < around && bytes[to] != '<')
            ++to;
        if (from > taken)
            result += ' ';
        result += bytes.sliced(from, to - from);
        taken = to;
        i = to - 1;
    }
    return result;
}

/// uchardet's answer by the web's name for it; empty = it is none that browsers know.
QByteArray byUchardet(QByteArrayView bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.data(), std::size_t(bytes.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    const QByteArray name(uchardet_get_charset(detector.get()));
    if (name == "GB18030") // it does not tell the two apart
        return "gbk";
    return name == "UHC" ? QByteArray("euc-kr") : charsetOfLabel(name);
}

/// The Windows relative of a charset: meant where the bytes have a character that only it has; and
/// always of those that browsers prefer it to, unless "Ά" stands where only ISO 8859-7 has it.
QByteArray relativeOf(const QByteArray &charset, QByteArrayView bytes)
{
    struct Relative
    {
        const char *name;
        const char *windows;
        bool always = false;
    };
    static constexpr Relative relatives[] = {
        {"iso-8859-2", "windows-1250"},       {"iso-8859-5", "windows-1251"},
        {"iso-8859-7", "windows-1253", true}, {"iso-8859-8", "windows-1255", true},
        {"iso-8859-13", "windows-1257"},      {"iso-8859-15", "windows-1252"},
    };
    const auto isControl = [](char c) { return quint8(c) >= 0x80 && quint8(c) < 0xA0; };
    const bool tells = std::any_of(bytes.begin(), bytes.end(), isControl);
    for (const auto &relative : relatives) {
        if (charset == relative.name)
            return tells || (relative.always && !bytes.contains('\xB6'))
                       ? QByteArray(relative.windows)
                       : charset;
    }
    return charset;
}

bool containsAny(QByteArrayView bytes, QByteArrayView wanted)
{
    return std::any_of(bytes.begin(), bytes.end(), [&](char c) { return wanted.contains(c); });
}

/// How many of these bytes stand between two letters.
int amongLetters(QByteArrayView bytes, QByteArrayView wanted)
{
    const auto isLetter = [&](char c) {
        return quint8(c) >= 0xC0 || item::isLetter(c) || wanted.contains(c);
    };
    int count = 0;
    for (qsizetype i = 1; i + 1 < bytes.size(); ++i)
        count += wanted.contains(bytes[i]) && isLetter(bytes[i - 1]) && isLetter(bytes[i + 1]);
    return count;
}

/// What uchardet and the frequencies say together, each where it is known to be wrong corrected by
/// what the languages in question cannot have.
QByteArray agreed(const QByteArray &theirs, const QByteArray &ours, QByteArrayView sample)
{
    // KOI8-U has Ukrainian letters where KOI8-R has frames.
    if ((theirs == "koi8-r" || ours == "koi8-r") &&
        amongLetters(sample, "\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD") > 0)
        return "koi8-u";
    if (ours == "windows-874")
        return ours;
    // A few Chinese, Japanese or Korean characters look like Greek letters and signs.
    if (theirs == "windows-1253" && (ours == "gbk" || ours == "big5" || ours == "shift_jis" ||
                                     ours == "euc-jp" || ours == "euc-kr"))
        return ours;
    // Icelandic has "þ", "ð" and "ý" where Turkish has "ş", "ğ" and "ı"; that has no "á", "æ", "í".
    if (theirs == "windows-1254" && containsAny(sample, "\xE1\xE6\xED\xF3\xFA"))
        return "windows-1252";
    // "±" and "³" within words are Polish "ą" and "ł".
    if (theirs == "windows-1252" && amongLetters(sample, "\xB1\xB3\xB6\xB9\xBC\xBF") > 1)
        return containsAny(sample, "\xB1\xB6\xBC") ? "iso-8859-2" : "windows-1250";
    return theirs.isEmpty() || theirs == "utf-8" ? ours : theirs;
}

} // namespace

QByteArray guessCharset(QByteArrayView bytes)
{
    if (bytes.contains("\x1B$B") || bytes.contains("\x1B$@"))
        return "iso-2022-jp";
    if (bytes.isValidUtf8() || tallyUtf8(bytes).isNearly())
        return "utf-8";
    if (isTooLittle(bytes))
        return "windows-1252";
    const QByteArray sample = contextPart(bytes);
    const QByteArray theirs = relativeOf(byUchardet(sample), sample);
    const QByteArray best = agreed(theirs, byFrequency(bytes), sample);
    return best.isEmpty() ? QByteArray("windows-1252") : best;
}

} // namespace trawl::extract

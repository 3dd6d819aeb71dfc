// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/charset.h"

#include <QSet>
#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <vector>

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

} // namespace

QByteArray guessCharset(QByteArrayView bytes)
{
    if (bytes.contains("\x1B$B") || bytes.contains("\x1B$@"))
        return "iso-2022-jp";
    if (bytes.isValidUtf8())
        return "utf-8";
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
    return best ? best->name : "windows-1252";
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringEncoder>

namespace trawl::support {

/// A language's texts as pages without a declaration have them: a title, and a paragraph (article 1
/// of the Universal Declaration of Human Rights).
struct CharsetSample
{
    const char *language;
    const char *charsets; ///< as the web names them, a blank between
    const char16_t *title;
    const char16_t *paragraph;
};

inline constexpr CharsetSample charsetSamples[] = {
    {"English", "windows-1252", u"It’s “fine” – £15.99 © Acme",
     u"All human beings are born free and equal in dignity and rights. They’re endowed with reason "
     u"and conscience — and “should act towards one another in a spirit of brotherhood”. © 2020"},
    {"Spanish", "windows-1252", u"¿Cuándo llegará el señor?",
     u"Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están "
     u"de razón y conciencia, deben comportarse fraternalmente los unos con los otros. ¿Mañana?"},
    {"French", "windows-1252", u"Où êtes-vous né, à l’hôtel près du château ?",
     u"Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de "
     u"raison et de conscience et doivent agir les uns envers les autres dans un esprit de "
     u"fraternité."},
    {"German", "windows-1252", u"Schöne Grüße aus Köln: Straßenfest für Jung und Alt",
     u"Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und "
     u"Gewissen begabt und sollen einander im Geiste der Brüderlichkeit begegnen. Über den Fluß "
     u"führt eine schöne Brücke."},
    {"Portuguese", "windows-1252", u"Não há informações disponíveis, só amanhã às três",
     u"Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão "
     u"e "
     u"de consciência, devem agir uns para com os outros em espírito de fraternidade."},
    {"Italian", "windows-1252", u"Perché la città è così bella? Più di là",
     u"Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di "
     u"ragione e di coscienza e devono agire gli uni verso gli altri in spirito di fratellanza: "
     u"è la libertà, perché così sarà."},
    {"Dutch", "windows-1252", u"Eén coördinatie, twee financiële reünies: patiënten",
     u"Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met "
     u"verstand en geweten, en behoren zich jegens elkander in een geest van broederschap te "
     u"gedragen: één coördinatie, geïnteresseerd in België."},
    {"Swedish", "windows-1252", u"Räksmörgås på måndag, även för små barn",
     u"Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med förnuft "
     u"och samvete och bör handla gentemot varandra i en anda av broderskap."},
    {"Danish", "windows-1252", u"Smørrebrød på Østerbro: også åbent lørdag",
     u"Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med fornuft "
     u"og samvittighed, og de bør handle mod hverandre i en broderskabets ånd."},
    {"Norwegian", "windows-1252", u"Åpningstider på lørdag: både små og store får",
     u"Alle mennesker er født frie og med samme menneskeverd og menneskerettigheter. De er utstyrt "
     u"med fornuft og samvittighet og bør handle mot hverandre i brorskapets ånd."},
    {"Finnish", "windows-1252", u"Hyvää päivää, tässä on tämän päivän sää",
     u"Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on "
     u"annettu järki ja omatunto, ja heidän on toimittava toisiaan kohtaan veljeyden hengessä."},
    {"Icelandic", "windows-1252", u"Það er góður dagur í Reykjavík, ekki satt?",
     u"Hver maður er borinn frjáls og jafn öðrum að virðingu og réttindum. Menn eru gæddir "
     u"vitsmunum og samvisku, og ber þeim að breyta bróðurlega hverjum við annan."},
    {"Catalan", "windows-1252", u"Això és el què vàrem fer ahir, però demà més",
     u"Tots els éssers humans neixen lliures i iguals en dignitat i en drets. Són dotats de raó i "
     u"de consciència, i han de comportar-se fraternalment els uns amb els altres."},
    {"Polish", "windows-1250 iso-8859-2", u"Zażółć gęślą jaźń: łódź i świeże pączki",
     u"Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni "
     u"obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa."},
    {"Czech", "windows-1250 iso-8859-2", u"Příliš žluťoučký kůň úpěl ďábelské ódy",
     u"Všichni lidé se rodí svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a "
     u"svědomím a mají spolu jednat v duchu bratrství."},
    {"Slovak", "windows-1250 iso-8859-2", u"Kŕdeľ šťastných ďatľov učí koňa žrať kôru",
     u"Všetci ľudia sa rodia slobodní a sebe rovní, čo sa týka ich dôstojnosti a práv. Sú obdarení "
     u"rozumom a svedomím a majú navzájom jednať v bratskom duchu."},
    {"Hungarian", "windows-1250 iso-8859-2", u"Árvíztűrő tükörfúrógép: jó reggelt, őszi idő",
     u"Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek, ésszel "
     u"és "
     u"lelkiismerettel bírván, egymással szemben testvéri szellemben kell hogy viseltessenek."},
    {"Croatian", "windows-1250 iso-8859-2", u"Čovječe, živjela šuma, ćevapi i đaci",
     u"Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima. Ona su obdarena "
     u"razumom i sviješću i trebaju jedno prema drugome postupati u duhu bratstva."},
    {"Slovenian", "windows-1250 iso-8859-2", u"Češnja, žaba in šola: že včeraj smo šli čez",
     u"Vsi ljudje se rodijo svobodni in imajo enako dostojanstvo in enake pravice. Obdarjeni so z "
     u"razumom in vestjo in bi morali ravnati drug z drugim kakor bratje. Češnje so še zrele, že "
     u"včeraj."},
    {"Romanian", "windows-1250 iso-8859-2", u"Bună ziua, aţi fost în piaţă şi la şcoală",
     u"Toate fiinţele umane se nasc libere şi egale în demnitate şi în drepturi. Ele sunt "
     u"înzestrate cu raţiune şi conştiinţă şi trebuie să se comporte unele faţă de altele în "
     u"spiritul fraternităţii."},
    {"Turkish", "windows-1254", u"İyi günler, şimdi çay içeceğiz: ışık ağaç",
     u"Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana "
     u"sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler."},
    {"Lithuanian", "windows-1257", u"Ąžuolas, šiandien gražus oras, ėjome į žiūrėti",
     u"Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Jiems suteiktas protas ir sąžinė "
     u"ir jie turi elgtis vienas kito atžvilgiu kaip broliai."},
    {"Latvian", "windows-1257", u"Glāžšķūņa rūķīši, šodien ir jauks laiks",
     u"Visi cilvēki piedzimst brīvi un vienlīdzīgi savā pašcieņā un tiesībās. Viņi ir apveltīti ar "
     u"saprātu un sirdsapziņu, un viņiem jāizturas citam pret citu brālības garā."},
    {"Russian", "windows-1251 koi8-r ibm866 iso-8859-5", u"Новости и погода в Москве: сегодня",
     u"Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом "
     u"и совестью и должны поступать в отношении друг друга в духе братства."},
    {"Ukrainian", "windows-1251 koi8-u", u"Новини України: сьогодні в Києві гарна погода",
     u"Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом "
     u"і совістю і повинні діяти у відношенні один до одного в дусі братерства."},
    {"Bulgarian", "windows-1251", u"Днес времето е хубаво, къде отивате, моля?",
     u"Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и "
     u"съвест и следва да се отнасят помежду си в дух на братство."},
    {"Serbian", "windows-1251", u"Добар дан, шта има ново у граду и околини",
     u"Сва људска бића рађају се слободна и једнака у достојанству и правима. Она су обдарена "
     u"разумом и свешћу и треба једни према другима да поступају у духу братства."},
    {"Greek", "windows-1253 iso-8859-7", u"Καλημέρα, σήμερα ο καιρός είναι πολύ καλός",
     u"Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι "
     u"προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα "
     u"αδελφοσύνης."},
    {"Hebrew", "windows-1255", u"שלום לכם, היום מזג האוויר יפה מאוד",
     u"כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה "
     u"עליהם לנהוג איש ברעהו ברוח של אחווה."},
    {"Arabic", "windows-1256", u"مرحبا بكم في الموقع الرسمي للمدينة",
     u"يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا وعليهم أن يعامل "
     u"بعضهم بعضا بروح الإخاء."},
    {"Thai", "windows-874", u"สวัสดีครับ วันนี้อากาศดีมาก",
     u"มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม "
     u"และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ"},
    {"Chinese", "gbk", u"你好，世界：今天的新闻",
     u"人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"},
    {"Taiwanese", "big5", u"今天的新聞：歡迎光臨我們的網站",
     u"人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心，並應以兄弟關係的精神互相對待。"},
    {"Japanese", "shift_jis euc-jp", u"こんにちは、今日のニュースです",
     u"すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、"
     u"理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。"},
    {"Korean", "euc-kr", u"안녕하세요, 오늘의 뉴스입니다",
     u"모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 천부적으로 "
     u"이성과 "
     u"양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다."},
};

/// A text of the corpus in one charset, within a page's markup.
struct CharsetRow
{
    QByteArray name; ///< "Polish, iso-8859-2, title"
    QByteArray bytes;
    QString text;
};

/// What ICU calls the web's charset.
inline QByteArray encoderOf(const QByteArray &charset)
{
    return charset == "gbk"         ? "gb18030"
           : charset == "shift_jis" ? "windows-31j"
           : charset == "euc-kr"    ? "windows-949"
                                    : charset;
}

inline QList<CharsetRow> charsetCorpus()
{
    QList<CharsetRow> rows;
    const auto add = [&](const CharsetSample &sample, const QByteArray &charset, const char *size,
                         const QString &text) {
        QStringEncoder encode(encoderOf(charset).constData());
        rows.append(
            {QByteArray(sample.language) + ", " + charset + ", " + size, encode(text), text});
    };
    for (const auto &sample : charsetSamples) {
        const auto title = QString::fromUtf16(sample.title);
        const auto paragraph = QString::fromUtf16(sample.paragraph);
        const auto charsets = (QByteArray(sample.charsets) + " utf-8").split(' ');
        for (const auto &charset : charsets) {
            add(sample, charset, "title", QStringLiteral("<title>%1</title>").arg(title));
            add(sample, charset, "page",
                QStringLiteral("<html><head><title>%1</title></head><body class=\"a\"><p>%2</p>")
                    .arg(title, paragraph));
        }
    }
    return rows;
}

} // namespace trawl::support

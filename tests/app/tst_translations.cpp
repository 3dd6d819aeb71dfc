// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include "adding/droptarget.h"
#include "models/texts.h"
#include "support/testmain.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace tst_translations {

using namespace trawl;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< one, or the plural forms
    QString type;             ///< empty = finished; unfinished, vanished, obsolete
    bool isPlural = false;

    [[nodiscard]] QString translation() const { return translations.join(QString()); }
};

QStringList formsIn(QXmlStreamReader &xml)
{
    QStringList forms;
    QString text;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::StartElement) // <numerusform>
            forms << xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (token == QXmlStreamReader::Characters)
            text += xml.text();
    }
    return forms.isEmpty() ? QStringList{text} : forms;
}

/// The messages of a .ts file.
QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append(Message());
            messages.last().context = context;
            messages.last().isPlural = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            auto &message = messages.last();
            message.type = xml.attributes().value(QStringLiteral("type")).toString();
            message.translations = formsIn(xml);
        }
    }
    return messages;
}

QString translationsPath(const char *name)
{
    return QStringLiteral(TRAWL_SOURCE_DIR "/translations/") + QLatin1StringView(name);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("forms"); ///< of a plural
        QTest::newRow("en") << translationsPath("trawl_en.ts") << 2;
        QTest::newRow("zh") << translationsPath("trawl_zh_CN.ts") << 1;
    }
    void isComplete()
    {
        QFETCH(QString, file);
        QFETCH(int, forms);
        const auto messages = messagesOf(file);
        QVERIFY(!messages.isEmpty());
        for (const auto &message : messages) {
            QVERIFY2(message.type.isEmpty(), qPrintable(message.source));
            QVERIFY2(!message.translations.contains(QString()), qPrintable(message.source));
            QVERIFY2(message.translations.size() == (message.isPlural ? forms : 1),
                     qPrintable(message.source));
        }
    }

    void holdsEveryString_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        // English needs its plurals only.
        QTest::newRow("en") << QStringLiteral("trawl_en.ts")
                            << QStringList{QStringLiteral("-pluralonly")};
        QTest::newRow("zh") << QStringLiteral("trawl_zh_CN.ts") << QStringList();
    }
    void holdsEveryString()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        QTemporaryDir dir;
        const auto copy = dir.filePath(file);
        QVERIFY(QFile::copy(translationsPath(qPrintable(file)), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(TRAWL_SOURCE_DIR));
        lupdate.start(QStringLiteral(TRAWL_LUPDATE),
                      options + QStringList{QStringLiteral("-silent"), QStringLiteral("src"),
                                            QStringLiteral("ui"), QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
        QStringList wrong;
        const auto messages = messagesOf(copy);
        QVERIFY(!messages.isEmpty());
        for (const auto &message : messages) {
            if (!message.type.isEmpty())
                wrong << message.type + u' ' + message.context + QStringLiteral(": ") +
                             message.source;
        }
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("lupdate, then translate:\n") + wrong.join(u'\n')));
    }

    void keepsThePlaces()
    {
        const auto messages = messagesOf(translationsPath("trawl_zh_CN.ts"));
        QVERIFY(messages.size() > 100);
        for (const auto &message : messages) {
            for (const auto *place : {"%1", "%2", "%3", "%4", "%Ln"}) {
                const QLatin1StringView mark(place);
                QVERIFY2(message.source.contains(mark) == message.translation().contains(mark),
                         qPrintable(message.source));
            }
        }
    }

    void speaksBothLanguages_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
        QTest::newRow("en") << QLocale(QLocale::English) << QStringLiteral("1 link will be added")
                            << QStringLiteral("2 links will be added");
        QTest::newRow("zh") << QLocale(QLocale::Chinese, QLocale::China)
                            << QStringLiteral("将添加 1 个链接")
                            << QStringLiteral("将添加 2 个链接");
        QTest::newRow("C") << QLocale::c() << QStringLiteral("1 link will be added")
                           << QStringLiteral("2 links will be added");
    }
    void speaksBothLanguages()
    {
        QFETCH(QLocale, locale);
        app::installTranslations(*qApp, locale);
        const auto link = QStringLiteral("http://a.example/");
        QTEST(adding::dropHint({.text = link, .files = {}}), "one");
        QTEST(adding::dropHint({.text = link + u'\n' + link, .files = {}}), "two");
        const auto translators = qApp->findChildren<QTranslator *>();
        for (auto *translator : translators)
            delete translator;
    }
};

TRAWL_TEST(Gui, TestTranslations)

} // namespace tst_translations

#include "tst_translations.moc"

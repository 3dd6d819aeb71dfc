// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include "adding/droptarget.h"
#include "models/texts.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace trawl;

namespace {

struct Message
{
    QString source;
    QString translation;
    bool unfinished = false;
};

/// The messages of a .ts file; the plural forms of one are joined.
QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == u"message") {
            messages.append(Message());
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            auto &message = messages.last();
            message.unfinished = xml.attributes().value(QStringLiteral("type")) == u"unfinished";
            message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto *name : {"trawl_en.ts", "trawl_zh_CN.ts"})
            QTest::newRow(name) << QStringLiteral(TRAWL_TRANSLATIONS "/") + QLatin1StringView(name);
    }
    void isComplete()
    {
        QFETCH(QString, file);
        const auto messages = messagesOf(file);
        QVERIFY(!messages.isEmpty());
        for (const auto &message : messages) {
            QVERIFY2(!message.unfinished, qPrintable(message.source));
            QVERIFY2(!message.translation.isEmpty(), qPrintable(message.source));
        }
    }

    void keepsThePlaces()
    {
        const auto messages = messagesOf(QStringLiteral(TRAWL_TRANSLATIONS "/trawl_zh_CN.ts"));
        QVERIFY(messages.size() > 100);
        for (const auto &message : messages) {
            for (const auto *place : {"%1", "%2", "%3", "%4", "%Ln"}) {
                const QLatin1StringView mark(place);
                QVERIFY2(message.source.contains(mark) == message.translation.contains(mark),
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

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"
#include "adding/droptarget.h"
#include "adding/survey.h"
#include "support/growth.h"
#include "support/loopturns.h"
#include "support/testmain.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

namespace tst_manylinks {

using namespace trawl;
using namespace trawl::adding;

namespace {

#ifdef __SANITIZE_ADDRESS__ // another program: fewer lines, to look for errors only
constexpr int usualMany = 20'000;
#else
constexpr int usualMany = 100'000;
#endif

int wantedMany()
{
    return qEnvironmentVariableIsSet("TRAWL_LONG") ? 1'000'000 : usualMany;
}

/// One in ten is a duplicate, one in ten no link.
QByteArray lineOf(int number)
{
    const auto way = QByteArray::number(number % 10 == 1 ? number - 1 : number);
    if (number % 10 == 2)
        return "no link but words " + way;
    return "https://files" + QByteArray::number(number % 997) + ".example.org/archive/" + way +
           "-report.csv.gz";
}

} // namespace

/// The review of a list of a million lines (TRAWL_LONG), of fewer without.
class TestManyLinks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QSettings m_store{m_dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    desktop::Settings m_settings{m_store};
    desktop::Prompts m_prompts;
    support::LoopTurns m_turns;
    std::unique_ptr<AddDialog> m_dialog;
    double m_whole = 0; ///< that it takes to look it over
    const int m_many = wantedMany();

    [[nodiscard]] qint64 expected() const { return m_dialog->plan().expected; }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_dir.filePath(QLatin1StringView(name));
    }
    [[nodiscard]] ListInput input(const QByteArray &kind) const
    {
        if (kind != "text")
            return {.text = {}, .files = {path(kind == "txt" ? "list.txt" : "list.csv")}};
        QFile file(path("list.txt"));
        return file.open(QIODevice::ReadOnly) ? ListInput{QString::fromUtf8(file.readAll()), {}}
                                              : ListInput();
    }
    void open(const ListInput &input)
    {
        m_turns.reset();
        m_dialog = std::make_unique<AddDialog>(input, m_settings, m_prompts);
        m_dialog->open();
        QCOMPARE(expected(), 0); // that takes its time, elsewhere
    }
    void close()
    {
        const auto more = support::spent([this] {
            QTest::mouseClick(
                m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel),
                Qt::LeftButton);
            m_dialog.reset();
        });
        QVERIFY2(more < m_whole / 2, qPrintable(QString::number(more / m_whole)));
    }
    static void kinds()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const auto *kind : {"txt", "csv", "text"})
            QTest::newRow(kind) << QByteArray(kind);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile list(path("list.txt"));
        QFile table(path("list.csv"));
        QVERIFY(list.open(QIODevice::WriteOnly) && table.open(QIODevice::WriteOnly));
        table.write("url,name,size\n");
        for (int i = 0; i < m_many; ++i) {
            list.write(lineOf(i) + '\n');
            table.write('"' + lineOf(i) + "\",\"report " + QByteArray::number(i) + ".gz\"," +
                        QByteArray::number(i * 3) + '\n');
        }
        open(input("txt"));
        m_whole = support::spent([this] { QTRY_VERIFY(expected() > 0); });
    }
    void cleanupTestCase() { m_dialog.reset(); }

    void looked_data() { kinds(); }
    void looked()
    {
        QFETCH(QByteArray, kind);
        open(input(kind));
        QTRY_VERIFY(expected() > 0);
        QVERIFY(m_turns.count() > 0);
        QCOMPARE(expected(), m_many);
        auto *tabs = m_dialog->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(30);
        }
        // However long the list is, a tab shows the first of it.
        const auto views = m_dialog->findChildren<QAbstractItemView *>();
        for (const auto *view : views)
            QVERIFY(!view->model() || view->model()->rowCount() <= Survey::problemLimit);
        close();
    }
    void givenUpHalfway_data() { kinds(); }
    void givenUpHalfway()
    {
        QFETCH(QByteArray, kind);
        open(input(kind));
        QTest::qWait(50);
        close();
    }
    void anotherCharsetWhileItCounts()
    {
        open(input("txt"));
        QTest::qWait(60);
        auto *charset = m_dialog->findChild<QComboBox *>(QStringLiteral("charset"));
        for (int i = 1; i < charset->count(); ++i) {
            charset->setCurrentIndex(i);
            Q_EMIT charset->activated(i);
            QTest::qWait(30);
        }
        QVERIFY(m_turns.count() > 0);
        close();
    }
    void aPipeThatNobodyWritesTo()
    {
        QCOMPARE(mkfifo(QFile::encodeName(path("pipe.txt")).constData(), 0600), 0);
        open({.text = {}, .files = {path("pipe.txt")}});
        auto *summary = m_dialog->findChild<QLabel *>(QStringLiteral("summary"));
        QTRY_VERIFY(summary->text().contains(QStringLiteral("is no regular file")));
        close();
    }
    void whatHoversIsCounted()
    {
        auto text = input("text").text;
        text.truncate(std::min<qsizetype>(text.size(), 6'000'000));
        const auto cost = support::dearer(text.size() / 50, text.size(), [&text](qint64 size) {
            const auto hint = dropHint({.text = text.first(qsizetype(size)), .files = {}});
            QVERIFY2(hint.endsWith(QStringLiteral("link(s) will be added")), qPrintable(hint));
        });
        QVERIFY2(cost < support::inProportion, qPrintable(QString::number(cost)));
    }
};

TRAWL_TEST(Gui, TestManyLinks)

} // namespace tst_manylinks

#include "tst_manylinks.moc"

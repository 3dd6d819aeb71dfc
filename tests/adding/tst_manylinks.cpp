// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"
#include "adding/droptarget.h"
#include "support/loopwatch.h"
#include "support/slack.h"
#include "support/testmain.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
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
using support::mostStallMs;
using support::slack;

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
    std::unique_ptr<support::LoopWatch> m_watch;
    std::unique_ptr<AddDialog> m_dialog;
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
        m_watch->reset();
        m_dialog = std::make_unique<AddDialog>(input, m_settings, m_prompts);
        m_dialog->open();
    }
    void close()
    {
        QElapsedTimer timer;
        timer.start();
        QTest::mouseClick(
            m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel),
            Qt::LeftButton);
        m_dialog.reset();
        qInfo("cancelled in %lld ms", timer.elapsed());
        // Another thread has to be let run for it, which a busy machine takes its time for.
        QVERIFY(double(timer.elapsed()) < 200 * slack);
    }
    void sayStalls(const char *what) const
    {
        m_watch->settle();
        qInfo("%s: longest stall %.0f ms, %.0f ms of processor", what, m_watch->worstMs(),
              m_watch->worstCpuMs());
        QVERIFY(m_watch->worstCpuMs() < mostStallMs * slack);
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
        m_watch = std::make_unique<support::LoopWatch>();
    }
    void cleanupTestCase()
    {
        m_dialog.reset();
        m_watch.reset();
    }

    void looked_data() { kinds(); }
    void looked()
    {
        QFETCH(QByteArray, kind);
        const auto given = input(kind);
        QElapsedTimer timer;
        timer.start();
        open(given);
        QTRY_VERIFY_WITH_TIMEOUT(expected() > 0, 60'000);
        qInfo("looked over in %lld ms", timer.elapsed());
        sayStalls("looking");
        QCOMPARE(expected(), m_many);
        auto *tabs = m_dialog->findChild<QTabWidget *>();
        m_watch->reset();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(30);
        }
        sayStalls("each tab");
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
        sayStalls("changing the encoding");
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
        QElapsedTimer timer;
        timer.start();
        const auto hint = dropHint({.text = text, .files = {}});
        qInfo("“%s” after %lld ms", qPrintable(hint), timer.elapsed());
        QVERIFY2(hint.endsWith(QStringLiteral("link(s) will be added")), qPrintable(hint));
        QVERIFY(double(timer.elapsed()) < 2000 * slack);
    }
};

TRAWL_TEST(Gui, TestManyLinks)

} // namespace tst_manylinks

#include "tst_manylinks.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/adddialog.h"
#include "adding/roleheader.h"
#include "dialogs.h"
#include "support/growth.h"
#include "support/loopturns.h"
#include "support/ordinaryuser.h"
#include "support/testmain.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTableView>

#include <algorithm>
#include <functional>
#include <optional>

#include <malloc.h>
#include <sys/stat.h>

namespace tst_oddlists {

using namespace trawl;
using namespace trawl::adding;

namespace {

#ifdef __SANITIZE_ADDRESS__ // another program: smaller lists, to look for errors only
constexpr qsizetype big = 4'000'000;
constexpr int many = 20'000;
#else
constexpr qsizetype big = 50'000'000;
constexpr int many = 1'000'000;
#endif
constexpr qint64 mostMemoryMb = 100;
constexpr int manyColumns = 2000;

/// What this process holds, or held at most since forgetPeak(), in MB.
qint64 memoryMb(QByteArrayView which)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto text = file.readAll();
    const auto at = text.indexOf(which);
    return text.mid(at + which.size(), 30).simplified().split(' ').value(0).toLongLong() / 1024;
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

/// Whether a thread of this process has read half of it: more than a look at what it is.
bool isHalfRead(const QString &path)
{
    const auto open = QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files);
    return std::ranges::any_of(open, [&path](const QFileInfo &descriptor) {
        if (descriptor.symLinkTarget() != path)
            return false;
        QFile info(QStringLiteral("/proc/self/fdinfo/") + descriptor.fileName());
        if (!info.open(QIODevice::ReadOnly))
            return false;
        const auto position = info.readLine().split('\t').constLast().trimmed(); // "pos:\t4096\n"
        return position.toLongLong() > QFileInfo(path).size() / 2;
    });
}

QByteArray link(int number)
{
    return "https://files.example.org/archive/" + QByteArray::number(number) + "-report.csv.gz";
}

QByteArray links(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += link(i) + '\n';
    return text;
}

QByteArray utf16(const QByteArray &ascii, bool little)
{
    QByteArray bytes;
    bytes.reserve(ascii.size() * 2);
    for (const char c : ascii) {
        bytes += little ? c : '\0';
        bytes += little ? '\0' : c;
    }
    return bytes;
}

QByteArray wideTable()
{
    QByteArray text = "url";
    for (int i = 1; i < manyColumns; ++i)
        text += ",column " + QByteArray::number(i);
    for (int row = 0; row < 300; ++row) {
        text += '\n' + link(row);
        for (int i = 1; i < manyColumns; ++i)
            text += ",v" + QByteArray::number(i);
    }
    return text + '\n';
}

} // namespace

/// What a list is and what becomes of it while the dialog is open.
struct OddList
{
    std::function<ListInput(const DialogFixture &)> make;
    qint64 valid = 0;
    qint64 invalid = 0;
    qint64 duplicate = 0;
    const char *says = "link(s) will be added"; ///< a part of the summary
    std::function<void(const DialogFixture &)> meanwhile = {};
    bool exact = true;   ///< else at most so many are valid
    bool closed = false; ///< its modes count
};
/// The review of lists that nobody expects: it says what is the matter, lets the window live, and
/// can be left at any time.
class TestOddLists : public QObject
{
    Q_OBJECT

    DialogFixture m_fixture;
    support::LoopTurns m_turns;
    QHash<QString, double> m_whole; ///< that it takes to look a list over
    double m_dialogs = 0;           ///< that it takes to open and close one on next to nothing
    std::unique_ptr<AddDialog> m_dialog;

    static auto file(const char *name, std::function<QByteArray()> content)
    {
        return [name, content = std::move(content)](const DialogFixture &fixture) {
            return ListInput{{}, {fixture.write(QLatin1StringView(name), content())}};
        };
    }
    [[nodiscard]] QString summary() const
    {
        return DialogFixture::find<QLabel>(*m_dialog, "summary")->text();
    }
    [[nodiscard]] bool isReading() const
    {
        return summary().contains(QStringLiteral("Reading the list"));
    }
    void open(const ListInput &input)
    {
        m_turns.reset();
        m_dialog = std::make_unique<AddDialog>(input, m_fixture.settings, m_fixture.prompts);
        m_dialog->open();
        QVERIFY(isReading()); // elsewhere
    }
    void close()
    {
        QTest::mouseClick(DialogFixture::find<QDialogButtonBox>(*m_dialog, "buttons")
                              ->button(QDialogButtonBox::Cancel),
                          Qt::LeftButton);
        m_dialog.reset();
    }
    void rows();

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(::chmod(QFile::encodeName(m_fixture.dir.path()).constData(), 0755) == 0);
        m_dialogs = support::spent([this] {
            open({QString::fromLatin1(link(1)), {}});
            QTRY_VERIFY(!isReading());
            close();
        });
    }
    void cleanupTestCase() { m_dialog.reset(); }

    void ends_data() { rows(); }
    void ends()
    {
        QFETCH(OddList, list);
        const auto input = list.make(m_fixture);
        malloc_trim(0);
        forgetPeak();
        const auto before = memoryMb("VmRSS:");
        std::optional<support::OrdinaryUser> ordinary;
        if (list.closed)
            ordinary.emplace();
        m_whole[QString::fromUtf8(QTest::currentDataTag())] = support::spent([&] {
            open(input);
            if (list.meanwhile) {
                while (isReading() && !isHalfRead(input.files.constFirst()))
                    QTest::qWait(1);
                list.meanwhile(m_fixture);
            }
            QTRY_VERIFY(!isReading());
        });
        [[maybe_unused]] const auto grown = memoryMb("VmHWM:") - before;
        QVERIFY(m_turns.count() > 0);
        QVERIFY2(summary().contains(QLatin1StringView(list.says)), qPrintable(summary()));
        const auto count = [this](const char *which) {
            return DialogFixture::find<QLabel>(*m_dialog, which)->text().remove(u',').toLongLong();
        };
        if (list.exact)
            QCOMPARE(count("valid"), list.valid);
        else
            QVERIFY(count("valid") < list.valid);
        QVERIFY(count("invalid") == list.invalid || !list.exact);
        QCOMPARE(count("duplicate"), list.duplicate);
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
        QVERIFY(grown < mostMemoryMb);
#endif
        auto *tabs = m_dialog->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(5);
        }
        const auto views = m_dialog->findChildren<QAbstractItemView *>();
        for (const auto *view : views)
            QVERIFY(!view->model() || view->model()->rowCount() <= Survey::problemLimit);
        close();
    }
    void theLastOfManyColumnsGetsARole()
    {
        const auto file = m_fixture.write(QStringLiteral("wide.csv"), wideTable());
        m_dialog = std::make_unique<AddDialog>(ListInput{{}, {file}}, m_fixture.settings,
                                               m_fixture.prompts);
        m_dialog->open();
        QTRY_VERIFY(!isReading());
        DialogFixture::openTab(*DialogFixture::find<QTabWidget>(*m_dialog, "review"),
                               QStringLiteral("Columns"));
        auto *header = m_dialog->findChild<RoleHeader *>();
        auto *cells = DialogFixture::find<QTableView>(*m_dialog, "cells");
        QVERIFY(header->box(0)->isVisible() && !header->box(manyColumns - 1));
        cells->setFocus();
        cells->setCurrentIndex(cells->model()->index(0, 0));
        QTest::keyClick(cells, Qt::Key_End);
        auto *last = header->box(manyColumns - 1);
        QVERIFY(last && last->isVisible() && !header->box(0)->isVisible());
        QCOMPARE(last->x(), header->sectionViewportPosition(manyColumns - 1));
        QVERIFY(!header->box(manyColumns / 2));
        DialogFixture::pick(*last, last->findData(int(exchange::Role::Name)));
        Q_EMIT last->activated(last->currentIndex());
        const auto layout = m_dialog->plan().choices.layout;
        QVERIFY(layout && layout->columns.last().role == exchange::Role::Name);
        close();
    }
    void isGivenUp_data() { rows(); }
    void isGivenUp()
    {
        QFETCH(OddList, list);
        const auto input = list.make(m_fixture);
        open(input);
        QTest::qWait(20);
        const auto whole = m_whole.value(QString::fromUtf8(QTest::currentDataTag()));
        const auto more = support::spent([this] { close(); });
        QVERIFY2(more < m_dialogs + whole / 2, qPrintable(QString::number(more / whole)));
    }
};

void TestOddLists::rows()
{
    using F = const DialogFixture &;
    QTest::addColumn<OddList>("list");
    const auto add = [](const char *name, OddList list) { QTest::newRow(name) << std::move(list); };
    add("vanishes meanwhile",
        {.make = file("gone.txt", [] { return links(many / 4); }),
         .valid = many / 4,
         .meanwhile = [](F f) { QFile::remove(f.dir.filePath(QStringLiteral("gone.txt"))); }});
    add("is not there",
        {.make = [](F f) { return ListInput{{}, {f.dir.filePath(QStringLiteral("never.txt"))}}; },
         .says = "No such file"});
    add("grows meanwhile", {.make = file("grows.txt", [] { return links(many / 4); }),
                            .valid = many / 4,
                            .duplicate = 1000,
                            .meanwhile = [](F f) {
                                QFile file(f.dir.filePath(QStringLiteral("grows.txt")));
                                if (file.open(QIODevice::Append))
                                    file.write(links(1000));
                            }});
    add("is emptied meanwhile",
        {.make = file("cut.txt", [] { return links(many / 4); }),
         .valid = many / 4,
         .says = "",
         .meanwhile =
             [](F f) { (void)QFile::resize(f.dir.filePath(QStringLiteral("cut.txt")), 0); },
         .exact = false});
    add("unreadable folder among others",
        {.make =
             [](F f) {
                 const auto closed = f.dir.filePath(QStringLiteral("closed"));
                 QDir().mkpath(closed);
                 ::chmod(QFile::encodeName(closed).constData(), 0);
                 return ListInput{{}, {closed, f.write(QStringLiteral("open.txt"), links(10))}};
             },
         .valid = 10,
         .says = "closed: ",
         .closed = true});
    add("one link a million times",
        {.make = file("same.txt", [] { return (link(1) + '\n').repeated(many); }),
         .valid = 1,
         .duplicate = many - 1});
    add("one long line",
        {.make = file("line.txt", [] { return "https://a.example/" + QByteArray(big, 'x'); }),
         .invalid = 1,
         .says = "no link"});
    add("one long line of JSON",
        {.make = file("line.json",
                      [] { return "[\"https://a.example/" + QByteArray(big, 'x') + "\"]"; }),
         .invalid = 1,
         .says = "no link"});
    add("one long line of HTML",
        {.make = file("line.html",
                      [] { return "<a href=\"https://a.example/" + QByteArray(big, 'x') + "\">"; }),
         .invalid = 1,
         .says = "no link"});
    add("one long line without a link",
        {.make = file("words.txt", [] { return QByteArray("word ").repeated(big / 5); }),
         .says = "no link"});
    add("one long line as text",
        {.make =
             [](F) {
                 return ListInput{QStringLiteral("https://a.example/") + QString(big, u'x'), {}};
             },
         .invalid = 1,
         .says = "no link"});
    add("invalid UTF-8",
        {.make = file("bytes.txt",
                      [] {
                          return "https://a.example/\xff\xfe\xc3\n\xf0\x28\x8c\x28\n" + links(100) +
                                 "https://b.example/\xe4\xb8";
                      }),
         .valid = 102,
         .invalid = 1});
    add("UTF-16 LE without a mark",
        {.make = file("le.txt", [] { return utf16(links(1000), true); }), .valid = 1000});
    add("UTF-16 BE without a mark",
        {.make = file("be.txt", [] { return utf16(links(1000), false); }), .valid = 1000});
    add("UTF-16 cut in a character",
        {.make = file("odd.txt", [] { return utf16(links(1000), true) + 'x'; }), .valid = 1000});
    add("table of many columns", {.make = file("wide.csv", wideTable), .valid = 300});
    add("open quote", {.make = file("quote.csv",
                                    [] {
                                        return "url,name\n" + link(1) + ",one\n" + link(2) +
                                               ",\"two\n" + links(int(big / 60));
                                    }),
                       .valid = 1,
                       .invalid = 1,
                       .says = "has a quote in line 3 that is never closed"});
}

TRAWL_TEST(Gui, TestOddLists)

} // namespace tst_oddlists

#include "tst_oddlists.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/partfile.h"
#include "fetch/partfolder.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_partfile {

using namespace trawl;
using fetch::PartFile;
using fetch::PartState;
using item::BodyHash;
using item::Reason;

namespace {

constexpr qint64 block = BodyHash::blockBytes;

QByteArray pattern(qint64 size, int seed = 0)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char((i * 31 + i / 251 + seed) & 0xff);
    return bytes;
}

quint64 hashOf(const QByteArray &bytes)
{
    BodyHash hash;
    hash.add(bytes);
    return hash.value();
}

} // namespace

class TestPartFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString m_path;

    [[nodiscard]] QByteArray written() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    [[nodiscard]] bool put(PartFile &part, qint64 offset, const QByteArray &bytes)
    {
        return part.write(part.extentAt(offset), bytes.constData(), bytes.size());
    }
    [[nodiscard]] std::list<PartFile::Extent> checked(const PartState &state)
    {
        return fetch::checkedExtents(m_path, state, std::make_shared<std::atomic_bool>(false));
    }
    /// Three extents: the first and the last end within a block.
    [[nodiscard]] PartState leaveParts(const QByteArray &bytes)
    {
        PartFile part(m_path);
        PartState state;
        state.total = bytes.size();
        if (put(part, 0, bytes.first(block + 10)) &&
            put(part, 4 * block, bytes.sliced(4 * block, 2 * block)) &&
            put(part, 7 * block, bytes.sliced(7 * block, 5)))
            state.extents = part.snapshot();
        return state;
    }

private Q_SLOTS:
    void init() { m_path = m_directory.filePath(QStringLiteral("7.part")); }
    void cleanup()
    {
        QFile::remove(m_path);
        QFile::remove(fetch::statePath(m_path));
    }

    void nothingIsCreatedBeforeTheFirstByte()
    {
        PartFile part(m_path);
        part.expect(10);
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(put(part, 0, "a"));
        QVERIFY(QFile::exists(m_path));
        part.remove();
        QVERIFY(!QFile::exists(m_path));
    }
    void anEmptyBodyIsAnEmptyFile()
    {
        PartFile part(m_path);
        QVERIFY(part.finish());
        QCOMPARE(written(), QByteArray());
        QCOMPARE(part.hash(), hashOf({}));
    }
    void whatWasThereIsGone()
    {
        QFile old(m_path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("a longer one") > 0);
        old.close();
        PartFile part(m_path);
        QVERIFY(put(part, 0, "new") && part.finish());
        QCOMPARE(written(), QByteArray("new"));
    }
    void nothingIsWrittenThroughALink_data()
    {
        QTest::addColumn<bool>("hard");
        QTest::newRow("symbolic") << false;
        QTest::newRow("hard") << true;
    }
    void nothingIsWrittenThroughALink()
    {
        QFETCH(bool, hard);
        const auto precious = m_directory.filePath(QStringLiteral("precious"));
        QFile file(precious);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QCOMPARE((hard ? ::link : ::symlink)(QFile::encodeName(precious).constData(),
                                             QFile::encodeName(m_path).constData()),
                 0);
        PartFile part(m_path);
        QVERIFY(put(part, 0, "other") && part.finish());
        QCOMPARE(written(), QByteArray("other"));
        QVERIFY(!QFileInfo(m_path).isSymLink());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QVERIFY(QFile::remove(precious));
    }
    void noLinkIsEnteredInPlaceOfOurFolders_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow(".trawl") << QStringLiteral("out/.trawl");
        QTest::newRow("tag") << QStringLiteral("out/.trawl/tag");
    }
    void noLinkIsEnteredInPlaceOfOurFolders()
    {
        QFETCH(QString, link);
        const QTemporaryDir root;
        const auto other = root.filePath(QStringLiteral("other"));
        const auto theirs = other + QStringLiteral("/tag/7.part");
        QVERIFY(QDir().mkpath(other + QStringLiteral("/tag")));
        QVERIFY(QDir().mkpath(QFileInfo(root.filePath(link)).path()));
        QFile file(theirs);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QVERIFY(QFile::link(link.endsWith(u"tag") ? other + QStringLiteral("/tag") : other,
                            root.filePath(link)));
        const auto path = root.filePath(QStringLiteral("out/.trawl/tag/7.part"));
        PartFile part(path);
        QVERIFY(!put(part, 0, "other"));
        QCOMPARE(part.failure().reason, Reason::FileError);
        QVERIFY(!fetch::savePartState(fetch::statePath(path), PartState()));
        fetch::PartFolder(path).remove();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QCOMPARE(QDir(other).entryList(QDir::Files), QStringList());
    }
    void ourFoldersAreMadeAgain()
    {
        const QTemporaryDir root;
        const auto path = root.filePath(QStringLiteral(".trawl/tag/7.part"));
        PartFile part(path);
        QVERIFY(put(part, 0, "a") && QFile::exists(path));
        PartFile moved(root.filePath(QStringLiteral("away/.trawl/tag/7.part")));
        QVERIFY(!put(moved, 0, "a"));
        QVERIFY(!QFile::exists(root.filePath(QStringLiteral("away"))));
    }
    void whatIsNoFileStays()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        PartFile part(m_path);
        QVERIFY(!put(part, 0, "a"));
        QCOMPARE(part.failure().reason, Reason::FileError);
        QVERIFY(QFileInfo::exists(m_path));
        QVERIFY(checked(PartState()).empty()); // and nobody waits for its writer
    }
    void meddlingIsSeen_data()
    {
        using Meddle = std::function<void(const QString &)>;
        QTest::addColumn<Meddle>("meddle");
        QTest::addColumn<bool>("ours");
        QTest::addColumn<bool>("holes");
        QTest::newRow("nobody") << Meddle([](const QString &) {}) << true << false;
        QTest::newRow("longer") << Meddle([](const QString &path) {
            QFile::resize(path, 9 * block);
        }) << true << false;
        QTest::newRow("emptied") << Meddle([](const QString &path) { QFile::resize(path, 0); })
                                 << true << true;
        QTest::newRow("deleted") << Meddle([](const QString &path) { QFile::remove(path); })
                                 << false << false;
        QTest::newRow("replaced") << Meddle([](const QString &path) {
            QFile::rename(path, path + QStringLiteral(".old"));
            QFile::copy(path + QStringLiteral(".old"), path);
            QFile::remove(path + QStringLiteral(".old"));
        }) << false << false;
    }
    /// Between one write and the next.
    void meddlingIsSeen()
    {
        QFETCH(std::function<void(const QString &)>, meddle);
        QFETCH(bool, ours);
        QFETCH(bool, holes);
        const auto bytes = pattern(3 * block);
        PartFile part(m_path);
        QVERIFY(put(part, 0, bytes.first(2 * block)));
        meddle(m_path);
        QVERIFY(put(part, 2 * block, bytes.sliced(2 * block)));
        QCOMPARE(part.isOurs(), ours);
        QCOMPARE(part.hasHoles(), holes);
        QCOMPARE(part.finish(), ours);
        if (!ours)
            QCOMPARE(part.failure().reason, Reason::Changed);
        else if (!holes)
            QCOMPARE(written(), bytes);
    }
    void aCutBehindTheLastWriteIsSeen()
    {
        PartFile part(m_path);
        QVERIFY(put(part, 0, pattern(block)));
        QVERIFY(QFile::resize(m_path, block - 1));
        QVERIFY(!part.isOurs());
    }
    void piecesInAnyOrderMakeOneBody()
    {
        const auto bytes = pattern(3 * block + 100);
        PartFile part(m_path);
        part.digest(item::HashAlgorithm::Sha256);
        QVERIFY(put(part, 2 * block, bytes.sliced(2 * block, 50)));
        QVERIFY(put(part, 0, bytes.first(block / 2)));
        QVERIFY(put(part, 2 * block + 50, bytes.sliced(2 * block + 50)));
        QCOMPARE(part.solidBytes(), block / 2);
        QVERIFY(put(part, block / 2, bytes.sliced(block / 2, block + block / 2)));
        QCOMPARE(part.bytes(), bytes.size());
        QCOMPARE(part.solidBytes(), bytes.size());
        QVERIFY(part.finish());
        QCOMPARE(written(), bytes);
        QCOMPARE(part.hash(), hashOf(bytes));
        QCOMPARE(part.digested(), 2 * block); // the rest came before its turn
    }
    void equalsSeesEachByte()
    {
        const auto bytes = pattern(10'000);
        PartFile part(m_path);
        QVERIFY(!part.equals(0, "a", 1));
        QVERIFY(put(part, 0, bytes));
        QVERIFY(part.equals(4000, bytes.constData() + 4000, 6000));
        auto other = bytes.sliced(4000);
        other[5999] = char(other[5999] + 1);
        QVERIFY(!part.equals(4000, other.constData(), other.size()));
        QVERIFY(!part.equals(9999, "ab", 2)); // beyond the end
    }
    void whatCannotFitIsRefusedAtOnce()
    {
        PartFile part(m_path);
        part.expect(qint64(1) << 60);
        QVERIFY(!put(part, 0, "a"));
        QCOMPARE(part.failure().reason, Reason::DiskFull);
        QVERIFY(!part.failure().detail.isEmpty());
    }
    void aWriteThatFailsIsNamed()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{1000, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        PartFile part(m_path);
        const auto first = put(part, 0, QByteArray(700, 'x'));
        const auto second = put(part, 700, QByteArray(700, 'x'));
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(first && !second); // a short count first: 300 of 700
        QCOMPARE(part.failure().reason, Reason::FileError);
        QCOMPARE(part.bytes(), 700);
    }
    void fullDisk()
    {
        PartFile part(QStringLiteral("/dev/full"));
        QVERIFY(part.resume({}));
        QVERIFY(!put(part, 0, "a"));
        QCOMPARE(part.failure().reason, Reason::DiskFull);
    }

    void statesComeBackAsTheyWere()
    {
        PartState state;
        state.url = "http://a/";
        state.finalUrl = "http://b/";
        state.validators = {"\"e\"", "then", "now"};
        state.head = {200, 11, "text/x", "attachment", "\"e\"", "then", "HTTP/1.1 200\r\n"};
        state.total = 10 * block;
        state.changedNs = 42;
        state.extents = {{0, block + 1, {7}, 8}, {3 * block, 4, {}, 9}};
        const auto bytes = toBytes(state);
        QCOMPARE(fetch::partStateFromBytes(bytes), state);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QVERIFY(!fetch::partStateFromBytes(bytes.first(i)));
            auto other = bytes;
            other[i] = char(other[i] ^ 1);
            QVERIFY(!fetch::partStateFromBytes(other));
        }
    }
    void statesThatMakeNoSenseAreNone_data()
    {
        QTest::addColumn<QList<qint64>>(
            "numbers"); // total, then first, size, blocks of each extent
        QTest::newRow("good") << QList<qint64>{5 * block, 0, block + 1, 1};
        QTest::newRow("not at a border") << QList<qint64>{5 * block, 1, 1, 0};
        QTest::newRow("too few blocks") << QList<qint64>{5 * block, 0, 2 * block, 1};
        QTest::newRow("too many blocks") << QList<qint64>{5 * block, 0, block, 2};
        QTest::newRow("beyond the end") << QList<qint64>{block, 0, block + 1, 1};
        QTest::newRow("over each other") << QList<qint64>{5 * block, 0, block + 1, 1, block, 1, 0};
        QTest::newRow("negative") << QList<qint64>{5 * block, -block, block, 1};
    }
    void statesThatMakeNoSenseAreNone()
    {
        QFETCH(QList<qint64>, numbers);
        PartState state;
        state.total = numbers[0];
        for (qsizetype i = 1; i + 2 < numbers.size(); i += 3)
            state.extents.append(
                {numbers[i], numbers[i + 1], QList<quint64>(numbers[i + 2], 1), 0});
        const auto good = QLatin1StringView(QTest::currentDataTag()) == QLatin1StringView("good");
        QCOMPARE(fetch::partStateFromBytes(toBytes(state)).has_value(), good);
    }
    void savedStatesReplaceEachOther()
    {
        const auto path = fetch::statePath(m_path);
        QCOMPARE(QFileInfo(path).fileName(), QStringLiteral("7.state"));
        QVERIFY(!fetch::loadPartState(path));
        PartState state;
        for (const qint64 total : {1, 2}) {
            state.total = total;
            QVERIFY(fetch::savePartState(path, state));
            QCOMPARE(fetch::loadPartState(path), state);
        }
        QVERIFY(!fetch::savePartState(m_directory.filePath(QStringLiteral("no/x.state")), state));
    }

    void whatIsThereIsFoundAgain()
    {
        const auto bytes = pattern(8 * block);
        const auto state = leaveParts(bytes);
        QCOMPARE(state.extents.size(), 3);
        PartFile part(m_path);
        QVERIFY(part.resume(checked(state)));
        QCOMPARE(part.bytes(), 3 * block + 15);
        QCOMPARE(part.solidBytes(), block + 10);
        // And it can be gone on with, in the middle of a block.
        QVERIFY(put(part, block + 10, bytes.sliced(block + 10, 3 * block - 10)));
        QVERIFY(put(part, 6 * block, bytes.sliced(6 * block, block)));
        QVERIFY(put(part, 7 * block + 5, bytes.sliced(7 * block + 5)));
        QVERIFY(part.finish());
        QCOMPARE(written(), bytes);
        QCOMPARE(part.hash(), hashOf(bytes));
    }
    void badBytesAreLeftOut_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<qint64>("left");
        QTest::newRow("first block") << qint64(5) << 2 * block + 15;
        QTest::newRow("a tail") << block + 9 << 3 * block + 5;
        QTest::newRow("within an extent") << 5 * block << 2 * block + 15;
    }
    void badBytesAreLeftOut()
    {
        QFETCH(qint64, at);
        QFETCH(qint64, left);
        auto state = leaveParts(pattern(8 * block));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at) && file.write("?!", 1) == 1);
        file.close();
        qint64 bytes = 0;
        for (const auto &extent : checked(state))
            bytes += extent.hash.size();
        QCOMPARE(bytes, left);
    }
    void aShortOrMissingPartLosesItsEnd()
    {
        const auto state = leaveParts(pattern(8 * block));
        QVERIFY(QFile::resize(m_path, 5 * block + 1));
        const auto extents = checked(state);
        QCOMPARE(extents.size(), 2u);
        QCOMPARE(extents.back().end(), 5 * block);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(checked(state).empty());
    }
    void anUntouchedPartIsNotRead()
    {
        const auto bytes = pattern(8 * block);
        auto state = leaveParts(bytes);
        state.extents[0].blocks[0] += 1; // reading would show
        QCOMPARE(checked(state).size(), 3u);
        QCOMPARE(checked(state).front().first, block);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        state.changedNs = fetch::changedNs(file.handle());
        QCOMPARE(checked(state).front().first, 0);
    }
    void aStopEndsTheReading()
    {
        const auto state = leaveParts(pattern(8 * block));
        QVERIFY(
            fetch::checkedExtents(m_path, state, std::make_shared<std::atomic_bool>(true)).empty());
    }
};

TRAWL_TEST(Appless, TestPartFile)

} // namespace tst_partfile

#include "tst_partfile.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/directorysync.h"
#include "support/testmain.h"

#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

namespace tst_directorysync {

using trawl::engine::DirectorySync;

class TestDirectorySync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesMeanwhileIsWrittenOnce()
    {
        std::counting_semaphore<> begun(0);
        std::counting_semaphore<> go(0);
        QStringList written; // by the thread; read when it has ended
        {
            DirectorySync sync([&](const QString &directory) {
                begun.release();
                go.acquire();
                written.append(directory);
            });
            sync.add({QStringLiteral("a")});
            begun.acquire();
            for (int i = 0; i < 500; ++i)
                sync.add({QStringLiteral("b")});
            sync.add({});
            go.release(2);
        }
        QCOMPARE(written, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }
    void nothingAskedForIsLeftUndone()
    {
        for (int i = 0; i < 100; ++i) {
            QSet<QString> written;
            {
                DirectorySync sync([&](const QString &directory) { written.insert(directory); });
                sync.add({QStringLiteral("a"), QStringLiteral("b")});
                sync.add({QStringLiteral("c")});
            }
            QCOMPARE(written.size(), 3);
        }
    }
    void aDirectoryThatIsGoneIsNoTrouble()
    {
        QTemporaryDir dir;
        DirectorySync sync;
        sync.add({dir.path(), dir.filePath(QStringLiteral("gone"))});
    }
};

TRAWL_TEST(Appless, TestDirectorySync)

} // namespace tst_directorysync

#include "tst_directorysync.moc"

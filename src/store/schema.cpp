// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"
#include "item/localfault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringBuilder>
#include <QtEndian>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(sql);
}

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;

constexpr int UserVersionOffset = 60; // https://www.sqlite.org/fileformat2.html, 1.3
constexpr int ApplicationIdOffset = 68;

struct Step
{
    int number = 0;
    QByteArray sql;
};

QList<Step> steps()
{
    initResources();
    QList<Step> list;
    const QDir directory(QStringLiteral(":/sql"));
    const auto names = directory.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            list.append({name.section(u'-', 0, 0).toInt(), file.readAll()});
    }
    return list;
}

Done runStep(Database &database, const Step &step)
{
    const QByteArray sql = "BEGIN IMMEDIATE;\n" + step.sql +
                           "\nPRAGMA user_version=" + QByteArray::number(step.number) + ";\nCOMMIT";
    auto done = database.exec(sql);
    if (!done)
        std::ignore = database.exec("ROLLBACK");
    return done;
}

Done checkVersion(int version, const QString &path)
{
    if (version <= newestVersion())
        return {};
    return tl::unexpected(sessionFailure(
        path, u"made by a newer Trawl (version " % QString::number(version) %
                  u" of the file, this one knows " % QString::number(newestVersion()) % u')'));
}

void removeAll(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

item::Failure systemFailure(const QString &path)
{
    const int error = errno;
    auto failure = sessionFailure(path, qt_error_string(error));
    if (item::localFault(error) == item::LocalFault::FullDisk)
        failure.reason = item::Reason::DiskFull;
    return failure;
}

/// URLs may hold what is nobody else's business: only the owner may read.
Done makePrivateFile(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(systemFailure(path));
    ::close(descriptor);
    return {};
}

Done fill(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    // A file that did not get its name is thrown away: it needs no journal.
    const QByteArray sql =
        "PRAGMA journal_mode=OFF;PRAGMA application_id=" + QByteArray::number(ApplicationId);
    return database->exec(sql).and_then([&] { return migrate(*database); }).and_then([&] {
        return database->exec("PRAGMA journal_mode=WAL");
    });
}

void syncDirectory(const QString &path)
{
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

Done giveName(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return tl::unexpected(systemFailure(to));
    syncDirectory(to);
    return {};
}

} // namespace

int newestVersion()
{
    static const int newest = steps().constLast().number;
    return newest;
}

Done createSession(const QString &path)
{
    // SQLite would play a WAL that lies about into the new file.
    if (QFileInfo(path % u"-wal").size() > 0)
        return tl::unexpected(sessionFailure(
            path, QStringLiteral("the file is gone or empty, but its -wal is still there")));
    const QString fresh = path % u".new";
    removeAll(fresh);
    auto done = makePrivateFile(fresh).and_then([&] { return fill(fresh); }).and_then([&] {
        return giveName(fresh, path);
    });
    if (!done)
        removeAll(fresh);
    return done;
}

Done checkSession(const Database &database, const QString &path)
{
    const QByteArray head = database.head();
    if (head.size() < 100 || !head.startsWith(QByteArray("SQLite format 3\0", 16)))
        return tl::unexpected(
            sessionFailure(path, QStringLiteral("not a session: no SQLite database")));
    if (qFromBigEndian<quint32>(head.constData() + ApplicationIdOffset) != ApplicationId)
        return tl::unexpected(
            sessionFailure(path, QStringLiteral("not a session: another program's database")));
    if (auto done =
            checkVersion(qFromBigEndian<qint32>(head.constData() + UserVersionOffset), path);
        !done)
        return done;
    // The header on the disk may be behind the WAL.
    const auto version = database.value("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    return checkVersion(version->toInt(), path);
}

Done checkPages(const Database &database, const QString &path)
{
    const auto words = database.value("PRAGMA quick_check(1)");
    if (!words)
        return tl::unexpected(words.error());
    if (*words == "ok")
        return {};
    return tl::unexpected(sessionFailure(path, u"damaged: " % QString::fromUtf8(*words)));
}

Done migrate(Database &database)
{
    const auto version = database.value("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    const auto list = steps();
    for (const Step &step : list) {
        if (step.number <= version->toInt())
            continue;
        if (auto done = runStep(database, step); !done)
            return done;
    }
    return {};
}

} // namespace trawl::store

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/checker.h"

#include "item/status.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace trawl::faults {

namespace {

using item::Status;

/// An item as the session has it.
struct Kept
{
    qint64 id = 0;
    QByteArray url;
    Status status = Status::Queued;
    QString file;
};

QByteArray text(sqlite3_stmt *statement, int column)
{
    const auto size = sqlite3_column_bytes(statement, column);
    return {reinterpret_cast<const char *>(sqlite3_column_blob(statement, column)), size};
}

/// Opening a session writes its log back: the next start has to find it as it was.
class SessionCopy
{
public:
    explicit SessionCopy(const QString &session)
    {
        const QString copy = m_dir.filePath(QStringLiteral("s"));
        QFile::copy(session, copy);
        QFile::copy(session + QStringLiteral("-wal"), copy + QStringLiteral("-wal"));
        sqlite3_open(QFile::encodeName(copy).constData(), &m_database);
    }
    ~SessionCopy() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(SessionCopy)

    template <typename Take> void query(const char *sql, Take take) const
    {
        sqlite3_stmt *statement = nullptr;
        int code = sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr);
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = sqlite3_step(statement);
            if (code == SQLITE_ROW)
                take(statement);
        }
        if (code != SQLITE_DONE)
            m_error = QString::fromUtf8(sqlite3_errmsg(m_database));
        sqlite3_finalize(statement);
    }
    [[nodiscard]] QString error() const { return m_error; }

private:
    QTemporaryDir m_dir;
    sqlite3 *m_database = nullptr;
    mutable QString m_error;
};

class Checker
{
public:
    Checker(const QList<Listed> &list, const Traces &traces, const Allowed &allowed)
        : m_list(list)
        , m_traces(traces)
        , m_allowed(allowed)
    {
        for (const auto &entry : list)
            m_truth.insert(entry.url, entry.sha256);
    }

    QStringList run()
    {
        if (!m_traces.session.isEmpty())
            readSession();
        if (!m_allowed.killed)
            checkResults();
        checkKept();
        checkDestination();
        checkRequests();
        return m_wrong;
    }

private:
    void wrong(const QString &what)
    {
        if (m_wrong.size() < 12)
            m_wrong.append(what);
    }

    void readSession()
    {
        const SessionCopy copy(m_traces.session);
        copy.query("PRAGMA quick_check", [this](sqlite3_stmt *row) {
            if (text(row, 0) != "ok")
                wrong(QStringLiteral("quick_check: ") + QString::fromUtf8(text(row, 0)));
        });
        copy.query("SELECT i.id, i.url, coalesce(o.status, 0), coalesce(o.file, '') FROM items i "
                   "LEFT JOIN outcomes o ON o.id = i.id ORDER BY i.id",
                   [this](sqlite3_stmt *row) {
                       m_kept.append({sqlite3_column_int64(row, 0), text(row, 1),
                                      Status(sqlite3_column_int(row, 2)),
                                      QString::fromUtf8(text(row, 3))});
                   });
        if (!copy.error().isEmpty())
            wrong(QStringLiteral("session: ") + copy.error());
    }

    void checkResults()
    {
        const auto rows = readResults(m_traces.results);
        QSet<QByteArray> seen;
        for (const auto &row : rows) {
            const auto name = QString::fromUtf8(row.url);
            if (seen.contains(row.url))
                wrong(QStringLiteral("twice in the results: ") + name);
            seen.insert(row.url);
            if (!item::statusFromWord(row.status))
                wrong(QStringLiteral("in no state: ") + name);
            if (row.status == u"done")
                checkDone(row.url, row.file, {});
            if (row.status == u"failed" && row.reason.isEmpty())
                wrong(QStringLiteral("failed without a reason: ") + name);
        }
        for (const auto &entry : m_list) {
            if (!seen.contains(entry.url))
                wrong(QStringLiteral("not in the results: ") + QString::fromUtf8(entry.url));
        }
        if (rows.size() > m_list.size())
            wrong(QStringLiteral("%1 results of %2").arg(rows.size()).arg(m_list.size()));
        if (!m_kept.isEmpty())
            compareWithSession(rows);
    }

    void compareWithSession(const QList<Row> &rows)
    {
        QHash<QByteArray, Status> kept;
        for (const auto &item : m_kept)
            kept.insert(item.url, item.status);
        for (const auto &row : rows) {
            if (!kept.contains(row.url) || item::statusWord(kept.value(row.url)) != row.status)
                wrong(QStringLiteral("the session and the results differ in %1: %2")
                          .arg(QString::fromUtf8(row.url), row.status));
        }
    }

    /// In the session each is there once, and what it calls done lies there or is an intent.
    void checkKept()
    {
        QSet<QByteArray> seen;
        for (const auto &item : std::as_const(m_kept)) {
            if (seen.contains(item.url) || !m_truth.contains(item.url))
                wrong(QStringLiteral("too much in the session: ") + QString::fromUtf8(item.url));
            seen.insert(item.url);
            if (item.status == Status::Done)
                checkDone(item.url, item.file, m_allowed.killed ? partOf(item.id) : QString());
        }
    }

    void checkDone(const QByteArray &url, const QString &file, const QString &part)
    {
        const auto name = QString::fromUtf8(url);
        const auto truth = m_truth.value(url);
        if (!truth) {
            wrong(QStringLiteral("called done: ") + name);
            return;
        }
        QFile whole(m_traces.destination + u'/' + file);
        if (!part.isEmpty() && hash(part) == *truth)
            return;
        if (file.isEmpty() || !whole.exists())
            wrong(QStringLiteral("done without a file: %1 (%2)").arg(name, file));
        else if (hash(whole.fileName()) != *truth)
            wrong(
                QStringLiteral("wrong bytes: %1 (%2, %3 bytes)").arg(name, file).arg(whole.size()));
        if (m_files.value(file, url) != url)
            wrong(QStringLiteral("one file for two: ") + file);
        m_files.insert(file, url);
    }

    static QByteArray hash(const QString &path)
    {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
    }

    [[nodiscard]] QString partOf(qint64 id) const
    {
        QDirIterator parts(m_traces.destination + QStringLiteral("/.trawl"),
                           {QStringLiteral("%1.part").arg(id)}, QDir::Files,
                           QDirIterator::Subdirectories);
        return parts.hasNext() ? parts.next() : QString();
    }

    void checkDestination()
    {
        QDirIterator files(m_traces.destination, QDir::Files | QDir::Hidden | QDir::System,
                           QDirIterator::Subdirectories);
        auto own = m_allowed.own;
        while (files.hasNext()) {
            const auto path = files.next().sliced(m_traces.destination.size() + 1);
            if (path.startsWith(u".trawl/"))
                checkPart(path);
            else if (own.contains(path))
                checkOwn(path, own.take(path));
            else if (!m_files.contains(path) && !m_allowed.orphans)
                wrong(QStringLiteral("nobody's file: ") + path);
        }
        for (const auto &path : own.keys())
            wrong(QStringLiteral("the person's file is gone: ") + path);
    }

    void checkOwn(const QString &path, const QByteArray &content)
    {
        QFile file(m_traces.destination + u'/' + path);
        if (!file.open(QIODevice::ReadOnly) || file.readAll() != content)
            wrong(QStringLiteral("the person's file was changed: ") + path);
    }

    /// A part belongs to an item that still needs it.
    void checkPart(const QString &path)
    {
        const auto name = path.sliced(path.lastIndexOf(u'/') + 1);
        const auto id = name.first(qMax(name.indexOf(u'.'), 0)).toLongLong();
        for (const auto &item : std::as_const(m_kept)) {
            if (item.id == id && (item.status != Status::Done || m_allowed.killed))
                return;
        }
        if (!m_allowed.orphans && (!m_kept.isEmpty() || !m_allowed.killed))
            wrong(QStringLiteral("nobody's part: ") + path);
    }

    void checkRequests()
    {
        for (const auto &entry : m_list) {
            const auto most = m_allowed.requestsOf.value(entry.url, m_allowed.requests);
            const auto seen = m_traces.requests.value(entry.url);
            if (seen > most)
                wrong(QStringLiteral("%1 requests, not %2: %3")
                          .arg(seen)
                          .arg(most)
                          .arg(QString::fromUtf8(entry.url)));
        }
    }

    const QList<Listed> &m_list;
    const Traces &m_traces;
    const Allowed &m_allowed;
    QHash<QByteArray, std::optional<QByteArray>> m_truth;
    QList<Kept> m_kept;
    QHash<QString, QByteArray> m_files; ///< of what is done, with its URL
    QStringList m_wrong;
};

} // namespace

QList<Row> readResults(const QString &path)
{
    QList<Row> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (auto line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const auto object = QJsonDocument::fromJson(line).object();
        const auto text = [&](const char *name) {
            return object.value(QLatin1StringView(name)).toString();
        };
        const auto number = [&](const char *name) {
            return object.value(QLatin1StringView(name)).toInteger();
        };
        rows.append({number("id"), text("url").toUtf8(), text("status"), text("reason"),
                     text("file"), number("bytes"), int(number("code")), int(number("attempts")),
                     text("final_url"), text("sha256"), text("started"), text("finished"),
                     number("duration_ms")});
    }
    return rows;
}

QByteArray readDetails(const QString &session)
{
    QByteArray details;
    const SessionCopy copy(session);
    copy.query("SELECT detail FROM outcomes WHERE reason <> 0",
               [&](sqlite3_stmt *row) { details += text(row, 0) + '\n'; });
    return details;
}

QStringList check(const QList<Listed> &list, const Traces &traces, const Allowed &allowed)
{
    return Checker(list, traces, allowed).run();
}

} // namespace trawl::faults

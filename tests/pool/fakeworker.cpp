// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// A worker that does as its tests want. Its first argument is how it behaves as a whole ("good",
/// "exit", "mute", "version", "garbage", "badtoken", "deaf", "stay"), a task's URL is what becomes
/// of that task, as words: "ms=50" answers later, "crash", "exit=3", "hang", "never", "nonsense",
/// "twice", "found" something in its body, "complain" on standard error, "cookie=x" sets one,
/// "flood=1000" log messages. An outcome tells in its fields: finalUrl = pid, redirects = the
/// task's number in this process, head.etag = what it was told of the task's job (its latest user
/// agent, then cookies) with commas, or how much when it is more than ten things; bytes = most
/// tasks in flight so far, firstByteMs = this worker's rate.
#include "wire/frame.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QLocalSocket>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace trawl;

namespace {

class FakeWorker : public QObject
{
public:
    FakeWorker(QByteArray mode, QByteArray token)
        : m_mode(std::move(mode))
        , m_token(std::move(token))
    {
        connect(&m_socket, &QLocalSocket::connected, this, &FakeWorker::sayHello);
        connect(&m_socket, &QLocalSocket::disconnected, this, [] { _exit(4); });
        connect(&m_socket, &QLocalSocket::readyRead, this, &FakeWorker::readMessages);
    }
    void connectTo(const QString &name) { m_socket.connectToServer(name); }

private:
    void say(const wire::Message &message)
    {
        m_socket.write(wire::encode(message));
        m_socket.flush();
    }

    void sayHello()
    {
        wire::Hello hello{wire::protocolVersion, m_token, getpid()};
        if (m_mode == "mute")
            return;
        if (m_mode == "version")
            hello.protocol = 77;
        if (m_mode == "badtoken")
            hello.token = "guessed";
        if (m_mode == "garbage")
            m_socket.write("GET / HTTP/1.1\r\n\r\n");
        say(hello);
    }

    void readMessages()
    {
        wire::Message message;
        while (m_reader.read(m_socket, message) == wire::ReadResult::Value)
            std::visit([this](const auto &value) { take(value); }, message);
    }

    template <typename Other> void take(const Other &) {}
    void take(const wire::Assign &assign)
    {
        m_running += int(assign.tasks.size());
        m_most = qMax(m_most, m_running);
        for (const auto &task : assign.tasks)
            run(task);
        flush();
    }
    void take(const wire::Cancel &cancel)
    {
        for (const auto id : cancel.ids) {
            if (m_mode != "deaf")
                answer(id, item::Reason::Cancelled);
        }
        flush();
    }
    void take(const wire::SetRates &message)
    {
        m_rate = message.shares.isEmpty() ? 0 : message.shares.first().bytesPerSecond;
    }
    void take(const wire::JobSettings &message)
    {
        m_told[message.job].prepend(message.settings.userAgent + message.recipe);
    }
    void take(const wire::Cookies &message) { m_told[message.job] += message.lines; }
    void take(const wire::Drain &)
    {
        m_draining = m_mode != "stay";
        leaveIfDone();
    }
    void take(const wire::Ping &ping)
    {
        wire::Health health{ping.number, 50 << 20, 7, m_running, 3};
        if (m_mode == "deaf")
            return;
        say(health);
    }

    void run(const item::Request &task)
    {
        ++m_given;
        int delayMs = 0;
        for (const auto &word : task.url.split(' ')) {
            const auto value = word.mid(word.indexOf('=') + 1).toInt();
            if (word.startsWith("ms="))
                delayMs = value;
            else if (word == "crash")
                raise(SIGKILL);
            else if (word.startsWith("exit="))
                leave(value);
            else if (word == "hang")
                raise(SIGSTOP);
            else if (word == "never")
                return;
            else if (word == "nonsense")
                m_socket.write(QByteArray(100, '\xff'));
            else if (word == "twice")
                answer(task.id), ++m_running;
            else if (word == "found")
                say(wire::Found{{{task.id, {"[1]"}, {}, {}}, {item::ItemId(-5), {"[2]"}, {}, {}}}});
            else if (word.startsWith("flood="))
                flood(value);
            else if (word.startsWith("cookie="))
                say(wire::Cookies{task.job,
                                  {"a.example\tTRUE\t/\tFALSE\t0\t" + word.mid(7) + "\t1"}});
            else if (word == "complain")
                complain();
        }
        m_jobs.insert(task.id, task.job);
        if (delayMs == 0)
            answer(task.id);
        else
            QTimer::singleShot(delayMs, this, [this, id = task.id] {
                answer(id);
                flush();
            });
    }

    void flood(int messages)
    {
        const auto frame = wire::encode(wire::Log{wire::LogLevel::Info, QString(2000, u'x')});
        for (int i = 0; i < messages; ++i) {
            m_socket.write(frame);
            while (m_socket.bytesToWrite() > 1 << 20)
                m_socket.waitForBytesWritten(1000);
        }
    }

    void complain()
    {
        std::fputs("something is wrong\n", stderr);
        for (int i = 0; i < 5000; ++i)
            std::fputs("noise\n", stderr);
    }

    void answer(item::ItemId id, item::Reason reason = item::Reason::None)
    {
        say(wire::ProgressBatch{{{id, 1, 2}, {item::ItemId(-1), 1, 2}}});
        item::Outcome outcome;
        outcome.id = id;
        outcome.failure.reason = reason;
        outcome.finalUrl = QByteArray::number(qint64(getpid()));
        outcome.redirects = m_given;
        outcome.bytes = m_most;
        outcome.firstByteMs = qint32(m_rate);
        const auto told = m_told.value(m_jobs.value(id));
        outcome.head.etag = told.size() > 10 ? QByteArray::number(told.size()) : told.join(',');
        m_answers.outcomes.append(outcome);
        --m_running;
    }
    void flush()
    {
        if (!m_answers.outcomes.isEmpty())
            say(std::exchange(m_answers, {}));
        leaveIfDone();
    }

    void leaveIfDone()
    {
        if (m_draining && m_running == 0)
            leave(0);
    }
    [[noreturn]] void leave(int status)
    {
        flushAnswers();
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(1000)) {
        }
        _exit(status);
    }
    void flushAnswers()
    {
        if (!m_answers.outcomes.isEmpty())
            say(std::exchange(m_answers, {}));
    }

    QByteArray m_mode;
    QByteArray m_token;
    QLocalSocket m_socket;
    wire::FrameReader m_reader;
    wire::Finished m_answers;
    QHash<item::JobId, QList<QByteArray>> m_told;
    QHash<item::ItemId, item::JobId> m_jobs;
    int m_running = 0;
    int m_most = 0;
    int m_given = 0;
    qint64 m_rate = 0;
    bool m_draining = false;
};

QByteArray readToken()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.readAll().trimmed();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto mode = QByteArray(argv[1]);
    if (mode == "exit")
        return 3;
    FakeWorker worker(mode, readToken());
    worker.connectTo(QString::fromLocal8Bit(argv[argc - 1]));
    return app.exec();
}

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/texts.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

// Words for what runs: workers, hosts, the log.
namespace trawl::models {

namespace {

struct SignalWords
{
    int number;
    const char *words;
};

constexpr std::array signalWords{
    SignalWords{4, QT_TRANSLATE_NOOP("trawl::models::Texts", "crashed: illegal instruction")},
    SignalWords{6, QT_TRANSLATE_NOOP("trawl::models::Texts", "gave up by itself (abort)")},
    SignalWords{7, QT_TRANSLATE_NOOP("trawl::models::Texts", "crashed: bus error")},
    SignalWords{8, QT_TRANSLATE_NOOP("trawl::models::Texts", "crashed: arithmetic error")},
    SignalWords{9, QT_TRANSLATE_NOOP("trawl::models::Texts", "was killed")},
    SignalWords{11, QT_TRANSLATE_NOOP("trawl::models::Texts", "crashed: invalid memory")},
    SignalWords{15, QT_TRANSLATE_NOOP("trawl::models::Texts", "was asked to end")},
};

constexpr std::array logLevels{QT_TRANSLATE_NOOP("trawl::models::Texts", "Note"),
                               QT_TRANSLATE_NOOP("trawl::models::Texts", "Warning"),
                               QT_TRANSLATE_NOOP("trawl::models::Texts", "Error")};
static_assert(logLevels.size() == std::size_t(engine::LogLevel::Error) + 1);

std::optional<int> numberAfter(QStringView text, QStringView word)
{
    if (!text.startsWith(word))
        return {};
    bool ok = false;
    const auto number = text.sliced(word.size()).toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

QString Texts::logLevel(engine::LogLevel level)
{
    return std::size_t(level) < logLevels.size() ? tr(logLevels[std::size_t(level)]) : QString();
}

QString Texts::workerExit(const QString &lastExit)
{
    if (const auto number = numberAfter(lastExit, u"signal ")) {
        const auto *const known = std::ranges::find(signalWords, *number, &SignalWords::number);
        const auto words =
            known == signalWords.end() ? tr("was ended by the system") : tr(known->words);
        return tr("%1 (signal %2)").arg(words).arg(*number);
    }
    if (const auto code = numberAfter(lastExit, u"exit "))
        return *code == 0 ? tr("left as it was asked to") : tr("gave up with code %1").arg(*code);
    return lastExit == u"not answering" ? tr("did not answer and was replaced") : lastExit;
}

QString Texts::hostState(const engine::HostRow &host, qint64 nowMs)
{
    const auto seconds = (host.heldUntilMs - nowMs + 999) / 1000;
    if (host.paused)
        return tr("Paused");
    switch (host.breaker) {
    case engine::HostBreaker::Open:
        return seconds > 0 ? tr("Breaker open, again in %1").arg(timeLeft(seconds))
                           : tr("Breaker open, tries again at once");
    case engine::HostBreaker::Trying:
        return tr("Breaker open, trying one request");
    case engine::HostBreaker::Closed:
        break;
    }
    if (seconds > 0) {
        return tr("Asked for patience until %1")
            .arg(clockTime(host.heldUntilMs, QDateTime::fromMSecsSinceEpoch(nowMs)));
    }
    if (host.inFlight > 0)
        return tr("Working");
    return host.counts.open() > 0 ? tr("Waiting") : tr("Nothing to do");
}

QString Texts::hostLimit(const engine::HostLimit &limit)
{
    QStringList parts;
    if (limit.connections > 0)
        parts << tr("%Ln connection(s)", nullptr, limit.connections);
    if (limit.bytesPerSecond > 0)
        parts << rate(double(limit.bytesPerSecond));
    if (limit.startsPerSecond > 0)
        parts << tr("%1 requests/s").arg(perSecond(limit.startsPerSecond));
    return parts.join(tr(", "));
}

QString Texts::countsByStatus(const engine::Counts &counts)
{
    QStringList parts;
    const auto add = [&](qint64 count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    add(counts.running, tr("%1 running").arg(Texts::count(counts.running)));
    add(counts.queued, tr("%1 queued").arg(Texts::count(counts.queued)));
    add(counts.paused, tr("%1 paused").arg(Texts::count(counts.paused)));
    add(counts.done, tr("%1 done").arg(Texts::count(counts.done)));
    add(counts.failed, tr("%1 failed").arg(Texts::count(counts.failed)));
    add(counts.skipped, tr("%1 skipped").arg(Texts::count(counts.skipped)));
    return parts.join(tr(", "));
}

QString Texts::removeItems(qint64 items, qint64 running, qint64 files)
{
    QStringList parts;
    if (running > 0)
        parts << tr("%Ln are running", nullptr, int(running));
    if (files > 0)
        parts << tr("%Ln have files", nullptr, int(files));
    const auto question = tr("Remove %Ln link(s)?", nullptr, int(items));
    return parts.isEmpty() ? question : tr("%1 %2.").arg(question, parts.join(tr(", ")));
}

QString Texts::removeJob(const QString &name, const engine::Counts &counts)
{
    const auto question =
        tr("Remove the job “%1” with its %Ln link(s)?", nullptr, int(counts.total())).arg(name);
    const auto parts = countsByStatus(counts);
    return parts.isEmpty() ? question : tr("%1 %2.").arg(question, parts);
}

QString Texts::rateInput(qint64 bytesPerSecond)
{
    if (bytesPerSecond <= 0)
        return {};
    for (const auto &[unit, size] :
         {std::pair{u'G', 1LL << 30}, std::pair{u'M', 1LL << 20}, std::pair{u'k', 1LL << 10}}) {
        if (bytesPerSecond >= size && bytesPerSecond * 8 % size == 0)
            return QString::number(double(bytesPerSecond) / double(size)) + unit;
    }
    return QString::number(bytesPerSecond);
}

QString Texts::duration(qint64 ms)
{
    if (ms < 1000)
        return milliseconds(ms);
    return ms < 60'000 ? tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1))
                       : timeLeft(ms / 1000);
}

QString Texts::perSecond(double number)
{
    if (number <= 0)
        return {};
    return QLocale().toString(number, 'f', number < 10 ? 1 : 0);
}

} // namespace trawl::models

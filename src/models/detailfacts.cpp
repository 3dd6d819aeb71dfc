// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailfacts.h"

#include "models/texts.h"

#include <QDir>

#include <array>

namespace trawl::models {

namespace {

constexpr std::array labels{
    QT_TRANSLATE_NOOP("trawl::models::Details", "Link"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Final link"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Redirects"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Found on"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Job"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Status"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Note"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Size"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Type"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Checksum"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Whole?"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "File"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Attempts"),
    QT_TRANSLATE_NOOP("trawl::models::Details", "Times"),
};
static_assert(labels.size() == std::size_t(DetailFact::Last) + 1);

QByteArray finalUrlOf(const ItemFacts &facts)
{
    if (facts.running && !facts.running->finalUrl.isEmpty())
        return facts.running->finalUrl;
    return facts.stored.result.finalUrl;
}

} // namespace

QString Details::label(DetailFact fact)
{
    return tr(labels[std::size_t(fact)]);
}

QString Details::text(DetailFact fact, const ItemFacts &facts, const QDateTime &now)
{
    const auto &stored = facts.stored;
    const auto &result = stored.result;
    switch (fact) {
    case DetailFact::Link:
        return QString::fromUtf8(result.url);
    case DetailFact::FinalLink:
        return finalUrlOf(facts) == result.url ? QString() : QString::fromUtf8(finalUrlOf(facts));
    case DetailFact::Redirects:
        return redirects(facts);
    case DetailFact::FoundOn:
        return foundOn(stored);
    case DetailFact::Job:
        return facts.job.name;
    case DetailFact::Status:
        return status(facts, now);
    case DetailFact::Note:
        return stored.note;
    case DetailFact::Size:
        return size(facts);
    case DetailFact::Type:
        return QString::fromUtf8(
            facts.running && facts.running->head.code > 0 ? facts.running->head.mime : result.mime);
    case DetailFact::Checksum:
        return checksum(facts);
    case DetailFact::Verdict:
        return verdict(stored.verdict);
    case DetailFact::File:
        return result.file.isEmpty()
                   ? QString()
                   : QDir::toNativeSeparators(QDir(facts.job.directory).filePath(result.file));
    case DetailFact::Attempts:
        return facts.now.attempts > 0 ? Texts::count(facts.now.attempts) : QString();
    case DetailFact::Times:
        return times(result, now);
    }
    return {};
}

QString Details::status(const ItemFacts &facts, const QDateTime &now)
{
    QStringList lines{Texts::status(facts.now.status)};
    if (const auto why = Texts::why(facts.now, now); !why.isEmpty())
        lines[0] = tr("%1: %2").arg(lines[0], why);
    if (!facts.stored.detail.isEmpty() && facts.now.reason != item::Reason::None)
        lines << facts.stored.detail;
    return lines.join(u'\n');
}

QString Details::redirects(const ItemFacts &facts)
{
    const auto hops = facts.running && !facts.running->finalUrl.isEmpty() ? facts.running->hops
                                                                          : facts.stored.hops;
    QStringList lines;
    for (const auto &hop : hops)
        lines << QString::fromUtf8(hop);
    return lines.join(u'\n');
}

QString Details::foundOn(const item::Details &stored)
{
    if (!stored.foundAt)
        return {};
    const auto page = stored.foundAt->parentUrl.isEmpty()
                          ? tr("the site's own map of itself (sitemap)")
                          : QString::fromUtf8(stored.foundAt->parentUrl);
    return page + u'\n' + tr("%Ln link(s) from the start", nullptr, stored.foundAt->depth);
}

QString Details::size(const ItemFacts &facts)
{
    const auto &now = facts.now;
    const auto kept = facts.running ? facts.running->kept : 0;
    if (now.bytes <= 0 && now.total < 0)
        return {};
    auto text = Texts::bytes(now.bytes);
    if (now.total > now.bytes)
        text = tr("%1 of %2").arg(text, Texts::bytes(now.total));
    text += u'\n' + tr("%1 bytes").arg(Texts::count(now.bytes));
    if (kept > 0)
        text += u'\n' + tr("%1 of it from an earlier attempt").arg(Texts::bytes(kept));
    return text;
}

QString Details::checksum(const ItemFacts &facts)
{
    QStringList lines;
    if (const auto &promised = facts.stored.options.checksum)
        lines << tr("Promised: %1").arg(QString::fromLatin1(item::checksumText(*promised)));
    if (!facts.stored.result.sha256.isEmpty())
        lines << tr("Computed: %1")
                     .arg(QLatin1StringView("sha256=") +
                          QString::fromLatin1(facts.stored.result.sha256));
    if (facts.stored.xxh3 != 0)
        lines << QStringLiteral("xxh3=%1").arg(facts.stored.xxh3, 16, 16, QChar(u'0'));
    return lines.join(u'\n');
}

QString Details::verdict(item::Verdict verdict)
{
    switch (verdict) {
    case item::Verdict::Verified:
        return tr("Yes: it has the checksum that was promised");
    case item::Verdict::SizeOnly:
        return tr("Yes: the transfer itself told its end");
    case item::Verdict::Unverifiable:
        return tr("Unknown: the server told neither a length nor an end");
    case item::Verdict::None:
        break;
    }
    return {};
}

QString Details::times(const item::Result &result, const QDateTime &now)
{
    QStringList lines;
    if (result.startedMs > 0)
        lines << tr("Started %1").arg(Texts::moment(result.startedMs, now));
    if (result.finishedMs > 0)
        lines << tr("Ended %1").arg(Texts::moment(result.finishedMs, now));
    if (result.startedMs > 0 && result.finishedMs > 0)
        lines << tr("Took %1").arg(Texts::duration(result.durationMs));
    return lines.join(u'\n');
}

QString Details::head(const ItemFacts &facts)
{
    auto fields = facts.running && facts.running->head.code > 0 ? facts.running->head.fields
                                                                : facts.stored.fields;
    fields.replace("\r\n", "\n");
    return QString::fromUtf8(fields).trimmed();
}

QList<Phase> Details::phases(const item::Details &stored)
{
    const auto &timings = stored.timings;
    QList<Phase> phases;
    qint64 at = 0;
    const auto add = [&](const QString &name, qint64 end) {
        if (end < at)
            return;
        phases.append({name, at, end});
        at = end;
    };
    if (stored.result.startedMs <= 0) // none has been made
        return {};
    add(tr("Name lookup"), timings.dns);
    add(tr("Connection"), timings.connect);
    add(tr("TLS"), timings.tls);
    add(tr("First byte"), timings.firstByte);
    add(timings.firstByte >= 0 ? tr("Body") : tr("No answer"), stored.result.durationMs);
    return phases;
}

QString Details::length(const Phase &phase)
{
    return Texts::duration(phase.to - phase.from);
}

} // namespace trawl::models

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/texts.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

Units chosenUnits = Units::Iec;

constexpr std::array statuses{QT_TRANSLATE_NOOP("trawl::models::Texts", "Queued"),
                              QT_TRANSLATE_NOOP("trawl::models::Texts", "Running"),
                              QT_TRANSLATE_NOOP("trawl::models::Texts", "Paused"),
                              QT_TRANSLATE_NOOP("trawl::models::Texts", "Done"),
                              QT_TRANSLATE_NOOP("trawl::models::Texts", "Failed"),
                              QT_TRANSLATE_NOOP("trawl::models::Texts", "Skipped")};
static_assert(statuses.size() == std::size_t(item::Status::Last) + 1);

constexpr std::array workerStates{QT_TRANSLATE_NOOP("trawl::models::Texts", "Starting"),
                                  QT_TRANSLATE_NOOP("trawl::models::Texts", "Ready"),
                                  QT_TRANSLATE_NOOP("trawl::models::Texts", "Draining"),
                                  QT_TRANSLATE_NOOP("trawl::models::Texts", "Dead")};
static_assert(workerStates.size() == std::size_t(engine::WorkerState::Dead) + 1);

struct CodeSentence
{
    int code;
    const char *sentence;
};

constexpr std::array codes{
    CodeSentence{202, QT_TRANSLATE_NOOP("trawl::models::Texts",
                                        "The server is still making it (%1): try again later")},
    CodeSentence{204,
                 QT_TRANSLATE_NOOP("trawl::models::Texts", "The server has nothing there (%1)")},
    CodeSentence{205,
                 QT_TRANSLATE_NOOP("trawl::models::Texts", "The server has nothing there (%1)")},
    CodeSentence{304, QT_TRANSLATE_NOOP("trawl::models::Texts",
                                        "The server says that it is here already (%1)")},
    CodeSentence{400, QT_TRANSLATE_NOOP("trawl::models::Texts",
                                        "The server does not understand the request (%1)")},
    CodeSentence{401,
                 QT_TRANSLATE_NOOP("trawl::models::Texts", "The server asks for a login (%1)")},
    CodeSentence{403, QT_TRANSLATE_NOOP("trawl::models::Texts", "The server refuses access (%1)")},
    CodeSentence{404, QT_TRANSLATE_NOOP("trawl::models::Texts", "Not there (%1): check the URL")},
    CodeSentence{407, QT_TRANSLATE_NOOP("trawl::models::Texts", "The proxy asks for a login (%1)")},
    CodeSentence{408, QT_TRANSLATE_NOOP("trawl::models::Texts", "The server waited too long (%1)")},
    CodeSentence{410, QT_TRANSLATE_NOOP("trawl::models::Texts", "Gone for good (%1)")},
    CodeSentence{429, QT_TRANSLATE_NOOP("trawl::models::Texts", "Too many requests (%1)")},
    CodeSentence{451, QT_TRANSLATE_NOOP("trawl::models::Texts", "Withheld for legal reasons (%1)")},
    CodeSentence{500, QT_TRANSLATE_NOOP("trawl::models::Texts", "The server has a fault (%1)")},
    CodeSentence{502, QT_TRANSLATE_NOOP("trawl::models::Texts",
                                        "The server behind the gateway failed (%1)")},
    CodeSentence{503, QT_TRANSLATE_NOOP("trawl::models::Texts",
                                        "The server is overloaded or in maintenance (%1)")},
    CodeSentence{504, QT_TRANSLATE_NOOP("trawl::models::Texts",
                                        "The server behind the gateway is too slow (%1)")},
};

const char *sentenceOf(int code)
{
    const auto *const found = std::ranges::find(codes, code, &CodeSentence::code);
    if (found != codes.end())
        return found->sentence;
    return code >= 500
               ? QT_TRANSLATE_NOOP("trawl::models::Texts", "The server failed (%1)")
               : QT_TRANSLATE_NOOP("trawl::models::Texts", "The server answered with status %1");
}

} // namespace

QString Texts::status(item::Status status)
{
    return status > item::Status::Last ? QString() : tr(statuses[std::size_t(status)]);
}

QString Texts::clockTime(qint64 ms, const QDateTime &now)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(ms);
    if (at.date() == now.date())
        return QLocale().toString(at.time(), QStringLiteral("HH:mm"));
    return QLocale().toString(at, QLocale::ShortFormat);
}

QString Texts::workerState(engine::WorkerState state)
{
    return std::size_t(state) < workerStates.size() ? tr(workerStates[std::size_t(state)])
                                                    : QString();
}

QString Texts::failure(const item::Failure &failure)
{
    const auto &info = item::infoOf(failure.reason);
    if (info.reason == item::Reason::None)
        return {};
    const auto sentence = info.reason == item::Reason::Http && failure.httpCode > 0
                              ? tr(sentenceOf(failure.httpCode)).arg(failure.httpCode)
                              : tr(info.sentence);
    return failure.detail.isEmpty() ? sentence : tr("%1 (%2)").arg(sentence, failure.detail);
}

QString Texts::cause(item::Reason reason, int httpCode)
{
    const auto &info = item::infoOf(reason);
    if (info.reason == item::Reason::None)
        return {};
    if (info.reason == item::Reason::Http && httpCode > 0)
        return tr("HTTP %1").arg(httpCode);
    return tr(info.cause);
}

QString Texts::why(const engine::RowState &row, const QDateTime &now)
{
    if (row.status == item::Status::Done || row.status == item::Status::Running)
        return {};
    if (row.status == item::Status::Queued && row.hostPaused)
        return tr("Its host is paused");
    const auto sentence = failure({.reason = row.reason, .httpCode = row.code});
    if (sentence.isEmpty() || row.retryAtMs == 0 || row.status != item::Status::Queued)
        return sentence;
    return tr("%1, again at %2").arg(sentence, clockTime(row.retryAtMs, now));
}

void Texts::setUnits(Units units)
{
    chosenUnits = units;
}

Units Texts::units()
{
    return chosenUnits;
}

int Texts::unitStep()
{
    return chosenUnits == Units::Iec ? 1024 : 1000;
}

QString Texts::bytes(qint64 bytes)
{
    static constexpr std::array iec{
        QT_TR_NOOP("%1 B"),   QT_TR_NOOP("%1 KiB"), QT_TR_NOOP("%1 MiB"), QT_TR_NOOP("%1 GiB"),
        QT_TR_NOOP("%1 TiB"), QT_TR_NOOP("%1 PiB"), QT_TR_NOOP("%1 EiB")};
    static constexpr std::array si{QT_TR_NOOP("%1 B"),  QT_TR_NOOP("%1 kB"), QT_TR_NOOP("%1 MB"),
                                   QT_TR_NOOP("%1 GB"), QT_TR_NOOP("%1 TB"), QT_TR_NOOP("%1 PB"),
                                   QT_TR_NOOP("%1 EB")};
    const auto &names = chosenUnits == Units::Iec ? iec : si;
    const auto step = unitStep();
    if (bytes < 0)
        return {};
    if (bytes < step)
        return tr(names[0]).arg(bytes);
    auto value = double(bytes);
    std::size_t unit = 0;
    // What would be rounded to the step is one of the next unit.
    while (value >= step - 0.05 && unit + 1 < names.size()) {
        value /= step;
        ++unit;
    }
    return tr(names[unit]).arg(QLocale().toString(value, 'f', 1));
}

QString Texts::unitOfRate(qint64 bytesPerSecond)
{
    const auto one = rate(double(bytesPerSecond));
    return one.mid(one.indexOf(u' ') + 1);
}

QString Texts::unitOfBytes(qint64 bytes)
{
    const auto one = Texts::bytes(bytes);
    return one.mid(one.indexOf(u' ') + 1);
}

QString Texts::rate(double bytesPerSecond)
{
    const auto whole = qRound64(bytesPerSecond);
    return whole <= 0 ? QString() : tr("%1/s").arg(bytes(whole));
}

QString Texts::percent(int percent)
{
    return tr("%1 %").arg(percent);
}

QString Texts::moment(qint64 ms, const QDateTime &now)
{
    if (ms == 0)
        return {};
    const auto at = QDateTime::fromMSecsSinceEpoch(ms);
    if (at.date() == now.date())
        return QLocale().toString(at.time(), QStringLiteral("HH:mm:ss"));
    return QLocale().toString(at, QLocale::ShortFormat);
}

QString Texts::milliseconds(qint64 ms)
{
    return tr("%1 ms").arg(ms);
}

QString Texts::count(qint64 number)
{
    return QLocale().toString(number);
}

QString Texts::timeLeft(qint64 seconds)
{
    const auto padded = [](qint64 number) {
        return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0'));
    };
    if (seconds < 0)
        return QStringLiteral("∞");
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(QString::number(seconds / 60), padded(seconds % 60));
    const auto hours = seconds / 3600;
    if (hours < 24)
        return tr("%1 h %2 min").arg(QString::number(hours), padded(seconds / 60 % 60));
    return tr("%1 d %2 h").arg(QString::number(hours / 24), padded(hours % 24));
}

} // namespace trawl::models

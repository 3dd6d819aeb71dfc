// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/date.h"

#include "extract/plaindigits.h"

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace trawl::extract {

namespace {

constexpr qsizetype maxDateChars = 1'000;

QString withoutZone(QDate date, QTime time)
{
    return date.toString(Qt::ISODate) + u'T' +
           time.toString(time.msec() ? Qt::ISODateWithMs : Qt::ISODate);
}

QString inUtc(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    return withoutZone(utc.date(), utc.time()) + u'Z';
}

/// A date's pattern, to be put together of named parts: y, mo or mon, d, and a time.
struct Form
{
    QRegularExpression expression;
    bool anyOrder = false; ///< of the numbers a and b, else a is the day
};

const QString months = QStringLiteral(
    "(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)");
const QString zone = QStringLiteral(
    "(?: ?(?<z>(?:utc|gmt)?[-+]\\d{2}:?(?:\\d{2})?(?!\\d)|(?:z|utc|gmt|ut|[ecmp][sd]t)\\b))?");
/// Behind a date; may be missing.
const QString timeOfDay =
    QStringLiteral("(?:(?:t|(?:,| at| um| -| –|) )(?:"
                   "(?<h>\\d{1,2}):(?<mi>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{"
                   "1,9}))?)?(?: ?(?<ap>[ap])\\.?m\\b\\.?)?"
                   "|(?<oclock>\\d{1,2}) ?(?<half>[ap])\\.?m\\b\\.?)") +
    zone + QStringLiteral(")?");

QRegularExpression compiledForm(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

QList<Form> makeForms()
{
    const auto day = QStringLiteral("(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?");
    return {
        {compiledForm(
            QStringLiteral(
                "(?<!\\d)(?<y>\\d{4})([-/.])(?<mo>\\d{1,2})\\g{-2}(?<d>\\d{1,2})(?!\\d)") +
            timeOfDay)},
        {compiledForm(QStringLiteral("^(?<y>\\d{4})(?<mo>\\d{2})(?<d>\\d{2})"
                                     "(?:t(?<h>\\d{2})(?<mi>\\d{2})(?<s>\\d{2})?") +
                      zone + QStringLiteral(")?$"))},
        {compiledForm(QStringLiteral(
            "(?<!\\d)(?<y>\\d{4}) ?[年년] ?(?<mo>\\d{1,2}) ?[月월] ?(?<d>\\d{1,2}) ?[日号號일]"
            "(?: ?(?<h>\\d{1,2}) ?[時时시:] ?(?<mi>\\d{2})(?: ?[分분:] ?(?<s>\\d{2}))?)?"))},
        {compiledForm(day + QStringLiteral("[. -]{1,2}(?:of )?") + months +
                      QStringLiteral("[., -]{1,2}(?<y>\\d{4}|\\d{2}(?=\\b[^:]|$))(?!\\d)") +
                      timeOfDay)},
        {compiledForm(QStringLiteral("\\b") + months +
                      QStringLiteral("\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?!\\d)") +
                      timeOfDay)},
        {compiledForm(QStringLiteral("\\b") + months +
                      QStringLiteral(" (?<d>\\d{1,2}) (?<h>\\d{2}):(?<mi>\\d{2}):(?<s>\\d{2})") +
                      zone + QStringLiteral(" (?<y>\\d{4})(?!\\d)"))},
        {compiledForm(QStringLiteral("(?<![\\d.])(?<a>\\d{1,2})\\. ?(?<b>\\d{1,2})\\. "
                                     "?(?<y>\\d{4}|\\d{2})(?![\\d.]\\d)") +
                      timeOfDay)},
        {compiledForm(
             QStringLiteral(
                 "(?<![\\d/-])(?<a>\\d{1,2})([/-])(?<b>\\d{1,2})\\g{-2}(?<y>\\d{4})(?!\\d)") +
             timeOfDay),
         true},
        {compiledForm(QStringLiteral("\\b") + months +
                      QStringLiteral("[.,]? (?<y>\\d{4})(?!\\d)"))},
        {compiledForm(QStringLiteral("^(?<y>\\d{4})(?:-(?<mo>\\d{2}))?$"))},
    };
}

int numberOf(const QRegularExpressionMatch &match, const QString &name)
{
    return match.captured(name).toInt();
}

int monthOf(const QString &name)
{
    static const QString starts = QStringLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
    return int(starts.indexOf(name.left(3).toLower()) / 3) + 1;
}

/// Two digits as RFC 5322, 4.3 has them.
int yearOf(const QString &text)
{
    const int year = text.toInt();
    return text.size() > 2 ? year : year + (year < 50 ? 2000 : 1900);
}

struct YearMonthDay
{
    int year = 0;
    int month = 0; ///< 0 = not known
    int day = 0;   ///< 0 = not known
};

std::optional<YearMonthDay> dateOf(const Form &form, const QRegularExpressionMatch &match)
{
    YearMonthDay date{yearOf(match.captured(QStringLiteral("y"))),
                      numberOf(match, QStringLiteral("mo")), numberOf(match, QStringLiteral("d"))};
    if (const QString name = match.captured(QStringLiteral("mon")); !name.isEmpty())
        date.month = monthOf(name);
    const int a = numberOf(match, QStringLiteral("a"));
    const int b = numberOf(match, QStringLiteral("b"));
    if (a > 0) {
        if (form.anyOrder && a <= 12 && b <= 12 && a != b)
            return std::nullopt;
        const bool swapped = form.anyOrder && b > 12;
        date.day = swapped ? b : a;
        date.month = swapped ? a : b;
    }
    const bool dayGiven = a > 0 || match.hasCaptured(QStringLiteral("d"));
    const bool monthGiven = dayGiven || match.hasCaptured(QStringLiteral("mo"));
    if (!QDate::isValid(date.year, monthGiven ? date.month : std::max(date.month, 1),
                        dayGiven ? date.day : 1))
        return std::nullopt;
    return date;
}

std::optional<QTime> timeOf(const QRegularExpressionMatch &match)
{
    const auto part = [&](const char *name, const char *orElse = "") {
        const QString text = match.captured(QLatin1StringView(name));
        return text.isEmpty() && *orElse ? match.captured(QLatin1StringView(orElse)) : text;
    };
    const QString hours = part("h", "oclock");
    int hour = hours.toInt();
    if (const QString half = part("ap", "half").toLower(); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == u"p" ? 12 : 0);
    }
    const int second = std::min(part("s").toInt(), 59); // of a leap second
    const QTime time(hour, part("mi").toInt(), second,
                     part("f").leftJustified(3, u'0', true).toInt());
    return !hours.isEmpty() && time.isValid() ? std::optional(time) : std::nullopt;
}

/// Seconds east of Greenwich.
std::optional<int> offsetOf(const QRegularExpressionMatch &match)
{
    QString text = match.captured(QStringLiteral("z")).toLower();
    if (text.isEmpty())
        return std::nullopt;
    if (text.size() == 3 && text.at(2) == u't' && text != u"gmt") { // RFC 5322, 4.3
        const auto index = QStringView(u"ecmp").indexOf(text.at(0));
        return (int(-5 - index) + (text.at(1) == u'd' ? 1 : 0)) * 3600;
    }
    const auto sign = text.indexOf(QRegularExpression(QStringLiteral("[-+]")));
    if (sign < 0)
        return 0;
    const QString digits = text.mid(sign + 1).remove(u':').leftJustified(4, u'0');
    const int seconds = digits.left(2).toInt() * 3600 + digits.mid(2).toInt() * 60;
    return text.at(sign) == u'-' ? -seconds : seconds;
}

std::optional<QString> written(const Form &form, const QRegularExpressionMatch &match)
{
    const auto date = dateOf(form, match);
    if (!date)
        return std::nullopt;
    const QDate first(date->year, std::max(date->month, 1), std::max(date->day, 1));
    if (!date->day)
        return first.toString(date->month ? QStringLiteral("yyyy-MM") : QStringLiteral("yyyy"));
    const auto time = timeOf(match);
    if (!time)
        return first.toString(Qt::ISODate);
    const auto offset = offsetOf(match);
    if (!offset)
        return withoutZone(first, *time);
    return inUtc(QDateTime(first, *time, QTimeZone::utc()).addSecs(-*offset));
}

/// Blanks as one, digits of any script as ASCII's.
QString plainDate(QStringView text)
{
    QString result = text.left(maxDateChars).toString().simplified();
    for (auto &c : result) {
        if (c.unicode() < 0x80)
            continue;
        if (const int digit = decimalDigit(c.unicode()); digit >= 0)
            c = QChar(u'0' + digit);
    }
    return result;
}

std::optional<QString> fromUnix(QStringView text)
{
    bool good = false;
    double seconds = text.trimmed().toDouble(&good);
    if (good && std::abs(seconds) >= 1e11)
        seconds /= 1'000;
    // Years of four digits.
    if (!good || !(seconds > -6.2e10 && seconds < 2.5e11))
        return std::nullopt;
    return inUtc(
        QDateTime::fromMSecsSinceEpoch(qint64(std::round(seconds * 1'000)), QTimeZone::utc()));
}

/// A format without what it has in quotes.
QString lettersOf(const QString &format)
{
    static const QRegularExpression quoted(QStringLiteral("'[^']*'"));
    return QString(format).remove(quoted);
}

} // namespace

std::optional<QString> readDate(QStringView text)
{
    static const QList<Form> forms = makeForms();
    const QString plain = plainDate(text);
    std::optional<QString> result;
    qsizetype first = plain.size() + 1;
    for (const auto &form : forms) {
        for (auto it = form.expression.globalMatch(plain); it.hasNext();) {
            const auto match = it.next();
            if (match.capturedStart() >= first)
                break;
            if (auto date = written(form, match)) {
                result = std::move(date);
                first = match.capturedStart();
                break;
            }
        }
    }
    return result;
}

std::optional<QString> readDate(QStringView text, const QString &format)
{
    if (format == u"unix")
        return fromUnix(text);
    QDateTime time =
        QLocale::c().toDateTime(text.left(maxDateChars).toString().simplified(), format);
    if (!time.isValid())
        return std::nullopt;
    const QString letters = lettersOf(format);
    if (!letters.contains(QStringLiteral("yyyy")) && time.date().year() < 1970)
        time = time.addYears(100);
    if (!letters.contains(QRegularExpression(QStringLiteral("[hHmsz]"))))
        return time.date().toString(letters.contains(u'd')   ? QStringLiteral("yyyy-MM-dd")
                                    : letters.contains(u'M') ? QStringLiteral("yyyy-MM")
                                                             : QStringLiteral("yyyy"));
    return letters.contains(u't') ? inUtc(time) : withoutZone(time.date(), time.time());
}

QString dateFormatProblem(const QString &format)
{
    if (format.isEmpty() || format == u"unix" || lettersOf(format).contains(QStringLiteral("yy")))
        return {};
    return QStringLiteral("the format has no year (yyyy or yy), and is not \"unix\"");
}

} // namespace trawl::extract

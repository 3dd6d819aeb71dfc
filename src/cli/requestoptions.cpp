// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"
#include "item/values.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace trawl::cli {

namespace {

using enum OptionKind;
using Group = item::OptionGroup;
using ValueKind = item::OptionKind;

const engine::Option &rowOf(const char *name)
{
    const auto rows = engine::options();
    return *std::ranges::find_if(rows, [name](const engine::Option &row) {
        return row.info.command.name && row.info.command.name == std::string_view(name);
    });
}

QString rightSchedule(const QString &text)
{
    const auto schedule = engine::Schedule::parse(text);
    return QStringLiteral("like 08:00-18:00=500k,18:00-23:00=2M,23:00-06:00=off (%1)")
        .arg(schedule ? QString() : schedule.error());
}

QString rightWord(std::span<const item::OptionWord> words)
{
    QStringList names;
    for (const auto &word : words)
        names << word.word;
    return names.join(QStringLiteral(", "));
}

/// What would be right where `text` is not.
QString rightValue(const item::OptionInfo &info, const QString &text)
{
    if (info.command.right)
        return QString::fromLatin1(info.command.right);
    switch (info.kind) {
    case ValueKind::Count:
        return QStringLiteral("a whole number from %1 to %2").arg(info.least).arg(info.most);
    case ValueKind::Number:
        return QStringLiteral("a number above %1 and up to %2").arg(info.least).arg(info.most);
    case ValueKind::Seconds:
        return QStringLiteral("a number of seconds, like 0.5 or 30");
    case ValueKind::Rate:
        return QStringLiteral("a number of bytes a second, like 500k, 5M or 1.5MiB");
    case ValueKind::Size:
        return QStringLiteral("a number of bytes, like 500k, 5M or 1.5GiB");
    case ValueKind::Codes:
        return QStringLiteral("codes with commas between, like 429,503 or 5xx");
    case ValueKind::Choice:
        return rightWord(info.words);
    case ValueKind::Field:
        return QStringLiteral("one line");
    case ValueKind::Token:
        return QStringLiteral("a token, or @FILE");
    case ValueKind::Proxy:
        return QStringLiteral("system, or a URL that begins with http://, https:// or socks5://");
    case ValueKind::Schedule:
        return rightSchedule(text);
    case ValueKind::Switch:
        return QString::fromLatin1(info.command.value);
    case ValueKind::Template:
    case ValueKind::File:
    case ValueKind::Special:
        break;
    }
    return QStringLiteral("a name");
}

QString takeHeader(RunOptions &o, const QString &text)
{
    const auto header = item::parseHeader(text);
    if (!header)
        return QStringLiteral("one line of the form \"Name: value\"");
    if (item::isOwnHeader(header->name)) {
        return QStringLiteral("any field but %1, which Trawl sets itself")
            .arg(QString::fromUtf8(header->name.toLower()));
    }
    auto &headers = o.engine.settings.headers;
    const auto isHost = [](const item::Header &one) {
        return one.name.compare("host", Qt::CaseInsensitive) == 0;
    };
    if (header->name.compare("user-agent", Qt::CaseInsensitive) == 0) {
        o.engine.settings.userAgent = header->value;
        return {};
    }
    if (isHost(*header)) // every request has one (RFC 9112, 3.2); without a value it is the URL's
        headers.removeIf(isHost);
    if (!isHost(*header) || !header->value.isEmpty())
        headers.append(*header);
    return {};
}

QString takeFrom(RunOptions &o, const QString &text)
{
    QStringList words;
    for (const auto &format : item::listFormats())
        words << QString::fromLatin1(format.word);
    return takeValue(o.from, item::listFormatFromWord(text), words.join(QStringLiteral(", ")));
}

/// Made of the table of formats, in lines as long as those of other options.
const char *fromHelp()
{
    static const auto help = [] {
        constexpr qsizetype lineBytes = 50;
        QByteArray text = "what the lists are:";
        qsizetype line = text.size();
        for (const auto &format : item::listFormats()) {
            const QByteArray word =
                format.word +
                QByteArray(&format == &item::listFormats().back() ? " (found out)" : ",");
            const bool fits = line + 1 + word.size() <= lineBytes;
            text += (fits ? ' ' : '\n') + word;
            line = (fits ? line + 1 : 0) + word.size();
        }
        return text;
    }();
    return help.constData();
}

/// "name:password", or "name" alone, and then the password is asked for.
QString takeUser(UserOption &user, const QString &text)
{
    const auto colon = text.indexOf(u':');
    user.asksPassword = colon < 0;
    user.credentials = {colon < 0 ? text : text.first(colon),
                        colon < 0 ? QString() : text.sliced(colon + 1)};
    return user.credentials.user.isEmpty() ? QStringLiteral("NAME or NAME:PASSWORD") : QString();
}

/// A token, or "@" and the file that it is in.
QString takeBearer(RunOptions &o, const QString &text)
{
    if (text.startsWith(u'@') && text.size() > 1) {
        o.bearerFile = text.sliced(1);
        return {};
    }
    return takeOption(rowOf("bearer"), o, text);
}

QString takeNetrc(RunOptions &o, const QString &text)
{
    o.netrc = true;
    o.engine.settings.netrcFile = text;
    return {};
}

QString takePerHost(RunOptions &o, const QString &text)
{
    auto right = takeOption(rowOf("per-host"), o, text);
    o.perHost = o.engine.perHost;
    return right;
}

QString takeTimeout(RunOptions &o, const QString &text)
{
    QString right;
    for (const char *name : {"connect-timeout", "first-byte-timeout", "idle-timeout"})
        right = takeOption(rowOf(name), o, text);
    return right;
}

QString takeChecksum(RunOptions &o, const QString &text)
{
    o.checksum = item::parseChecksum(text.toLatin1());
    return o.checksum ? QString()
                      : QStringLiteral("md5=, sha1=, sha256= or sha512= and that many digits");
}

QString takeSave(RunOptions &o, bool save)
{
    o.save = save;
    return {};
}

/// What the command line makes of a row beside its value.
struct Way
{
    const char *name;
    ApplyOption apply;
};

constexpr std::array ways{
    Way{"per-host", takePerHost},
    Way{"header", takeHeader},
    Way{"user", [](RunOptions &o, const QString &v) { return takeUser(o.user, v); }},
    Way{"bearer", takeBearer},
    Way{"netrc", takeNetrc},
    Way{"cookies", [](RunOptions &o, const QString &v) { return takeName(o.cookiesFile, v); }},
    Way{"save", [](RunOptions &o, const QString &) { return takeSave(o, true); }},
};

/// An option without a row, and where it stands.
struct OwnOption
{
    Group group;
    const char *before; ///< nullptr = behind all
    Option option;
};

constexpr std::array ownOptions{
    OwnOption{Group::Run,
              "workers",
              {'d', "dir", Value, "DIR", "where files go (.)",
               [](RunOptions &o, const QString &v) { return takeName(o.directory, v); }}},
    OwnOption{Group::Run, "workers", {0, "from", Value, "FORMAT", nullptr, takeFrom}},
    OwnOption{Group::Run,
              "workers",
              {0, "session", Value, "FILE",
               "keep the work in FILE: the same command again goes\non where it stopped (none)",
               [](RunOptions &o, const QString &v) { return takeName(o.engine.sessionPath, v); }}},
    OwnOption{Group::Run,
              nullptr,
              {0, "progress", Value, "MODE",
               "auto, bar, json (an object a second to standard\nerror) or none (auto: a bar on a "
               "terminal)",
               [](RunOptions &o, const QString &v) {
                   return takeWord(o.progress, v,
                                   {{"auto", ProgressMode::Auto},
                                    {"bar", ProgressMode::Bar},
                                    {"json", ProgressMode::Json},
                                    {"none", ProgressMode::None}});
               }}},
    OwnOption{Group::Run,
              nullptr,
              {'q', "quiet", Switch, nullptr, "print errors only",
               [](RunOptions &o, const QString &) { return switchOn(o.quiet); }}},
    OwnOption{Group::Run,
              nullptr,
              {'v', "verbose", Switch, nullptr, "say what happens to workers, too",
               [](RunOptions &o, const QString &) { return switchOn(o.verbose); }, nullptr, false,
               "quiet"}},
    OwnOption{Group::Run,
              nullptr,
              {'h', "help", Switch, nullptr, "show this",
               [](RunOptions &o, const QString &) { return switchOn(o.help); }, nullptr, true}},
    OwnOption{Group::Limits,
              "connect-timeout",
              {0, "timeout", Value, "S",
               "seconds to connect, to the answer, and without a byte (30)", takeTimeout}},
    OwnOption{Group::Requests,
              "max-redirects",
              {0, "proxy-user", Secret, "NAME[:PASSWORD]", "for the proxy, as with --user",
               [](RunOptions &o, const QString &v) { return takeUser(o.proxyUser, v); }}},
    OwnOption{Group::Files,
              "name",
              {0, "no-save", Switch, nullptr, "keep none; larger ones than 16M then fail",
               [](RunOptions &o, const QString &) { return takeSave(o, false); }, nullptr, false,
               "save"}},
    OwnOption{Group::Files,
              "hash",
              {0, "checksum", Value, "ALGO=HEX",
               "what the file must hash to, like sha256=9f86...;\nwith one URL", takeChecksum}},
};

OptionKind kindOf(const item::CommandOption &command)
{
    if (!command.value)
        return Switch;
    return command.secret ? Secret : command.value[0] == '[' ? Optional : Value;
}

Option optionOf(const engine::Option &row)
{
    const auto &command = row.info.command;
    const auto way = std::ranges::find_if(
        ways, [&](const Way &one) { return one.name == std::string_view(command.name); });
    return {command.letter, command.name, kindOf(command),
            command.value,  command.help, way == ways.end() ? nullptr : way->apply,
            &row,           command.rare, command.excludes};
}

} // namespace

QString takeOption(const engine::Option &row, RunOptions &options, const QString &value)
{
    const auto &info = row.info;
    const bool isSwitch = info.kind == ValueKind::Switch;
    const QString taken = !isSwitch           ? value
                          : info.command.sets ? QStringLiteral("on")
                                              : QStringLiteral("off");
    const bool fits = !isSwitch
                          ? !value.isEmpty() || info.kind == ValueKind::Field
                          : !info.command.value || value == QLatin1StringView(info.command.value);
    const engine::OptionOwners owners{&options.engine, &options.job, &options.engine.settings};
    return fits && row.take(owners, taken, info) ? QString() : rightValue(info, value);
}

std::vector<Option> requestOptions(item::OptionGroup group)
{
    std::vector<Option> options;
    for (const auto &row : engine::options()) {
        if (row.info.command.name && row.info.command.group == group)
            options.push_back(optionOf(row));
    }
    for (const auto &own : ownOptions) {
        if (own.group != group)
            continue;
        const auto place = std::ranges::find_if(options, [&own](const Option &option) {
            return own.before && option.name == std::string_view(own.before);
        });
        const auto added = options.insert(place, own.option);
        if (!added->help)
            added->help = fromHelp();
    }
    return options;
}

} // namespace trawl::cli

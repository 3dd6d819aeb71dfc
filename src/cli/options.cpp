// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"
#include "cli/values.h"

#include "exchange/exporter.h"

#include <array>

namespace trawl::cli {

namespace {

constexpr int mostWorkers = 256;
constexpr int mostConnections = 1024;

/// Takes the value into the options; what would be right when the value is bad, else empty.
using Apply = QString (*)(GetOptions &, const QString &);

struct Option
{
    char letter; ///< 0 = none
    const char *name;
    const char *value; ///< its name in the help; nullptr for a switch
    const char *help;
    Apply apply;
};

template <typename T, typename Value>
QString take(T &target, const std::optional<Value> &value, const QString &right)
{
    if (!value)
        return right;
    target = *value;
    return {};
}

QString takeCount(int &target, const QString &text, int least, int most)
{
    return take(target, parseCount(text, least, most),
                QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
}

template <typename T>
QString takeWord(T &target, const QString &text,
                 std::initializer_list<std::pair<const char *, T>> words)
{
    QStringList names;
    for (const auto &[word, value] : words) {
        if (text == QLatin1StringView(word)) {
            target = value;
            return {};
        }
        names.append(QString::fromLatin1(word));
    }
    return names.join(QStringLiteral(", "));
}

QString takeExport(GetOptions &o, const QString &text)
{
    if (text != u"-" && !exchange::exportFormat(text))
        return QStringLiteral("a file name that ends in .csv, .tsv, .json or .jsonl, or - for JSON "
                              "Lines to standard output");
    if (!o.exports.contains(text))
        o.exports.append(text);
    return {};
}

QString takeHeader(GetOptions &o, const QString &text)
{
    const auto header = parseHeader(text);
    if (!header)
        return QStringLiteral("one line of the form \"Name: value\"");
    for (const char *own : {"connection", "content-length", "host", "if-range", "range", "te",
                            "transfer-encoding", "upgrade"}) {
        if (header->name.compare(own, Qt::CaseInsensitive) == 0)
            return QStringLiteral("any field but %1, which Trawl sets itself")
                .arg(QString::fromLatin1(own));
    }
    if (header->name.compare("user-agent", Qt::CaseInsensitive) == 0)
        o.engine.settings.userAgent = header->value;
    else
        o.engine.settings.headers.append(*header);
    return {};
}

QString takeUserAgent(GetOptions &o, const QString &text)
{
    const auto header = parseHeader(QStringLiteral("User-Agent: ") + text);
    return take(o.engine.settings.userAgent, header ? std::optional(header->value) : std::nullopt,
                QStringLiteral("one line"));
}

QString takeTimeout(GetOptions &o, const QString &text)
{
    o.engine.settings.connectTimeoutMs = parseSeconds(text).value_or(0);
    return take(o.engine.settings.idleTimeoutMs, parseSeconds(text),
                QStringLiteral("a number of seconds, like 0.5 or 30"));
}

QString takeName(QString &target, const QString &text)
{
    target = text;
    return text.isEmpty() ? QStringLiteral("a name") : QString();
}

const std::array options{
    Option{'d', "dir", "DIR", "where files go (.)",
           [](GetOptions &o, const QString &v) { return takeName(o.directory, v); }},
    Option{'o', "export", "FILE",
           "write the results to FILE: .csv .tsv .json .jsonl,\nor - for JSON Lines to standard "
           "output; may be repeated",
           takeExport},
    Option{0, "session", "FILE",
           "keep the work in FILE: the same command again goes\non where it stopped (none)",
           [](GetOptions &o, const QString &v) { return takeName(o.engine.sessionPath, v); }},
    Option{'w', "workers", "N", "worker processes (one a core)",
           [](GetOptions &o, const QString &v) {
               return takeCount(o.engine.workers, v, 1, mostWorkers);
           }},
    Option{'c', "connections", "N", "transfers at once in one worker (32)",
           [](GetOptions &o, const QString &v) {
               return takeCount(o.engine.settings.connections, v, 1, mostConnections);
           }},
    Option{0, "per-host", "N", "connections to one host at once (6)",
           [](GetOptions &o, const QString &v) {
               return takeCount(o.engine.perHost, v, 1, mostConnections);
           }},
    Option{0, "limit", "RATE",
           "bytes a second for all together, like 500k or 1.5M;\nk = 1024; 0 = no limit (0)",
           [](GetOptions &o, const QString &v) {
               return take(o.engine.bytesPerSecond, parseRate(v),
                           QStringLiteral("a number of bytes a second, like 500k, 5M or 1.5MiB"));
           }},
    Option{0, "retries", "N", "new attempts at an item after trouble that may pass (5)",
           [](GetOptions &o, const QString &v) { return takeCount(o.engine.retries, v, 0, 1000); }},
    Option{0, "timeout", "S", "seconds to connect, and without a byte (30)", takeTimeout},
    Option{'H', "header", "\"NAME: VALUE\"", "add a header field to each request; may be repeated",
           takeHeader},
    Option{'A', "user-agent", "TEXT", "who we say we are (Trawl/" TRAWL_VERSION ")", takeUserAgent},
    Option{0, "cacert", "FILE", "trust the certificates in FILE (PEM) instead of the system's",
           [](GetOptions &o, const QString &v) { return takeName(o.engine.settings.caFile, v); }},
    Option{'k', "insecure", nullptr, "do not check the servers' certificates",
           [](GetOptions &o, const QString &) {
               o.engine.settings.verifyTls = false;
               return QString();
           }},
    Option{0, "http", "1.1|2", "speak only this HTTP version (what the server likes)",
           [](GetOptions &o, const QString &v) {
               return takeWord(
                   o.engine.settings.http, v,
                   {{"1.1", item::HttpVersion::Http1}, {"2", item::HttpVersion::Http2}});
           }},
    Option{0, "http-stack", "curl|qt", "what carries the requests; qt is for comparison (curl)",
           [](GetOptions &o, const QString &v) {
               return takeWord(o.engine.settings.stack, v,
                               {{"curl", item::HttpStack::Curl}, {"qt", item::HttpStack::Qt}});
           }},
    Option{0, "progress", "MODE",
           "auto, bar, json (an object a second to standard\nerror) or none (auto: a bar on a "
           "terminal)",
           [](GetOptions &o, const QString &v) {
               return takeWord(o.progress, v,
                               {{"auto", ProgressMode::Auto},
                                {"bar", ProgressMode::Bar},
                                {"json", ProgressMode::Json},
                                {"none", ProgressMode::None}});
           }},
    Option{'q', "quiet", nullptr, "print errors only",
           [](GetOptions &o, const QString &) {
               o.quiet = true;
               return QString();
           }},
    Option{'v', "verbose", nullptr, "say what happens to workers, too",
           [](GetOptions &o, const QString &) {
               o.verbose = true;
               return QString();
           }},
    Option{'h', "help", nullptr, "show this",
           [](GetOptions &o, const QString &) {
               o.help = true;
               return QString();
           }},
};

const Option *findOption(QStringView name)
{
    for (const auto &option : options) {
        if (name == QLatin1StringView(option.name))
            return &option;
    }
    return nullptr;
}

const Option *findOption(QChar letter)
{
    for (const auto &option : options) {
        if (option.letter != 0 && letter == QLatin1Char(option.letter))
            return &option;
    }
    return nullptr;
}

/// The option that was probably meant; empty = none comes near.
QString suggestion(QStringView name)
{
    for (const auto &option : options) {
        const QLatin1StringView known(option.name);
        if (name.size() >= 2 && (known.startsWith(name) || name.startsWith(known)))
            return QStringLiteral("; did you mean --%1?").arg(known);
    }
    return {};
}

/// Walks over the arguments once.
class Parser
{
public:
    explicit Parser(const QStringList &arguments)
        : m_arguments(arguments)
    {
    }

    tl::expected<GetOptions, QString> parse()
    {
        bool onlyInputs = false;
        while (m_at < m_arguments.size() && m_error.isEmpty()) {
            const auto &argument = m_arguments[m_at++];
            if (onlyInputs || argument == u"-" || !argument.startsWith(u'-'))
                m_options.inputs.append(argument);
            else if (argument == u"--")
                onlyInputs = true;
            else if (argument.startsWith(u"--"))
                takeLong(argument.sliced(2));
            else
                takeShort(argument.sliced(1));
        }
        if (!m_error.isEmpty())
            return tl::unexpected(m_error);
        return m_options;
    }

private:
    void takeLong(const QString &argument)
    {
        const auto equals = argument.indexOf(u'=');
        const auto name = equals < 0 ? argument : argument.first(equals);
        const auto *option = findOption(name);
        const QString shown = QStringLiteral("--") + name;
        if (!option)
            m_error = QStringLiteral("unknown option %1%2").arg(shown, suggestion(name));
        else if (!option->value && equals >= 0)
            m_error = QStringLiteral("%1 takes no value").arg(shown);
        else if (equals >= 0)
            apply(*option, shown, argument.sliced(equals + 1));
        else
            applyWithNext(*option, shown);
    }

    /// "-kq", "-w4" and "-w 4".
    void takeShort(const QString &letters)
    {
        for (qsizetype i = 0; i < letters.size() && m_error.isEmpty(); ++i) {
            const auto *option = findOption(letters[i]);
            const QString shown = QStringLiteral("-") + letters[i];
            if (!option) {
                m_error = QStringLiteral("unknown option %1").arg(shown);
            } else if (option->value && i + 1 < letters.size()) {
                apply(*option, shown, letters.sliced(i + 1));
                return;
            } else {
                applyWithNext(*option, shown);
            }
        }
    }

    void applyWithNext(const Option &option, const QString &shown)
    {
        if (!option.value)
            apply(option, shown, {});
        else if (m_at < m_arguments.size())
            apply(option, shown, m_arguments[m_at++]);
        else
            m_error = QStringLiteral("%1 needs a value: %2")
                          .arg(shown, QString::fromLatin1(option.value));
    }

    void apply(const Option &option, const QString &shown, const QString &value)
    {
        const auto right = option.apply(m_options, value);
        if (right.isEmpty())
            return;
        // A header's value may be a secret.
        const QString given =
            option.letter == 'H' ? QString() : QStringLiteral(" \"%1\"").arg(value);
        m_error = QStringLiteral("%1%2: expected %3").arg(shown, given, right);
    }

    const QStringList &m_arguments;
    qsizetype m_at = 0;
    GetOptions m_options;
    QString m_error;
};

QString helpLine(const Option &option)
{
    QString left = option.letter ? QStringLiteral("  -%1, ").arg(QLatin1Char(option.letter))
                                 : QStringLiteral("      ");
    left += QStringLiteral("--") + QLatin1StringView(option.name);
    if (option.value)
        left += u' ' + QString::fromLatin1(option.value);
    constexpr int column = 28;
    const auto indent = QString(column, u' ');
    auto lines = QString::fromLatin1(option.help).split(u'\n');
    lines[0] = left.size() < column - 1 ? QString(left.leftJustified(column) + lines[0])
                                        : QString(left + u'\n' + indent + lines[0]);
    return lines.join(QString(u'\n' + indent)) + u'\n';
}

} // namespace

tl::expected<GetOptions, QString> parseGetOptions(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

QString getHelp()
{
    auto text = QStringLiteral(
        "Usage: trawlc get [options] LIST|URL ...\n"
        "\n"
        "Fetches what is listed; files go under --dir. A LIST is a file with one link a line, a\n"
        ".csv or .tsv with a column url, link or href, or any text with links in it; - reads\n"
        "standard input.\n"
        "\n");
    for (const auto &option : options)
        text += helpLine(option);
    text +=
        QStringLiteral("\n"
                       "Exit status: 0 all done, 1 some items failed, 2 bad usage or unreadable "
                       "input (nothing was\n"
                       "fetched), 3 stopped by a signal, 4 local trouble (disk full, no worker "
                       "starts).\n");
    return text;
}

} // namespace trawl::cli

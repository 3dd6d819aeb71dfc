// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"
#include "cli/optiontable.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>
#include <tuple>

namespace trawl::cli {

namespace {

/// All options, whatever their group.
template <typename Fits> const Option *firstWhere(Command command, Fits fits)
{
    for (const auto &group : optionGroups(command)) {
        for (const auto &option : group.options) {
            if (fits(option))
                return &option;
        }
    }
    return nullptr;
}

const Option *findOption(Command command, QStringView name)
{
    return firstWhere(command,
                      [name](const Option &o) { return name == QLatin1StringView(o.name); });
}

const Option *findOption(Command command, QChar letter)
{
    return firstWhere(command, [letter](const Option &o) {
        return o.letter != 0 && letter == QLatin1Char(o.letter);
    });
}

/// The option that was probably meant; empty = none comes near.
QString suggestion(Command command, QStringView name)
{
    const auto *option = firstWhere(command, [name](const Option &o) {
        const QLatin1StringView known(o.name);
        return name.size() >= 2 && (known.startsWith(name) || name.startsWith(known));
    });
    if (option)
        return QStringLiteral("; did you mean --%1?").arg(QLatin1StringView(option->name));
    return command == Command::Get && findOption(Command::Scrape, name)
               ? QStringLiteral("; trawlc scrape has it")
               : QString();
}

/// Walks over the arguments once.
class OptionParser
{
public:
    OptionParser(Command command, const QStringList &arguments)
        : m_command(command)
        , m_arguments(arguments)
    {
    }

    tl::expected<RunOptions, QString> parse()
    {
        bool onlyInputs = false;
        while (m_at < m_arguments.size() && m_error.isEmpty()) {
            const auto &argument = m_arguments[m_at++];
            if (onlyInputs || argument == u"-" || !argument.startsWith(u'-'))
                takeInput(argument);
            else if (argument == u"--")
                onlyInputs = true;
            else if (argument.startsWith(u"--"))
                takeLong(argument.sliced(2));
            else
                takeShort(argument.sliced(1));
        }
        if (m_error.isEmpty())
            m_error = contradiction();
        if (!m_error.isEmpty())
            return tl::unexpected(m_error);
        return m_options;
    }

    [[nodiscard]] const QList<SecretPiece> &secrets() const { return m_secrets; }

private:
    struct Given
    {
        const Option *option;
        QString shown; ///< as it was written
    };

    void takeInput(const QString &argument)
    {
        m_options.inputs.append(argument);
        // "scheme://user:password@host": RFC 3986, 3.2.1
        const auto colon = argument.indexOf(QLatin1StringView("://"));
        if (colon < 0)
            return;
        const auto rest = argument.sliced(colon + 3);
        static const QRegularExpression authorityEnd(QStringLiteral("[/?#]"));
        const auto authority = rest.left(rest.indexOf(authorityEnd)); // all when there is none
        if (const auto at = authority.lastIndexOf(u'@'); at > 0)
            m_secrets.append({m_at - 1, argument.first(colon + 3).toUtf8().size(),
                              authority.first(at).toUtf8().size()});
    }

    void takeLong(const QString &argument)
    {
        const auto equals = argument.indexOf(u'=');
        const auto name = equals < 0 ? argument : argument.first(equals);
        const auto *option = findOption(m_command, name);
        const QString shown = QStringLiteral("--") + name;
        if (!option)
            m_error = QStringLiteral("unknown option %1%2").arg(shown, suggestion(m_command, name));
        else if (option->kind == OptionKind::Switch && equals >= 0)
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
            const auto *option = findOption(m_command, letters[i]);
            const QString shown = QStringLiteral("-") + letters[i];
            if (!option) {
                m_error = QStringLiteral("unknown option %1").arg(shown);
            } else if (option->kind != OptionKind::Switch && i + 1 < letters.size()) {
                apply(*option, shown, letters.sliced(i + 1));
                return;
            } else {
                applyWithNext(*option, shown);
            }
        }
    }

    void applyWithNext(const Option &option, const QString &shown)
    {
        if (option.kind == OptionKind::Switch || option.kind == OptionKind::Optional)
            apply(option, shown, {});
        else if (m_at < m_arguments.size())
            apply(option, shown, m_arguments[m_at++]);
        else
            m_error = QStringLiteral("%1 needs a value: %2")
                          .arg(shown, QString::fromLatin1(option.value));
    }

    /// Of the options that were given; which of the two was meant nobody knows.
    [[nodiscard]] QString contradiction() const
    {
        for (const auto &one : m_given) {
            const auto isOpposite = [&one](const Given &other) {
                return one.option->excludes &&
                       other.option->name == std::string_view(one.option->excludes);
            };
            const auto other = std::ranges::find_if(m_given, isOpposite);
            if (other != m_given.end())
                return QStringLiteral("%1 and %2 contradict each other: leave one of them out")
                    .arg(other->shown, one.shown);
        }
        return {};
    }

    void apply(const Option &option, const QString &shown, const QString &value)
    {
        m_given.append({&option, shown});
        const bool secret = option.kind == OptionKind::Secret;
        if (secret) { // the value ends its argument
            const auto size = value.toUtf8().size();
            m_secrets.append({m_at - 1, m_arguments[m_at - 1].toUtf8().size() - size, size});
        }
        const auto right = option.take(m_options, value);
        if (right.isEmpty())
            return;
        const QString given = secret ? QString() : QStringLiteral(" \"%1\"").arg(value);
        m_error = QStringLiteral("%1%2: expected %3").arg(shown, given, right);
    }

    Command m_command;
    const QStringList &m_arguments;
    qsizetype m_at = 0;
    RunOptions m_options;
    QString m_error;
    QList<Given> m_given;
    QList<SecretPiece> m_secrets;
};

/// With the usual value in brackets, unless the row says in words of its own what holds.
QString helpOf(const Option &option)
{
    const auto help = QString::fromLatin1(option.help);
    const bool hasValue = option.row && option.row->info.kind != item::OptionKind::Switch;
    if (!hasValue || !option.value || help.endsWith(u')'))
        return help;
    auto usual = engine::usualText(*option.row);
    if (usual.isEmpty() && option.row->info.zeroIsNone)
        usual = u'0';
    if (usual.isEmpty())
        return help;
    const auto lastLine = help.size() - 1 - help.lastIndexOf(u'\n');
    const bool fits = lastLine + usual.size() + 3 <= helpWidth;
    return help + (fits ? u' ' : u'\n') + u'(' + usual + u')';
}

QString helpLine(const Option &option)
{
    QString left = option.letter ? QStringLiteral("  -%1, ").arg(QLatin1Char(option.letter))
                                 : QStringLiteral("      ");
    left += QStringLiteral("--") + QLatin1StringView(option.name);
    if (option.kind == OptionKind::Optional)
        left += QString::fromLatin1(option.value);
    else if (option.value)
        left += u' ' + QString::fromLatin1(option.value);
    const auto indent = QString(helpColumn, u' ');
    auto lines = helpOf(option).split(u'\n');
    lines[0] = left.size() < helpColumn - 1 ? QString(left.leftJustified(helpColumn) + lines[0])
                                            : QString(left + u'\n' + indent + lines[0]);
    return lines.join(QString(u'\n' + indent)) + u'\n';
}

/// "-w, --workers N"
QString readmeName(const Option &option)
{
    QString name =
        option.letter ? QStringLiteral("-%1, ").arg(QLatin1Char(option.letter)) : QString();
    name += QStringLiteral("--") + QLatin1StringView(option.name);
    if (option.value && option.kind != OptionKind::Optional)
        name += u' ';
    return name + QString::fromLatin1(option.value);
}

const char *usage(Command command)
{
    switch (command) {
    case Command::Get:
        break;
    case Command::Scrape:
        return "Usage: trawlc scrape [options] [LIST|URL ...]\n"
               "\n"
               "Fetches what is listed, picks fields out of the pages into a table, and follows "
               "links.\n"
               "The table goes to standard output as JSON Lines, unless --export names files; the "
               "pages\n"
               "themselves are kept with --save only.\n"
               "\n";
    case Command::Export:
        return "Usage: trawlc export -o FILE [options]\n"
               "\n"
               "Writes the results of a session, also while a window or another trawlc works on "
               "it.\n"
               "\n";
    case Command::Jobs:
        return "Usage: trawlc jobs [options]\n"
               "\n"
               "Lists the jobs of a session, as they stand at this moment if a window or another "
               "trawlc\n"
               "works on it.\n"
               "\n";
    case Command::Status:
        return "Usage: trawlc status [options] [ID ...]\n"
               "\n"
               "Tells how the items of a session stand, also while it is in use: how many of each "
               "job,\n"
               "status and reason there are, or all that is known of the items named by their "
               "numbers\n"
               "(the column id of an export).\n"
               "\n";
    case Command::Pause:
        return "Usage: trawlc pause [options] [ID ...]\n"
               "\n"
               "Pauses all of a session, a job, or the items named by their numbers or chosen by "
               "options.\n"
               "A window or another trawlc that works on the session obeys at once, else the next "
               "start.\n"
               "\n";
    case Command::Resume:
        return "Usage: trawlc resume [options] [ID ...]\n"
               "\n"
               "Lets go on what was paused: all of a session, a job, or the items named by their "
               "numbers or\n"
               "chosen by options. Nothing is fetched here: that does the window or the trawlc "
               "that works\n"
               "on the session, now or at its next start.\n"
               "\n";
    case Command::Retry:
        return "Usage: trawlc retry [options] [ID ...]\n"
               "\n"
               "Has what failed tried again: all of a session, of a job, or the items named by "
               "their numbers\n"
               "or chosen by options, like --reason http-429. The window or the trawlc that works "
               "on the\n"
               "session does it, now or at its next start.\n"
               "\n";
    }
    return "Usage: trawlc get [options] LIST|URL ...\n"
           "\n"
           "Fetches what is listed; files go under --dir. A LIST is a file with one link a line, "
           "a\n"
           "table with a column url, link or href, a list of another program (--from names them), "
           "or\n"
           "any text with links in it, also in gzip; - reads standard input.\n"
           "\n";
}

} // namespace

QList<SecretPiece> secretPieces(Command command, const QStringList &arguments)
{
    OptionParser parser(command, arguments);
    std::ignore = parser.parse();
    return parser.secrets();
}

tl::expected<RunOptions, QString> parseOptions(Command command, const QStringList &arguments)
{
    return OptionParser(command, arguments).parse();
}

QString helpText(Command command)
{
    auto text = QString::fromLatin1(usage(command));
    for (const auto &group : optionGroups(command)) {
        if (group.title)
            text += u'\n' + QString::fromLatin1(group.title) + QStringLiteral("\n");
        for (const auto &option : group.options)
            text += helpLine(option);
    }
    if (command == Command::Get || command == Command::Scrape)
        text += QStringLiteral(
            "\n"
            "Exit status: 0 all done, 1 some items failed or a list was broken behind some of "
            "them, 2 bad\n"
            "usage or unreadable input (nothing was fetched), 3 stopped by a signal, 4 local "
            "trouble (disk\n"
            "full, no worker starts).\n");
    else
        text += QStringLiteral("\n"
                               "Exit status: 0 done, 1 an item that was named is not there, 2 bad "
                               "usage, 4 local trouble (the\n"
                               "session cannot be used, or what has it open does not answer).\n");
    return text;
}

QString readmeTable(Command command)
{
    auto text = QStringLiteral("| option | meaning (default) |\n|---|---|\n");
    for (const auto &group : optionGroups(command)) {
        for (const auto &option : group.options) {
            const auto name = readmeName(option).replace(u'|', QStringLiteral("\\|"));
            auto help = helpOf(option).replace(u'\n', u' ');
            help.replace(QStringLiteral(TRAWL_VERSION), QStringLiteral("VERSION"));
            if (!option.rare)
                text += QStringLiteral("| `%1` | %2 |\n").arg(name, help);
        }
    }
    return text;
}

} // namespace trawl::cli

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"
#include "cli/files.h"
#include "cli/streamdevice.h"

#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"
#include "item/listformats.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::cli {

namespace {

using exchange::LinkReader;
using exchange::ListFormat;

constexpr qsizetype headBytes = 64 * 1024;

/// One argument. Exactly one of url, path and stream says where its entries come from.
struct Input
{
    QString name;   ///< as it was written, without secrets
    QByteArray url; ///< or a pattern of URLs
    QString path;   ///< absolute: a regular file
    exchange::ListKind kind;
    std::unique_ptr<StreamDevice> stream;

    [[nodiscard]] bool isUrl() const { return path.isEmpty() && !stream; }
};

bool hasScheme(const QString &argument)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    return form.match(argument).hasMatch();
}

/// "lsit.txt" is a slip of the finger, not a host.
bool looksLikeFile(const QString &argument)
{
    static constexpr std::array otherSuffixes{QLatin1StringView(".log"), QLatin1StringView(".md"),
                                              QLatin1StringView(".gz")};
    if (argument.startsWith(u'.') || argument.startsWith(u'/') || argument.startsWith(u'~'))
        return true;
    if (argument.contains(u'/'))
        return false;
    const auto isAtItsEnd = [&](QLatin1StringView suffix) {
        return argument.endsWith(suffix, Qt::CaseInsensitive);
    };
    return item::listFormatOfName(argument) || std::ranges::any_of(otherSuffixes, isAtItsEnd);
}

/// Of what is not to be had, for `error`: a link that leads nowhere, or what its folder keeps.
bool namesAFile(const QString &argument, int error)
{
    if (hasScheme(argument))
        return false;
    if (QFileInfo(argument).isSymLink())
        return true;
    const auto first = argument.section(u'/', 0, 0);
    const bool isInFolder = argument.contains(u'/') && !first.isEmpty() && QFileInfo(first).isDir();
    if (error == ENOENT) // wget makes folders with the names of hosts
        return isInFolder && !first.contains(u'.');
    return isInFolder || looksLikeFile(argument);
}

tl::unexpected<QString> refusal(const QString &name, const QString &why)
{
    return tl::unexpected<QString>(QStringLiteral("%1 %2").arg(name, why));
}

tl::expected<Input, QString> openStream(const QString &name, int fd)
{
    if (fd < 0)
        return refusal(name, QStringLiteral("cannot be read: ") + qt_error_string(errno));
    Input input;
    input.name = name;
    input.stream = std::make_unique<StreamDevice>(fd);
    return input;
}

/// Reads the beginning, so that a list of the wrong kind is refused before anything is fetched.
tl::expected<Input, QString> openFile(const QFileInfo &info, const QString &name,
                                      std::optional<ListFormat> format)
{
    if (info.isDir())
        return refusal(name, QStringLiteral("is a folder; name the list in it"));
    if (!info.isFile()) // a named pipe; without O_NONBLOCK its writer would be waited for here
        return openStream(name, ::open(QFile::encodeName(info.filePath()).constData(),
                                       O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    QFile file(info.absoluteFilePath());
    if (!file.open(QIODevice::ReadOnly))
        return refusal(name, QStringLiteral("cannot be read: ") + file.errorString());
    Input input;
    input.name = name;
    input.path = file.fileName();
    input.kind = exchange::detectList(input.path, file.read(headBytes), {.format = format});
    if (!input.kind.refusal.isEmpty())
        return refusal(name, input.kind.refusal);
    file.seek(0);
    LinkReader reader(file, input.kind.format, {.charset = input.kind.charset});
    const auto links = reader.next(1);
    if (!reader.error().isEmpty() && (links.isEmpty() || !links[0].ok()))
        return refusal(name, reader.error());
    return input;
}

tl::expected<Input, QString> openUrl(const QString &argument)
{
    Input input;
    input.url = argument.toUtf8();
    QBuffer buffer(&input.url);
    buffer.open(QIODevice::ReadOnly);
    LinkReader reader(buffer, ListFormat::Lines, {.patterns = true});
    const auto links = reader.next(2);
    if (!hasScheme(argument) && (links.isEmpty() || !links[0].ok() || looksLikeFile(argument)))
        return refusal(argument, QStringLiteral("is neither a file nor a URL"));
    const bool single = links.size() == 1;
    input.name = QString::fromUtf8(
        single ? links[0].url : exchange::unusableLink(input.url, 0, item::Reason::InvalidUrl).url);
    return input;
}

tl::expected<Input, QString> openInput(const QString &argument, std::optional<ListFormat> format)
{
    if (argument == u"-")
        return openStream(QStringLiteral("standard input"), ::dup(STDIN_FILENO));
    const int error = lookFor(argument);
    if (error == 0)
        return openFile(QFileInfo(argument), argument, format);
    if (namesAFile(argument, error))
        return refusal(argument, whyUnreadable(argument));
    return openUrl(argument);
}

} // namespace

class Inputs::Private
{
public:
    bool openNext();
    void finishReader();
    QList<item::Link> takeUrls();

    std::vector<Input> inputs;
    std::optional<ListFormat> format; ///< none = found out
    QStringList errors;
    QStringList notes;
    std::size_t at = 0; ///< the next one to open
    std::unique_ptr<QIODevice> file;
    std::unique_ptr<LinkReader> reader;
    std::atomic_bool interrupted = false;
};

/// False, and an error more, where it cannot be.
bool Inputs::Private::openNext()
{
    auto &input = inputs[at];
    if (input.stream) {
        // Of another charset only its mark is believed: how much a pipe brings first is chance.
        const auto head = format ? QByteArray() : input.stream->head(exchange::tellsItsFormat);
        const auto kind = exchange::detectList({}, head, {.format = format});
        if (!kind.refusal.isEmpty()) {
            errors.append(input.name + u' ' + kind.refusal);
            return false;
        }
        reader = std::make_unique<LinkReader>(*input.stream, kind.format);
        return true;
    }
    if (input.isUrl()) {
        file = std::make_unique<QBuffer>(&input.url);
        file->open(QIODevice::ReadOnly);
        reader =
            std::make_unique<LinkReader>(*file, ListFormat::Lines, exchange::ReadOptions{true});
        return true;
    }
    file = std::make_unique<QFile>(input.path);
    if (!file->open(QIODevice::ReadOnly)) {
        errors.append(input.name + QStringLiteral(" cannot be read: ") + file->errorString());
        return false;
    }
    reader = std::make_unique<LinkReader>(*file, input.kind.format,
                                          exchange::ReadOptions{.charset = input.kind.charset});
    return true;
}

void Inputs::Private::finishReader()
{
    const auto &input = inputs[at++];
    auto why = reader->error();
    if (why.isEmpty() && input.stream && !input.stream->readError().isEmpty())
        why = QStringLiteral("cannot be read: ") + input.stream->readError();
    if (!why.isEmpty())
        errors.append(input.name + u' ' + why);
    if (const auto note = reader->note(); !note.isEmpty())
        notes.append(input.name + u' ' + note);
    reader.reset();
    file.reset();
}

/// Of URLs that follow each other: as many as make a good piece.
QList<item::Link> Inputs::Private::takeUrls()
{
    constexpr qsizetype most = 1000;
    QList<item::Link> links;
    while (links.size() < most && at < inputs.size() && inputs[at].isUrl()) {
        if (!reader && !openNext())
            break;
        auto more = reader->next(most - links.size());
        if (more.isEmpty())
            finishReader();
        links += more;
    }
    return links;
}

Inputs::Inputs()
    : d(std::make_unique<Private>())
{
}

Inputs::~Inputs() = default;

tl::expected<std::unique_ptr<Inputs>, QString> Inputs::open(const QStringList &arguments,
                                                            std::optional<ListFormat> format)
{
    std::unique_ptr<Inputs> inputs(new Inputs);
    inputs->d->format = format;
    for (const auto &argument : arguments) {
        auto input = openInput(argument, format);
        if (!input)
            return tl::unexpected(input.error());
        inputs->d->inputs.push_back(std::move(*input));
    }
    return inputs;
}

QByteArray Inputs::source() const
{
    QByteArray names;
    for (const auto &input : d->inputs) {
        if (!names.isEmpty())
            names += '\n';
        names += input.path.isEmpty() ? input.name.toUtf8() : QFile::encodeName(input.path);
    }
    return names;
}

QString Inputs::title() const
{
    const auto &first = d->inputs.front();
    const auto name = first.path.isEmpty() ? first.name : QFileInfo(first.path).fileName();
    const auto more = d->inputs.size() - 1;
    return more == 0 ? name : QStringLiteral("%1 + %2").arg(name).arg(more);
}

QList<item::Link> Inputs::next()
{
    while (!d->interrupted) {
        if (auto urls = d->takeUrls(); !urls.isEmpty())
            return urls;
        if (d->reader) {
            if (auto links = d->reader->next(); !links.isEmpty())
                return links;
            d->finishReader();
        } else if (d->at == d->inputs.size()) {
            break;
        } else if (!d->openNext()) {
            ++d->at;
        }
    }
    return {};
}

void Inputs::interrupt()
{
    d->interrupted = true;
    for (const auto &input : d->inputs) {
        if (input.stream)
            input.stream->interrupt();
    }
}

QStringList Inputs::errors() const
{
    return d->errors;
}

QStringList Inputs::notes() const
{
    return d->notes;
}

} // namespace trawl::cli

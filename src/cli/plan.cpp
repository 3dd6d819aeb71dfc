// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plan.h"
#include "cli/exitstatus.h"
#include "cli/exports.h"
#include "cli/files.h"
#include "cli/password.h"
#include "engine/directories.h"
#include "exchange/cookiefile.h"
#include "exchange/exporttarget.h"
#include "item/recipejson.h"
#include "item/values.h"
#include "naming/template.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace trawl::cli {

namespace {

QString checkExport(const QString &path)
{
    if (path == u"-")
        return {};
    if (const auto target = exchange::exportTarget(path); !target)
        return QStringLiteral("%1 is %2").arg(path, target.error().detail);
    const auto folder = QFileInfo(path).absolutePath();
    const auto why = whyUnwritable(folder);
    return why.isEmpty() ? QString() : folder + u' ' + why;
}

/// What is wrong, naming the option; empty = nothing.
QString takeFile(QString &path, const char *option)
{
    if (path.isEmpty())
        return {};
    if (const auto why = whyUnreadable(path); !why.isEmpty())
        return QStringLiteral("%1: %2 %3").arg(QString::fromLatin1(option), path, why);
    path = QFileInfo(path).absoluteFilePath();
    return {};
}

QString readBearer(QByteArray &token, const QString &path)
{
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("--bearer: %1 cannot be read: %2").arg(path, file.errorString());
    constexpr qint64 most = 64 * 1024;
    const auto found = item::parseToken(file.read(most).trimmed());
    token = found.value_or(QByteArray());
    return found ? QString() : QStringLiteral("--bearer: there is no token in %1").arg(path);
}

QString takeCookies(RunOptions &options, exchange::CookieFile &cookies)
{
    if (options.cookiesFile.isEmpty())
        return {};
    auto found = exchange::readCookieFile(options.cookiesFile);
    if (!found)
        return QStringLiteral("--cookies: %1 %2").arg(options.cookiesFile, found.error());
    cookies = *std::move(found);
    options.engine.settings.cookies = true;
    return {};
}

QString takePassword(UserOption &user, const char *option)
{
    if (!user.asksPassword)
        return {};
    auto password = askPassword(QStringLiteral("Password of %1 (%2): ")
                                    .arg(user.credentials.user, QString::fromLatin1(option)));
    if (!password)
        return QStringLiteral("%1: %2").arg(QString::fromLatin1(option), password.error());
    user.credentials.password = *password;
    return {};
}

QString takeProxyUser(QString &proxy, const item::Credentials &user)
{
    if (user.isEmpty())
        return {};
    if (proxy.isEmpty() || proxy == u"system")
        return QStringLiteral("--proxy-user: --proxy URL is missing");
    QUrl url(proxy);
    url.setUserName(user.user, QUrl::DecodedMode);
    url.setPassword(user.password, QUrl::DecodedMode);
    proxy = url.toString(QUrl::FullyEncoded);
    return {};
}

/// Reads the files that options name and asks for passwords.
QString complete(RunOptions &options, exchange::CookieFile &cookies)
{
    auto &settings = options.engine.settings;
    if (options.netrc && settings.netrcFile.isEmpty())
        settings.netrcFile = QDir::home().filePath(QStringLiteral(".netrc"));
    if (!settings.clientKey.isEmpty() && settings.clientCertificate.isEmpty())
        return QStringLiteral("--key: --cert FILE is missing");
    if (const auto rule = naming::NameTemplate::compile(options.job.nameTemplate); !rule)
        return QStringLiteral("--name: wrong at character %1: %2")
            .arg(rule.error().at + 1)
            .arg(rule.error().what);
    const auto first = options.inputs.value(0);
    const bool isUrl = options.inputs.size() == 1 && first != u'-' && !QFileInfo::exists(first);
    if (options.checksum && !isUrl)
        return QStringLiteral("--checksum: expected one URL");
    QString wrong;
    const auto check = [&wrong](auto &&step) {
        if (wrong.isEmpty())
            wrong = step();
    };
    check([&] { return takeFile(settings.caFile, "--cacert"); });
    check([&] { return takeFile(settings.clientCertificate, "--cert"); });
    check([&] { return takeFile(settings.clientKey, "--key"); });
    check([&] { return takeFile(settings.netrcFile, "--netrc"); });
    check([&] { return readBearer(settings.bearer, options.bearerFile); });
    check([&] { return takeCookies(options, cookies); });
    check([&] { return takePassword(options.user, "--user"); });
    check([&] { return takePassword(options.proxyUser, "--proxy-user"); });
    check([&] { return takeProxyUser(settings.proxy, options.proxyUser.credentials); });
    settings.credentials = options.user.credentials;
    return wrong;
}

/// The same list with other fields is other work; how far to follow may change.
QByteArray recipeMark(item::Recipe recipe)
{
    recipe.crawl = {};
    const auto hash = QCryptographicHash::hash(item::toJson(recipe), QCryptographicHash::Sha1);
    return "scrape " + hash.first(8).toHex() + ' ';
}

/// What the command does beside fetching.
tl::expected<void, QString> takeRecipe(Command command, RunOptions &options)
{
    options.job.save = options.save.value_or(command == Command::Get);
    if (command != Command::Scrape)
        return {};
    auto recipe = makeRecipe(options.scrape);
    if (!recipe)
        return tl::unexpected(recipe.error());
    options.job.recipe = *std::move(recipe);
    if (options.exports.files.isEmpty())
        options.exports.files.append(QStringLiteral("-"));
    return {};
}

} // namespace

tl::unexpected<Refusal> Refusal::badUsage(const QString &text)
{
    return tl::unexpected(Refusal{BadUsage, text});
}

QList<item::Link> Plan::next() const
{
    auto links = inputs->next();
    for (auto &link : links) {
        if (!checksum)
            break;
        auto options = link.options ? *link.options : item::LinkOptions();
        options.checksum = checksum;
        link.options = std::make_shared<const item::LinkOptions>(std::move(options));
    }
    return links;
}

QString findWorker()
{
    if (const auto given = qEnvironmentVariable("TRAWL_WORKER"); !given.isEmpty())
        return QFileInfo(given).absoluteFilePath();
    const QDir here(QCoreApplication::applicationDirPath());
    const auto beside = here.filePath(QStringLiteral("trawl-worker"));
    const auto installed = here.filePath(QStringLiteral("../libexec/trawl/trawl-worker"));
    return !QFileInfo::exists(beside) && QFileInfo::exists(installed) ? QDir::cleanPath(installed)
                                                                      : beside;
}

tl::expected<Plan, Refusal> makePlan(Command command, const RunOptions &given)
{
    auto options = given;
    if (const auto taken = takeRecipe(command, options); !taken)
        return Refusal::badUsage(taken.error());
    const auto fields = options.job.recipe.columns();
    if (const auto wrong = Exports(options.exports, options.engine.sessionPath).begin({}, fields);
        !wrong.isEmpty())
        return Refusal::badUsage(wrong);
    if (options.inputs.isEmpty() && options.job.recipe.sitemaps.isEmpty())
        return Refusal::badUsage(
            QStringLiteral("nothing to fetch: name a list or a URL, or - to read "
                           "standard input"));
    exchange::CookieFile cookies;
    if (const auto wrong = complete(options, cookies); !wrong.isEmpty())
        return Refusal::badUsage(wrong);
    auto inputs = Inputs::open(options.inputs, options.from);
    if (!inputs)
        return Refusal::badUsage(inputs.error());
    Plan plan{options.engine, {}, std::move(*inputs), options.checksum, options.exports, {}};
    plan.engine.perHost = options.perHost.value_or(options.job.recipe.crawls() ? 2 : 6);
    plan.job.options = options.job;
    plan.job.options->transfer = options.engine.settings;
    plan.job.cookies = cookies.lines;
    if (!cookies.note.isEmpty())
        plan.notes.append(options.cookiesFile + u' ' + cookies.note);
    plan.engine.workerProgram = findWorker();
    if (const auto why = whyNoProgram(plan.engine.workerProgram); !why.isEmpty())
        return tl::unexpected(
            Refusal{LocalTrouble, QStringLiteral("the worker program %1 %2; TRAWL_WORKER can name "
                                                 "another")
                                      .arg(plan.engine.workerProgram, why)});
    if (!plan.engine.sessionPath.isEmpty())
        plan.engine.sessionPath = QFileInfo(plan.engine.sessionPath).absoluteFilePath();
    const bool listed = !options.inputs.isEmpty();
    plan.job.name = listed ? plan.inputs->title() : options.job.recipe.sitemaps.first();
    plan.job.source = listed ? plan.inputs->source() : plan.job.name.toUtf8();
    if (!options.job.recipe.isEmpty())
        plan.job.source.prepend(recipeMark(options.job.recipe));
    plan.job.directory = QDir::cleanPath(QDir(options.directory).absolutePath());
    const bool saves = options.job.savesAny();
    if (const auto why = saves ? engine::whyNotWritable(plan.job.directory) : QString();
        !why.isEmpty())
        return Refusal::badUsage(QStringLiteral("-d: ") + why);
    for (const auto &path : options.exports.files) { // may lie in --dir, so that is made by now
        if (const auto why = checkExport(path); !why.isEmpty())
            return Refusal::badUsage(QStringLiteral("-o: ") + why);
    }
    return plan;
}

} // namespace trawl::cli

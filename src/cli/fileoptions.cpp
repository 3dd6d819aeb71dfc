// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

QString takeChecksum(RunOptions &o, const QString &text)
{
    o.checksum = item::parseChecksum(text.toLatin1());
    return o.checksum ? QString()
                      : QStringLiteral("md5=, sha1=, sha256= or sha512= and that many digits");
}

constexpr std::array fileTable{
    Option{0, "save", Switch, nullptr, "keep bodies as files (get does, scrape does not)",
           [](RunOptions &o, const QString &) {
               o.save = true;
               return QString();
           }},
    Option{0, "no-save", Switch, nullptr, "keep none; larger ones than 16M then fail",
           [](RunOptions &o, const QString &) {
               o.save = false;
               return QString();
           }},
    Option{0, "name", Value, "TEMPLATE",
           "name files so: {name} {stem} {ext} {host} {path}\n{index:05} {job} {date} "
           "{field:NAME} ({name})",
           [](RunOptions &o, const QString &v) { return takeName(o.job.nameTemplate, v); }},
    Option{0, "collision", Value, "WHAT",
           "where a file of that name is: number, overwrite,\nskip, or newer = overwrite if "
           "the server's is (number)",
           [](RunOptions &o, const QString &v) {
               using engine::Collision;
               return takeWord(o.job.collision, v,
                               {{"number", Collision::Number},
                                {"overwrite", Collision::Overwrite},
                                {"skip", Collision::Skip},
                                {"newer", Collision::IfNewer}});
           }},
    Option{0, "checksum", Value, "ALGO=HEX",
           "what the file must hash to, like sha256=9f86...;\nwith one URL", takeChecksum},
    Option{0, "sums", Switch, nullptr, "look for SHA256SUMS or MD5SUMS beside each file",
           [](RunOptions &o, const QString &) { return switchOn(o.engine.settings.sums); }},
    Option{0, "hash", Value, "sha256", "tell each file's hash in the results",
           [](RunOptions &o, const QString &v) {
               return takeWord(o.engine.settings.sha256, v, {{"sha256", true}});
           }},
    Option{0, "times", Switch, nullptr, "give files the server's time (Last-Modified)",
           [](RunOptions &o, const QString &) { return switchOn(o.engine.settings.times); }},
    Option{0, "xattr", Switch, nullptr, "write the URL to each file's user.xdg.origin.url",
           [](RunOptions &o, const QString &) { return switchOn(o.engine.settings.xattr); }},
};

} // namespace

std::span<const Option> fileOptions()
{
    return fileTable;
}

} // namespace trawl::cli

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/trawlc.h"
#include "support/nginx.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

/// A real site and a folder that trawlc runs in; results are read as the JSON Lines of its standard
/// output.
class ScrapeBench
{
public:
    explicit ScrapeBench(const trawl::support::NginxServer::Options &options = {})
        : server(std::make_unique<trawl::support::NginxServer>(options))
        , trawlc(folder.path())
    {
    }

    void page(const QString &path, const QByteArray &body)
    {
        if (!server->addFile(path, "<!doctype html><title>" + path.toUtf8() + "</title>" + body))
            qFatal("%s cannot be written", qPrintable(path));
    }
    [[nodiscard]] QString url(const QString &path) const
    {
        return server->httpUrl(path).toString();
    }

    /// The exit status.
    int scrape(const QStringList &arguments)
    {
        const int status = trawlc.run(QStringList{QStringLiteral("scrape")} + arguments);
        rows = parse(trawlc.out());
        return status;
    }
    [[nodiscard]] static QList<QJsonObject> parse(const QByteArray &lines)
    {
        QList<QJsonObject> objects;
        for (const auto &line : lines.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
    /// Paths of the rows with that status, sorted; all when it is empty.
    [[nodiscard]] QStringList paths(const QString &status = QStringLiteral("done")) const
    {
        QStringList found;
        for (const auto &row : rows) {
            if (status.isEmpty() || row[QStringLiteral("status")].toString() == status)
                found.append(QUrl(row[QStringLiteral("url")].toString()).path());
        }
        found.sort();
        return found;
    }
    [[nodiscard]] QJsonObject row(const QString &path) const
    {
        for (const auto &row : rows) {
            if (QUrl(row[QStringLiteral("url")].toString()).path() == path)
                return row;
        }
        return {};
    }
    [[nodiscard]] QString file(const QString &name) const { return folder.filePath(name); }

    std::unique_ptr<trawl::support::NginxServer> server;
    QTemporaryDir folder;
    Trawlc trawlc;
    QList<QJsonObject> rows; ///< of the last run
};

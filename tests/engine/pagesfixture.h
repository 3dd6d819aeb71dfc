// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "support/nginx.h"

#include <QTemporaryDir>

#include <memory>

namespace trawl::engine {

/// A server with pages, a session and a folder for what is fetched: a test's second base.
class PagesFixture
{
protected:
    [[nodiscard]] bool startServer()
    {
        m_server = std::make_unique<support::NginxServer>();
        return m_server->isRunning();
    }
    void makeDir() { m_dir = std::make_unique<QTemporaryDir>(); }
    [[nodiscard]] QString session() const { return m_dir->filePath(QStringLiteral("s.trawl")); }
    [[nodiscard]] QString out() const { return m_dir->filePath(QStringLiteral("out")); }
    [[nodiscard]] EngineOptions options() const
    {
        EngineOptions options;
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 1;
        options.settings.caFile = m_server->caFile();
        options.sessionPath = session();
        return options;
    }
    [[nodiscard]] QByteArray url(int page) const
    {
        const auto path = QStringLiteral("/p/%1.html").arg(page, 6, 10, QLatin1Char('0'));
        return m_server->httpsUrl(path).toEncoded();
    }
    [[nodiscard]] QList<item::Link> links(int from, int to) const
    {
        QList<item::Link> list;
        for (int i = from; i <= to; ++i)
            list.append({i, url(i)});
        return list;
    }

    std::unique_ptr<support::NginxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace trawl::engine

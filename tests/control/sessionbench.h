// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginethread.h"

#include <QTemporaryDir>

#include <memory>

namespace trawl::control {

/// An open session in which nothing is fetched, with a job of items that wait.
class SessionBench
{
public:
    SessionBench() { open(); }

    void open()
    {
        engine::EngineOptions options;
        options.sessionPath = path();
        options.fetches = false;
        m_engine = std::make_unique<engine::EngineThread>(options);
        const auto opened = m_engine->call([](engine::Engine &e) { return e.open(); });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
    }
    void close() { m_engine.reset(); }

    /// Items that wait.
    item::JobId addJob(const QString &name, int items)
    {
        QList<QByteArray> urls;
        for (int i = 1; i <= items; ++i)
            urls.append("http://a.example/" + name.toUtf8() + QByteArray::number(i));
        return addLinks(name, urls);
    }
    item::JobId addLinks(const QString &name, const QList<QByteArray> &urls)
    {
        QList<item::Link> links;
        for (const auto &url : urls)
            links.append({.line = links.size() + 1,
                          .url = url,
                          .problem = url.startsWith("http") ? item::Reason::None
                                                            : item::Reason::UnsupportedScheme});
        const engine::JobSpec spec{name, m_dir.filePath(name), name.toUtf8(), {}, {}};
        return m_engine->call([&](engine::Engine &e) {
            const auto job = e.openJob(spec);
            if (!job)
                qFatal("%s", qPrintable(job.error().detail));
            e.addLinks(job->id, links, 1);
            e.closeJob(job->id, true);
            return job->id;
        });
    }

    [[nodiscard]] engine::EngineThread &engine() { return *m_engine; }
    [[nodiscard]] engine::Counts counts()
    {
        return m_engine->call([](engine::Engine &e) { return e.counts(); });
    }
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("s.trawl")); }
    [[nodiscard]] QString directory() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<engine::EngineThread> m_engine;
};

} // namespace trawl::control

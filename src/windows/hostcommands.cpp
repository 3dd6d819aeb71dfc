// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/hostcommands.h"

#include "models/icons.h"
#include "windows/hostlimitdialog.h"

#include <QMenu>

#include <algorithm>

namespace trawl::windows {

QList<QByteArray> originsOf(const QList<engine::HostRow> &hosts)
{
    QList<QByteArray> origins;
    for (const auto &host : hosts)
        origins.append(host.origin);
    return origins;
}

HostCommands::HostCommands(desktop::Session &session, QWidget &window)
    : m_session(session)
    , m_window(window)
{
}

void HostCommands::run(Command command, const QList<QByteArray> &origins)
{
    m_session.post([command, origins](engine::Engine &engine) {
        for (const auto &origin : origins)
            (engine.*command)(origin);
    });
}

void HostCommands::pause(const QList<QByteArray> &origins)
{
    run(&engine::Engine::pauseHost, origins);
}

void HostCommands::resume(const QList<QByteArray> &origins)
{
    run(&engine::Engine::resumeHost, origins);
}

void HostCommands::retryNow(const QList<QByteArray> &origins)
{
    run(&engine::Engine::retryHost, origins);
}

void HostCommands::limit(const QList<QByteArray> &origins, const engine::HostLimit &now)
{
    if (origins.isEmpty())
        return;
    auto *dialog = new HostLimitDialog(origins, now, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, origins] {
        m_session.post([origins, limit = dialog->limit()](engine::Engine &engine) {
            for (const auto &origin : origins)
                engine.setHostLimit(origin, limit);
        });
    });
    dialog->open();
}

void HostCommands::fill(QMenu &menu, const QList<engine::HostRow> &hosts)
{
    const auto origins = originsOf(hosts);
    const auto any = [&hosts](bool paused) {
        return std::ranges::any_of(hosts, [=](const auto &host) { return host.paused == paused; });
    };
    menu.addAction(models::icon(u"pause"), tr("Pause host"), this,
                   [this, origins] { pause(origins); })
        ->setEnabled(any(false));
    menu.addAction(models::icon(u"start"), tr("Resume host"), this,
                   [this, origins] { resume(origins); })
        ->setEnabled(any(true));
    menu.addAction(models::icon(u"retry"), tr("Retry now"), this,
                   [this, origins] { retryNow(origins); });
    menu.addSeparator();
    menu.addAction(models::icon(u"limit"), tr("Limit…"), this,
                   [this, origins, now = hosts.value(0).limit] { limit(origins, now); });
    menu.addAction(tr("Show its links"), this,
                   [this, origin = origins.value(0)] { Q_EMIT showRequested(origin); })
        ->setEnabled(origins.size() == 1);
}

} // namespace trawl::windows

#include "moc_hostcommands.cpp"

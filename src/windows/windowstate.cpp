// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/windowstate.h"

#include "ui_mainwindow.h"

namespace trawl::windows {

using desktop::Setting;

WindowState::WindowState(QMainWindow &window, const Ui::MainWindow &ui, desktop::Settings &settings)
    : m_window(window)
    , m_ui(ui)
    , m_settings(settings)
{
}

void WindowState::restore()
{
    const auto bytes = [this](Setting setting) { return m_settings.get<QByteArray>(setting); };
    m_window.restoreGeometry(bytes(Setting::Geometry));
    if (!m_ui.sideSplitter->restoreState(bytes(Setting::SideSplitter)))
        m_ui.sideSplitter->setSizes({m_window.fontMetrics().averageCharWidth() * 36, 1000});
    if (!m_ui.listSplitter->restoreState(bytes(Setting::ListSplitter)))
        m_ui.listSplitter->setSizes({500, 240});
    m_ui.table->restoreColumns(bytes(Setting::ItemColumns));
    m_ui.workers->restoreColumns(bytes(Setting::WorkerColumns));
    m_ui.hosts->restoreColumns(bytes(Setting::HostColumns));
    m_ui.details->restoreColumns(bytes(Setting::DetailColumns));
    m_ui.chart->setView(charts::ChartView(m_settings.get<int>(Setting::ChartView)));
    m_ui.chart->setSpan(rates::RateHistory::Span(m_settings.get<int>(Setting::ChartSpan)));
    if (auto *page = m_ui.tabs->findChild<QWidget *>(m_settings.get<QString>(Setting::BottomTab)))
        m_ui.tabs->setCurrentWidget(page);
}

void WindowState::save()
{
    m_settings.set(Setting::Geometry, m_window.saveGeometry());
    m_settings.set(Setting::SideSplitter, m_ui.sideSplitter->saveState());
    m_settings.set(Setting::ListSplitter, m_ui.listSplitter->saveState());
    m_settings.set(Setting::ItemColumns, m_ui.table->saveColumns());
    m_settings.set(Setting::WorkerColumns, m_ui.workers->saveColumns());
    m_settings.set(Setting::HostColumns, m_ui.hosts->saveColumns());
    m_settings.set(Setting::DetailColumns, m_ui.details->saveColumns());
    m_settings.set(Setting::BottomTab, m_ui.tabs->currentWidget()->objectName());
    m_settings.set(Setting::ChartView, int(m_ui.chart->view()));
    m_settings.set(Setting::ChartSpan, int(m_ui.chart->span()));
}

} // namespace trawl::windows

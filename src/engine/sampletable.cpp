// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampletable.h"

#include <QDir>

#include <algorithm>

namespace trawl::engine {

std::pair<item::JobId, bool> SampleTable::jobOf(const item::TransferSettings &settings)
{
    const auto known = std::ranges::find(m_settings, settings);
    const bool isNew = known == m_settings.end();
    const auto index = known - m_settings.begin();
    if (isNew)
        m_settings.push_back(settings);
    return {item::JobId(-int(index) - 1), isNew};
}

std::optional<item::ItemId> SampleTable::add(Asked asked)
{
    if (!m_directory) {
        auto made = scratch::Directory::make(QDir::tempPath());
        if (!made)
            return std::nullopt;
        m_directory = *std::move(made);
    }
    const auto id = item::ItemId(m_next++);
    asked.path = m_directory->filePath(QString::number(qint64(id) - first));
    m_asked.insert(id, asked);
    return id;
}

std::optional<item::ItemId> SampleTable::find(quint64 number) const
{
    for (auto asked = m_asked.cbegin(); asked != m_asked.cend(); ++asked) {
        if (asked->number == number)
            return asked.key();
    }
    return std::nullopt;
}

} // namespace trawl::engine

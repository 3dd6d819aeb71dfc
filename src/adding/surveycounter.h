// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/survey.h"

#include <QHash>

#include <vector>

namespace trawl::adding {

/// Counts entries the way the engine will take them: the same URL with other options is another
/// wish.
class SurveyCounter
{
public:
    explicit SurveyCounter(std::shared_ptr<const SessionLinks> session)
        : m_session(std::move(session))
    {
    }

    void add(const item::Link &link, const QString &file);
    [[nodiscard]] Survey &survey() { return m_survey; }

private:
    void addValid(const item::Link &link);
    [[nodiscard]] bool isNew(const item::Link &link);
    void grow();
    void note(const item::Link &link, const QString &file, item::Reason reason);

    std::shared_ptr<const SessionLinks> m_session;
    Survey m_survey;
    std::vector<quint64> m_seen; ///< open addressing; 0 = free
    std::size_t m_used = 0;
    QHash<QByteArray, qsizetype> m_hosts;
};

} // namespace trawl::adding

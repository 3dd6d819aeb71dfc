// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/listinput.h"
#include "desktop/background.h"

#include "item/failure.h"

#include <QList>
#include <QObject>

namespace trawl::adding {

/// An entry of a list that will not be fetched.
struct ListProblem
{
    QString file; ///< its name without the path; empty for text
    qint64 line = 0;
    item::Reason reason = item::Reason::None; ///< also Duplicate
    QString text;
    QString detail; ///< English; empty = the reason says it all
};

/// What is in a list.
struct Survey
{
    static constexpr qsizetype problemLimit = 100;

    qint64 valid = 0;
    qint64 duplicate = 0;
    qint64 invalid = 0;
    QList<ListProblem> problems; ///< the first ones
    QString host;                ///< of the first link
    QString error;               ///< a file that could not be read; English
    double fraction = 0;         ///< of the list that has been looked at
    bool complete = false;

    [[nodiscard]] qint64 total() const { return valid + duplicate + invalid; }
};

/// Counts a list on a thread of its own; memory grows with the number of links by 8 bytes or so
/// each (their hashes), not with their length.
class SurveyTask : public QObject
{
    Q_OBJECT

public:
    explicit SurveyTask(ListInput input, QObject *parent = nullptr);
    ~SurveyTask() override;

    void start();
    void cancel() { m_background.cancel(); }

Q_SIGNALS:
    /// Several times a second, and once with `complete`.
    void updated(const trawl::adding::Survey &survey);

private:
    void run(const std::atomic_bool &cancelled);

    ListInput m_input;
    desktop::Background m_background;
};

} // namespace trawl::adding

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/listinput.h"
#include "adding/sessionlinks.h"
#include "desktop/background.h"
#include "exchange/linkreader.h"
#include "exchange/patternlines.h"
#include "exchange/tablepreview.h"

#include "item/failure.h"

#include <QList>
#include <QObject>

namespace trawl::adding {

/// An entry of a list that will not be fetched: it is added as a row that has failed, a duplicate
/// as one that was skipped.
struct ListProblem
{
    QString file; ///< its name without the path; empty for text
    qint64 line = 0;
    item::Reason reason = item::Reason::None; ///< also Duplicate
    QString text;
    QString detail; ///< English; empty = the reason says it all
};

/// A link that will be fetched, as it is shown.
struct ListLink
{
    qint64 line = 0;
    QByteArray url;
    std::shared_ptr<const item::LinkOptions> options;
};

/// A host and how many valid links go to it.
struct ListHost
{
    QByteArray name;
    qint64 links = 0;
};

/// What is in a list.
struct Survey
{
    static constexpr qsizetype problemLimit = 10'000;
    static constexpr qsizetype linkLimit = 300;
    static constexpr qsizetype hostLimit = 10'000;
    static constexpr qint64 entryLimit = 2'000'000; ///< what is behind is not counted

    qint64 valid = 0;
    qint64 duplicate = 0;
    qint64 invalid = 0;
    qint64 known = 0; ///< of the valid ones: those that the session has already, in other jobs too
    qint64 bytes = 0; ///< of the sizes that the list says
    QList<ListProblem> problems; ///< the first ones
    QList<ListLink> links;       ///< the first ones
    QList<ListHost> hosts;       ///< in order of their first links
    QList<exchange::PatternLine> patterns;
    exchange::TablePreview table; ///< of the first table
    bool hasTable = false;
    exchange::ListFormat tableFormat = exchange::ListFormat::Csv;
    exchange::ListFormat format = exchange::ListFormat::Lines; ///< of the first file
    QByteArray charset;                                        ///< of it; empty = XML, or no file
    QString sample; ///< the first lines of the first file
    qsizetype files = 0;
    QString error;       ///< a file that could not be read, or not in all places; English
    double fraction = 0; ///< of the list that has been looked at
    bool complete = false;
    bool more = false; ///< there was more than entryLimit

    [[nodiscard]] qint64 total() const { return valid + duplicate + invalid; }
};

/// Looks a list over on a thread of its own. Bounded memory: 8 to 16 bytes an entry for up to
/// entryLimit of them.
class SurveyTask : public QObject
{
    Q_OBJECT

public:
    /// `session` may be null.
    explicit SurveyTask(ListInput input, ReadChoices choices = {},
                        std::shared_ptr<const SessionLinks> session = {},
                        QObject *parent = nullptr);
    ~SurveyTask() override;

    void start();
    void cancel() { m_background.cancel(); }

Q_SIGNALS:
    /// Several times a second, and once with `complete`.
    void updated(const trawl::adding::Survey &survey);

private:
    void run(const std::atomic_bool &cancelled);
    void lookAtStart(Survey &survey, const std::atomic_bool &cancelled) const;

    ListInput m_input;
    ReadChoices m_choices;
    std::shared_ptr<const SessionLinks> m_session;
    desktop::Background m_background;
};

} // namespace trawl::adding

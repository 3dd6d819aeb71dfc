// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/survey.h"

#include "adding/listcursor.h"
#include "adding/surveycounter.h"
#include "exchange/listcharset.h"
#include "models/urlparts.h"

#include <QElapsedTimer>

#include <utility>

namespace trawl::adding {

namespace {

constexpr qint64 updateMs = 150;
constexpr qint64 sampleBytes = 4096;
constexpr qsizetype sampleLines = 20;

/// The first lines of a file, to see by them whether its charset is the right one.
QString sampleOf(QIODevice &device, const QByteArray &charset)
{
    const auto lines =
        exchange::headAsUtf8(exchange::unpackedHead(device.peek(sampleBytes)), charset).split('\n');
    QStringList shown;
    for (const auto &line : lines.first(qMin(lines.size(), sampleLines)))
        shown << models::readable(line.trimmed());
    return shown.join(u'\n');
}

} // namespace

SurveyTask::SurveyTask(ListInput input, ReadChoices choices,
                       std::shared_ptr<const SessionLinks> session, QObject *parent)
    : QObject(parent)
    , m_input(std::move(input))
    , m_choices(std::move(choices))
    , m_session(std::move(session))
{
    qRegisterMetaType<Survey>();
}

SurveyTask::~SurveyTask()
{
    m_background.stop();
}

void SurveyTask::start()
{
    m_background.start([this](const std::atomic_bool &cancelled) { run(cancelled); });
}

/// What is asked of the beginnings only: columns, patterns, charset.
void SurveyTask::lookAtStart(Survey &survey, const std::atomic_bool &cancelled) const
{
    ListCursor cursor(m_input, m_choices, &cancelled);
    survey.files = cursor.fileCount();
    constexpr int mostSources = 50; // a folder may hold thousands
    for (int i = 0; i < mostSources; ++i) {
        auto *device = cursor.open();
        if (!device)
            break;
        const auto kind = cursor.kind();
        if (!cursor.file().isEmpty() && survey.charset.isEmpty()) {
            survey.format = kind.format;
            survey.charset = kind.charset;
            survey.sample = sampleOf(*device, kind.charset);
        }
        if (exchange::isTable(kind.format) && !survey.hasTable) {
            survey.table = exchange::previewTable(*device, kind.format, cursor.options());
            survey.tableFormat = kind.format;
            survey.hasTable = true;
        }
        if (cursor.file().isEmpty() && kind.format == exchange::ListFormat::Lines)
            survey.patterns = exchange::patternsIn(*device);
        if (survey.hasTable || cancelled)
            break;
    }
}

void SurveyTask::run(const std::atomic_bool &cancelled)
{
    SurveyCounter counter(m_session);
    auto &survey = counter.survey();
    lookAtStart(survey, cancelled);
    if (m_session && !m_session->prepare(cancelled))
        return;
    ListCursor cursor(m_input, m_choices, &cancelled);
    QElapsedTimer sinceUpdate;
    sinceUpdate.start();
    while (!cancelled && !survey.more) {
        const auto links = cursor.next();
        for (const auto &link : links)
            counter.add(link, cursor.file());
        survey.fraction = cursor.fraction();
        survey.more = survey.total() >= Survey::entryLimit;
        if (links.isEmpty())
            break;
        if (sinceUpdate.elapsed() > updateMs) {
            Q_EMIT updated(survey);
            sinceUpdate.restart();
        }
    }
    if (cancelled)
        return;
    survey.error = cursor.error();
    survey.complete = true;
    Q_EMIT updated(survey);
}

} // namespace trawl::adding

#include "moc_survey.cpp"

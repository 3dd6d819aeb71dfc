// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/survey.h"

#include "adding/listcursor.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>
#include <QUrl>

#include <utility>

namespace trawl::adding {

namespace {

constexpr qint64 updateMs = 150;
constexpr qsizetype textLimit = 200;

class Counter
{
public:
    void add(const item::Link &link, const QString &file)
    {
        if (!link.ok()) {
            ++m_survey.invalid;
            note(link, file, link.problem);
        } else if (!isNew(link.url)) {
            ++m_survey.duplicate;
            note(link, file, item::Reason::Duplicate);
        } else if (++m_survey.valid == 1) {
            m_survey.host = QUrl::fromEncoded(link.url).host();
        }
    }
    Survey &survey() { return m_survey; }

private:
    bool isNew(const QByteArray &url)
    {
        const auto before = m_seen.size();
        m_seen.insert(qHash(url));
        return m_seen.size() > before;
    }
    void note(const item::Link &link, const QString &file, item::Reason reason)
    {
        if (m_survey.problems.size() < Survey::problemLimit) {
            m_survey.problems.append({QFileInfo(file).fileName(), link.line, reason,
                                      QString::fromUtf8(link.url.left(textLimit)), link.detail});
        }
    }

    Survey m_survey;
    QSet<std::size_t> m_seen;
};

} // namespace

SurveyTask::SurveyTask(ListInput input, QObject *parent)
    : QObject(parent)
    , m_input(std::move(input))
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

void SurveyTask::run(const std::atomic_bool &cancelled)
{
    ListCursor cursor(m_input);
    Counter counter;
    QElapsedTimer sinceUpdate;
    sinceUpdate.start();
    while (!cancelled) {
        const auto links = cursor.next();
        for (const auto &link : links)
            counter.add(link, cursor.file());
        counter.survey().fraction = cursor.fraction();
        if (links.isEmpty())
            break;
        if (sinceUpdate.elapsed() > updateMs) {
            Q_EMIT updated(counter.survey());
            sinceUpdate.restart();
        }
    }
    if (cancelled)
        return;
    counter.survey().error = cursor.error();
    counter.survey().complete = true;
    Q_EMIT updated(counter.survey());
}

} // namespace trawl::adding

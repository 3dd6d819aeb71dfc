// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/survey.h"

#include "adding/listcursor.h"
#include "exchange/listcharset.h"
#include "models/urlparts.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>

#include <utility>
#include <vector>

namespace trawl::adding {

namespace {

constexpr qint64 updateMs = 150;
constexpr qint64 sampleBytes = 4096;
constexpr qsizetype sampleLines = 20;
constexpr qsizetype textLimit = 200;
constexpr std::size_t firstSlots = 1024;

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

/// Never 0.
quint64 wishOf(const item::Link &link)
{
    quint64 hash = qHash(link.url);
    if (link.options)
        hash = qHash(item::toJson(*link.options), std::size_t(hash));
    return hash | 1;
}

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

void SurveyCounter::add(const item::Link &link, const QString &file)
{
    if (!link.ok()) {
        ++m_survey.invalid;
        note(link, file, link.problem);
    } else if (!isNew(link)) {
        ++m_survey.duplicate;
        note(link, file, item::Reason::Duplicate);
    } else {
        addValid(link);
    }
}

void SurveyCounter::addValid(const item::Link &link)
{
    ++m_survey.valid;
    if (m_session && m_session->contains(link.url))
        ++m_survey.known;
    if (link.options && link.options->size > 0)
        m_survey.bytes += link.options->size;
    if (m_survey.links.size() < Survey::linkLimit)
        m_survey.links.append({link.line, link.url, link.options});
    const auto host = models::hostOf(link.url).toByteArray();
    auto at = m_hosts.constFind(host);
    if (at == m_hosts.constEnd()) {
        if (m_hosts.size() == Survey::hostLimit)
            return;
        at = m_hosts.insert(host, m_survey.hosts.size());
        m_survey.hosts.append({host, 0});
    }
    ++m_survey.hosts[*at].links;
}

bool SurveyCounter::isNew(const item::Link &link)
{
    if (m_used * 2 >= m_seen.size())
        grow();
    const auto wish = wishOf(link);
    const auto mask = m_seen.size() - 1;
    auto at = (wish >> 1) & mask;
    while (m_seen[at] && m_seen[at] != wish)
        at = (at + 1) & mask;
    if (m_seen[at])
        return false;
    m_seen[at] = wish;
    ++m_used;
    return true;
}

void SurveyCounter::grow()
{
    const auto old = std::exchange(
        m_seen, std::vector<quint64>(m_seen.empty() ? firstSlots : m_seen.size() * 2));
    const auto mask = m_seen.size() - 1;
    for (const auto wish : old) {
        auto at = (wish >> 1) & mask;
        while (wish && m_seen[at])
            at = (at + 1) & mask;
        if (wish)
            m_seen[at] = wish;
    }
}

void SurveyCounter::note(const item::Link &link, const QString &file, item::Reason reason)
{
    if (m_survey.problems.size() < Survey::problemLimit) {
        m_survey.problems.append({QFileInfo(file).fileName(), link.line, reason,
                                  models::readable(link.url.left(textLimit)), link.detail});
    }
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
    survey.error = cursor.error().isEmpty() ? cursor.note() : cursor.error();
    survey.complete = true;
    Q_EMIT updated(survey);
}

} // namespace trawl::adding

#include "moc_survey.cpp"

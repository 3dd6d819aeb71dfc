// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/harvester.h"

#include "extract/refresh.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trawl::extract {

qint64 jsonSize(const item::Value &value, qint64 enough)
{
    if (value.isString())
        return value.toString().size() + 2;
    qint64 size = 2;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (auto it = array.begin(); it != array.end() && size < enough; ++it)
            size += 1 + jsonSize(*it, enough - size);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end() && size < enough; ++it)
            size += 4 + it.key().size() + jsonSize(*it, enough - size);
    }
    return size;
}

Harvester::Harvester(const Plan &plan, const PageRule &rule, Content &content,
                     const QByteArray &carried)
    : m_plan(plan)
    , m_rule(rule)
    , m_content(content)
    , m_carriedJson(carried)
    , m_carried(QJsonDocument::fromJson(carried).object())
{
}

bool Harvester::sendsOn()
{
    const auto refresh = refreshOf(m_content);
    if (!refresh)
        return false;
    m_harvest.links.append(
        {.url = refresh->url,
         .page = quint8(&m_rule - m_plan.pages.data()),
         .samePlace = true,
         .carried = m_carriedJson,
         .referrer = referrerFor(policyOf(m_content), m_content.url(), refresh->url),
         .refresh = true});
    if (refresh->isRedirect())
        m_content.note(QStringLiteral("the page only leads to %1")
                           .arg(QString::fromUtf8(refresh->url.left(1000))));
    return refresh->isRedirect();
}

Harvest Harvester::run()
{
    if (sendsOn()) {
        m_harvest.note = m_content.notes();
        return std::move(m_harvest);
    }
    if (!m_rule.fields.empty())
        makeRecords();
    if (failed())
        m_harvest.records.clear(); // links carry nothing of it either
    findLinks();
    if (m_content.effort().isSpent())
        fail(badPage(QStringLiteral("selecting takes too long")));
    if (failed())
        m_harvest.records.clear();
    m_harvest.note = m_content.notes();
    return std::move(m_harvest);
}

/// The first failure is the page's.
void Harvester::fail(const item::Failure &failure)
{
    if (!failed())
        m_harvest.failure = failure;
}

void Harvester::makeRecords()
{
    if (!m_rule.rows) {
        makeRecord(nullptr);
        return;
    }
    const auto rows = m_rule.rows->select(m_content, nullptr, mostRecords + 1);
    if (!rows) {
        fail(badPage(QStringLiteral("rows: ") + rows.error()));
        return;
    }
    for (const Match &row : *rows) {
        if (failed() || m_content.effort().isSpent())
            return;
        if (m_harvest.records.size() == mostRecords || m_bytesLeft <= 0) {
            m_content.note(QStringLiteral("only the first %1 records are taken")
                               .arg(m_harvest.records.size()));
            return;
        }
        if (row.node)
            m_rows.insert(row.node, m_harvest.records.size());
        makeRecord(&row);
    }
}

void Harvester::makeRecord(const Match *row)
{
    item::Record record(m_plan.columns.size(), item::Value());
    for (const FieldRule &field : m_rule.fields) {
        auto value = valueOfField(field, row);
        if (!value)
            return;
        record[field.column] = std::move(*value);
    }
    addCarried(record);
    m_harvest.records.append(std::move(record));
}

QList<item::Value> Harvester::found(const FieldRule &field, const Match *row)
{
    const qsizetype most = field.firstIsEnough ? 1 : mostRecords;
    const auto matches = field.selector.select(m_content, row, most);
    if (!matches) {
        fail(badPage(QStringLiteral("field \"%1\": %2").arg(field.name, matches.error())));
        return {};
    }
    const qint64 since = Effort::now();
    QList<item::Value> values;
    for (const Match &match : *matches) {
        const auto before = values.size();
        if (field.makesUrls && match.node) {
            for (const QString &url : urlsOf(match))
                values.append(url);
        } else {
            values.append(valueOf(match));
        }
        for (auto i = before; i < values.size(); ++i)
            m_bytesLeft -= jsonSize(values[i], m_bytesLeft + 1);
        if (m_bytesLeft <= 0) {
            m_content.note(
                QStringLiteral("only the first %1 MB are taken").arg(mostRecordBytes >> 20));
            break;
        }
    }
    m_content.effort().use(Effort::now() - since);
    return values;
}

std::optional<item::Value> Harvester::valueOfField(const FieldRule &field, const Match *row)
{
    QList<item::Value> values;
    if (row && field.selector.ignoresScope()) {
        auto known = m_ofPage.constFind(&field);
        if (known == m_ofPage.constEnd())
            known = m_ofPage.insert(&field, found(field, row));
        values = *known;
    } else {
        values = found(field, row);
    }
    if (failed())
        return std::nullopt;
    auto result =
        field.steps.apply(std::move(values), field.all, {m_content.base()}, m_content.effort());
    if (result)
        return std::move(*result);
    fail({.reason = result.error().reason,
          .detail = QStringLiteral("%1 %2").arg(field.name, result.error().what)});
    return std::nullopt;
}

void Harvester::addCarried(item::Record &record) const
{
    for (auto it = m_carried.begin(); it != m_carried.end(); ++it) {
        const qsizetype column = m_plan.columns.indexOf(it.key());
        if (column >= 0 && record[column].isNull())
            record[column] = *it;
    }
}

void Harvester::findLinks()
{
    const Carriage carriage{.columns = m_plan.columns,
                            .carried = m_carried,
                            .records = &m_harvest.records,
                            .rows = std::move(m_rows),
                            .hasRows = m_rule.rows.has_value()};
    LinkFinder finder(m_content, m_plan.nofollow, carriage);
    for (const FollowRule &rule : m_rule.follow) {
        if (const auto added = finder.add(rule); !added)
            fail(badPage(QStringLiteral("links: ") + added.error()));
    }
    m_harvest.links += finder.take();
}

} // namespace trawl::extract

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/namer.h"

#include "item/record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace trawl::engine {

namespace {

QString fieldText(const item::Value &value)
{
    if (value.isArray()) {
        QStringList texts;
        for (const auto &each : value.toArray())
            texts.append(fieldText(each));
        return texts.join(u' ');
    }
    return value.toVariant().toString();
}

std::function<QString(const QString &)> fieldsOf(const QByteArray &record,
                                                 const QStringList &columns)
{
    return [values = QJsonDocument::fromJson(record).array(), columns](const QString &name) {
        return fieldText(values.at(columns.indexOf(name)));
    };
}

std::function<QString(const QString &)> carriedFields(const QByteArray &carried)
{
    return [values = QJsonDocument::fromJson(carried).object()](const QString &name) {
        return fieldText(values.value(name));
    };
}

} // namespace

// Compiled anew only when the job's template has changed. One that cannot be read was refused when
// the job was made; from a damaged session it counts as none.
const naming::NameTemplate &Namer::templateOf(const Job &job)
{
    const auto index = std::size_t(int(job.row.id) - 1);
    if (index >= m_templates.size())
        m_templates.resize(index + 1);
    auto &compiled = m_templates[index];
    if (compiled.text != job.options.nameTemplate) {
        compiled.text = job.options.nameTemplate;
        compiled.rule =
            naming::NameTemplate::compile(compiled.text).value_or(naming::NameTemplate());
    }
    return compiled.rule;
}

naming::NameInput Namer::inputFor(item::ItemId id, const Job &job) const
{
    const auto &wishes = m_state.items.options(id);
    naming::NameInput input;
    input.name = wishes.name;
    input.folder = wishes.folder;
    input.index = m_state.items.numberInJob(id);
    input.job = job.row.name;
    return input;
}

QString Namer::name(item::ItemId id, const item::Outcome &outcome, const QByteArray &record)
{
    const auto &job = m_state.jobs.job(m_state.items.job(id));
    auto input = inputFor(id, job);
    input.head = outcome.head;
    input.url = outcome.finalUrl;
    input.dateMs = outcome.startedMs;
    if (!record.isEmpty())
        input.field = fieldsOf(record, job.options.recipe.columns());
    else if (const auto carried = m_state.items.carried(id); !carried.isEmpty())
        input.field = carriedFields(carried); // a file that gives no record is named by its page's
    return templateOf(job).path(input);
}

// Most names without an extension get that of a page once the type is known.
QStringList Namer::likelyNames(item::ItemId id, qint64 nowMs)
{
    const auto &job = m_state.jobs.job(m_state.items.job(id));
    const auto &rule = templateOf(job);
    if (rule.needsFields())
        return {};
    auto input = inputFor(id, job);
    input.url = m_state.items.url(id).toByteArray();
    input.dateMs = nowMs;
    QStringList names{rule.path(input)};
    input.head.mime = QByteArrayLiteral("text/html");
    const auto page = rule.path(input);
    if (page != names.first())
        names.append(page);
    return names;
}

} // namespace trawl::engine

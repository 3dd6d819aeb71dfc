// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/namer.h"

#include "item/record.h"
#include "naming/filename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <xxhash.h>

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
Namer::Compiled &Namer::templateOf(const Job &job)
{
    const auto index = std::size_t(int(job.row.id) - 1);
    if (index >= m_templates.size())
        m_templates.resize(index + 1);
    auto &compiled = m_templates[index];
    if (compiled.text != job.options.nameTemplate) {
        compiled.text = job.options.nameTemplate;
        compiled.rule =
            naming::NameTemplate::compile(compiled.text).value_or(naming::NameTemplate());
        compiled.same = {};
    }
    return compiled;
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

quint64 Namer::digest(item::ItemId id, const Job &job, const naming::NameTemplate &rule) const
{
    const auto &row = m_state.items.row(id);
    if (!job.options.saves(m_state.items.place(id).page) || !row.isFetchable() ||
        row.reason == item::Reason::Duplicate)
        return 0;
    const auto &wishes = m_state.items.options(id);
    auto input = inputFor(id, job);
    input.url = m_state.items.url(id).toByteArray();
    const bool isUrls = rule.isName() && wishes.name.isEmpty() && wishes.folder.isEmpty();
    const auto path = (isUrls ? naming::fileName(input.url, {}) : rule.path(input)).toUtf8();
    return XXH3_64bits(path.constData(), std::size_t(path.size()));
}

int Namer::sameBefore(item::ItemId id, const Job &job, Compiled &names)
{
    if (!names.rule.isOfList())
        return 0;
    return names.same.before(m_state.items, id,
                             [&](item::ItemId each) { return digest(each, job, names.rule); });
}

// Numbered by the list only where the name is the URL's: what a redirect or the response makes of
// it is known when it comes.
WantedName Namer::name(item::ItemId id, const item::Outcome &outcome, const QByteArray &record)
{
    const auto &job = m_state.jobs.job(m_state.items.job(id));
    auto &names = templateOf(job);
    auto input = inputFor(id, job);
    input.head = outcome.head;
    const bool hasMirrors = !m_state.items.options(id).mirrors.isEmpty(); // of other names
    input.url = hasMirrors ? m_state.items.url(id).toByteArray() : outcome.finalUrl;
    input.dateMs = outcome.startedMs;
    if (!record.isEmpty())
        input.field = fieldsOf(record, job.options.recipe.columns());
    else if (const auto carried = m_state.items.carried(id); !carried.isEmpty())
        input.field = carriedFields(carried); // a file that gives no record is named by its page's
    const auto path = names.rule.path(input);
    const int before = sameBefore(id, job, names);
    if (before == 0)
        return {path, 0};
    input.url = m_state.items.url(id).toByteArray();
    input.head.contentDisposition.clear();
    return {path, path == names.rule.path(input) ? before : 0};
}

QString Namer::likelyName(item::ItemId id, qint64 nowMs, const QByteArray &mime)
{
    const auto &job = m_state.jobs.job(m_state.items.job(id));
    auto &names = templateOf(job);
    if (names.rule.needsFields())
        return {};
    auto input = inputFor(id, job);
    input.url = m_state.items.url(id).toByteArray();
    input.head.mime = mime;
    input.dateMs = nowMs;
    return naming::numbered(names.rule.path(input), sameBefore(id, job, names));
}

} // namespace trawl::engine

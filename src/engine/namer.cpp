// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/namer.h"

#include "item/ascii.h"
#include "item/packed.h"
#include "item/record.h"
#include "naming/filename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

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

/// The name is what stands in the URL, so it need not be made: by far the most.
bool namesItself(QByteArrayView segment)
{
    const auto plain = [](char c) {
        return item::isLetterOrDigit(char16_t(c)) || c == '.' || c == '-' || c == '_';
    };
    constexpr qsizetype most = 100;
    return !segment.isEmpty() && segment.size() <= most && segment.front() != '.' &&
           segment.back() != '.' && std::all_of(segment.begin(), segment.end(), plain);
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
    if (!job.options.saves(m_state.items.place(id).page))
        return 0;
    const auto url = m_state.items.url(id);
    const auto &wishes = m_state.items.options(id);
    const auto segment = item::lastSegment(url);
    if (rule.isName() && wishes.name.isEmpty() && wishes.folder.isEmpty() && namesItself(segment))
        return XXH3_64bits(segment.data(), std::size_t(segment.size()));
    auto input = inputFor(id, job);
    input.url = url.toByteArray();
    const auto path = rule.path(input).toUtf8();
    return XXH3_64bits(path.constData(), std::size_t(path.size()));
}

int Namer::sameBefore(item::ItemId id, const Job &job, Compiled &names)
{
    if (names.rule.needsFields() || names.rule.isUnique())
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
    input.url = outcome.finalUrl;
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

// Most names without an extension get that of a page once the type is known.
QStringList Namer::likelyNames(item::ItemId id, qint64 nowMs)
{
    const auto &job = m_state.jobs.job(m_state.items.job(id));
    auto &names = templateOf(job);
    if (names.rule.needsFields())
        return {};
    auto input = inputFor(id, job);
    input.url = m_state.items.url(id).toByteArray();
    input.dateMs = nowMs;
    const auto name = names.rule.path(input);
    input.head.mime = QByteArrayLiteral("text/html");
    const auto page = names.rule.path(input);
    const int before = sameBefore(id, job, names);
    QStringList likely{naming::numbered(name, before)};
    if (page != name)
        likely.append(naming::numbered(page, before));
    return likely;
}

} // namespace trawl::engine

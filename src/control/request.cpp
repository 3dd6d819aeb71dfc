// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/request.h"

#include <QJsonArray>

#include <array>

namespace trawl::control {

namespace {

using Text = QLatin1StringView;

constexpr std::array verbs{Text("hello"), Text("add"),    Text("raise"), Text("jobs"),
                           Text("pause"), Text("resume"), Text("retry")};
static_assert(verbs.size() == std::size_t(Verb::Last) + 1);

struct Count
{
    Text name;
    qint64 engine::Counts::*member;
};
constexpr std::array counts{Count{Text("queued"), &engine::Counts::queued},
                            Count{Text("running"), &engine::Counts::running},
                            Count{Text("paused"), &engine::Counts::paused},
                            Count{Text("done"), &engine::Counts::done},
                            Count{Text("failed"), &engine::Counts::failed},
                            Count{Text("skipped"), &engine::Counts::skipped}};

constexpr double largestInteger = 9007199254740991; // 2^53 - 1: what JSON carries

std::optional<Verb> verbFromWord(const QString &word)
{
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        if (word == verbs[i])
            return Verb(i);
    }
    return std::nullopt;
}

std::optional<qint64> positive(const QJsonValue &value)
{
    const auto number = value.toDouble();
    if (!value.isDouble() || number < 1 || number > largestInteger || number != qint64(number))
        return std::nullopt;
    return qint64(number);
}

void putSelection(QJsonObject &json, const engine::Selection &selection)
{
    QJsonArray ids;
    for (const auto id : selection.ids)
        ids.append(qint64(id));
    if (!ids.isEmpty())
        json.insert(Text("ids"), ids);
    if (selection.job)
        json.insert(Text("job"), int(*selection.job));
    // Not by its word: an export has none for what runs.
    if (selection.status)
        json.insert(Text("status"), int(*selection.status));
    if (selection.reason)
        json.insert(Text("reason"), int(*selection.reason));
    if (selection.code > 0)
        json.insert(Text("code"), selection.code);
}

/// Reads one request; the first thing that is wrong is kept.
class Reader
{
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {
    }

    tl::expected<Request, QString> read()
    {
        Request request;
        const auto verb = verbFromWord(m_json.value(Text("do")).toString());
        if (!verb)
            return tl::unexpected(QStringLiteral("unknown request"));
        request.verb = *verb;
        request.text = text("text");
        request.activation = text("activation");
        request.files = files();
        request.selection = selection();
        if (!m_wrong.isEmpty())
            return tl::unexpected(m_wrong);
        return request;
    }

private:
    [[nodiscard]] QString text(const char *name)
    {
        const auto value = m_json.value(Text(name));
        expect(value.isUndefined() || value.isString(), name);
        return value.toString();
    }
    QStringList files()
    {
        QStringList paths;
        const auto array = list("files");
        for (const auto &value : array) {
            expect(value.toString().startsWith(u'/'), "files");
            paths << value.toString();
        }
        return paths;
    }
    engine::Selection selection()
    {
        engine::Selection chosen;
        const auto array = list("ids");
        for (const auto &value : array)
            chosen.ids.append(item::ItemId(check(positive(value), "ids").value_or(1)));
        if (const auto job = number("job", std::numeric_limits<qint32>::max()))
            chosen.job = item::JobId(int(*job));
        if (const auto status = number("status", qint64(item::Status::Last)))
            chosen.status = item::Status(*status);
        if (const auto reason = number("reason", qint64(item::Reason::Last)))
            chosen.reason = item::Reason(*reason);
        chosen.code = int(number("code", 999).value_or(0));
        return chosen;
    }

    QJsonArray list(const char *name)
    {
        const auto value = m_json.value(Text(name));
        expect(value.isUndefined() || value.isArray(), name);
        return value.toArray();
    }
    /// 0 … most, or none.
    std::optional<qint64> number(const char *name, qint64 most)
    {
        const auto value = m_json.value(Text(name));
        if (value.isUndefined())
            return std::nullopt;
        const auto found = value.isDouble() && value.toDouble() == 0 ? 0 : positive(value);
        expect(found && *found <= most, name);
        return found;
    }
    template <typename T> std::optional<T> check(std::optional<T> value, const char *name)
    {
        expect(value.has_value(), name);
        return value;
    }
    void expect(bool good, const char *name)
    {
        if (!good && m_wrong.isEmpty())
            m_wrong = QStringLiteral("\"%1\" makes no sense").arg(Text(name));
    }

    const QJsonObject &m_json;
    QString m_wrong;
};

} // namespace

QJsonObject toJson(const Request &request)
{
    QJsonObject json{{Text("do"), verbs[std::size_t(request.verb)]}};
    putSelection(json, request.selection);
    if (!request.files.isEmpty())
        json.insert(Text("files"), QJsonArray::fromStringList(request.files));
    if (!request.text.isEmpty())
        json.insert(Text("text"), request.text);
    if (!request.activation.isEmpty())
        json.insert(Text("activation"), request.activation);
    return json;
}

tl::expected<Request, QString> requestFromJson(const QJsonObject &json)
{
    return Reader(json).read();
}

QJsonObject toJson(const engine::JobState &job)
{
    QJsonObject items;
    for (const auto &count : counts)
        items.insert(count.name, job.counts.*count.member);
    return {{Text("job"), int(job.id)},
            {Text("name"), job.name},
            {Text("directory"), job.directory},
            {Text("paused"), job.paused},
            {Text("reading"), job.importing},
            {Text("total"), job.counts.total()},
            {Text("counts"), items}};
}

engine::JobState jobFromJson(const QJsonObject &json)
{
    engine::JobState job;
    job.id = item::JobId(json.value(Text("job")).toInt());
    job.name = json.value(Text("name")).toString();
    job.directory = json.value(Text("directory")).toString();
    job.paused = json.value(Text("paused")).toBool();
    job.importing = json.value(Text("reading")).toBool();
    const auto items = json.value(Text("counts")).toObject();
    for (const auto &count : counts)
        job.counts.*count.member = items.value(count.name).toInteger();
    return job;
}

QJsonObject refusal(const QString &text)
{
    return {{Text("error"), text}};
}

} // namespace trawl::control

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settings.h"

#include "desktop/mnemonic.h"
#include "engine/engine.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace trawl::desktop {

namespace {

/// QVariant takes any text for true.
std::optional<QVariant> readBool(const QVariant &stored)
{
    if (stored.metaType() == QMetaType::fromType<bool>())
        return stored;
    const auto text = stored.toString();
    if (text == u"true" || text == u"false")
        return text == u"true";
    return std::nullopt;
}

std::optional<QVariant> readNumber(const SettingInfo &info, const QVariant &stored)
{
    bool ok = false;
    const auto number = stored.toString().toInt(&ok);
    return ok && number >= info.least && number <= info.most ? std::optional<QVariant>(number)
                                                             : std::nullopt;
}

std::optional<QVariant> readBytes(const QVariant &stored)
{
    const auto bytes = engine::parseRate(stored.toString());
    return bytes ? std::optional<QVariant>(*bytes) : std::nullopt;
}

std::optional<QVariant> readText(const SettingInfo &info, const QVariant &stored)
{
    if (!stored.canConvert<QString>() || stored.metaType() == QMetaType::fromType<QStringList>())
        return std::nullopt;
    const auto text = stored.toString();
    const auto isWord = [&] {
        return std::ranges::find(info.choices, text, &SettingChoice::word) != info.choices.end();
    };
    const bool fits = info.kind == SettingKind::Choice   ? isWord()
                      : info.kind == SettingKind::Folder ? QDir::isAbsolutePath(text)
                      : info.kind == SettingKind::Schedule
                          ? engine::Schedule::parse(text).has_value()
                      : info.problem ? info.problem(text).isEmpty()
                                     : true;
    return fits ? std::optional<QVariant>(text) : std::nullopt;
}

std::optional<QVariant> readRemembered(const SettingInfo &info, const QVariant &stored)
{
    const auto type = info.fallback().metaType();
    if (type == QMetaType::fromType<bool>())
        return readBool(stored);
    auto value = stored;
    return value.convert(type) ? std::optional(value) : std::nullopt;
}

} // namespace

Settings::Settings(QSettings &store, QObject *parent)
    : QObject(parent)
    , m_store(&store)
{
}

const SettingInfo &Settings::info(Setting setting)
{
    return table()[std::size_t(setting)];
}

QString Settings::name(Setting setting)
{
    return info(setting).name;
}

QString Settings::label(Setting setting)
{
    const auto *label = info(setting).label;
    return label ? withoutMnemonic(tr(label)) : name(setting);
}

std::optional<QVariant> Settings::read(const SettingInfo &info, const QVariant &stored)
{
    switch (info.kind) {
    case SettingKind::Remembered:
        return readRemembered(info, stored);
    case SettingKind::Bool:
        return readBool(stored);
    case SettingKind::Number:
    case SettingKind::Duration:
        return readNumber(info, stored);
    case SettingKind::Rate:
    case SettingKind::Size:
        return readBytes(stored);
    case SettingKind::Choice:
    case SettingKind::Folder:
    case SettingKind::Text:
    case SettingKind::Command:
    case SettingKind::Schedule:
        return readText(info, stored);
    }
    return std::nullopt;
}

QVariant Settings::presetOf(const engine::Option &option, const QString &text)
{
    switch (option.info.kind) {
    case item::OptionKind::Switch:
        return text == u"on";
    case item::OptionKind::Count:
    case item::OptionKind::Seconds:
        return text.toInt();
    case item::OptionKind::Rate:
    case item::OptionKind::Size:
        return engine::parseRate(text).value_or(0);
    case item::OptionKind::Field: // an empty one is the usual
        return text == engine::usualText(option) ? QString() : text;
    default:
        return text;
    }
}

QString Settings::optionText(const engine::Option &option, const QVariant &preset)
{
    if (option.info.kind == item::OptionKind::Switch)
        return preset.toBool() ? QStringLiteral("on") : QStringLiteral("off");
    if (option.info.kind != item::OptionKind::Field)
        return preset.toString();
    const auto text = preset.toString().trimmed();
    return text.isEmpty() ? engine::usualText(option) : text;
}

QVariant Settings::value(Setting setting) const
{
    const auto &row = info(setting);
    const auto stored = m_store->value(row.name);
    if (!stored.isValid())
        return row.fallback();
    const auto value = read(row, stored);
    return value ? *value : row.fallback();
}

int Settings::chosen(Setting setting) const
{
    const auto &choices = info(setting).choices;
    const auto word = get<QString>(setting);
    return int(std::ranges::find(choices, word, &SettingChoice::word) - choices.begin());
}

void Settings::set(Setting setting, const QVariant &value)
{
    if (m_store->contains(name(setting)) && this->value(setting) == value)
        return;
    m_store->setValue(name(setting), value);
    Q_EMIT changed(setting);
}

void Settings::setChoice(Setting setting, int index)
{
    set(setting, QString(info(setting).choices[std::size_t(index)].word));
}

void Settings::remember(Setting setting, const QString &entry)
{
    constexpr qsizetype most = 8;
    auto entries = get<QStringList>(setting);
    entries.removeAll(entry);
    entries.prepend(entry);
    set(setting, entries.mid(0, most));
}

QStringList Settings::setAsideUnreadable()
{
    QStringList sentences;
    for (const auto &row : table()) {
        const auto stored = m_store->value(row.name);
        if (!stored.isValid() || read(row, stored))
            continue;
        m_store->setValue(QStringLiteral("unreadable/") + row.name, stored);
        m_store->remove(row.name);
        sentences << tr("The setting “%1” could not be read and is as usual again; what it was, "
                        "“%2”, is kept in %3.")
                         .arg(label(row.setting), stored.toStringList().join(u' '),
                              QDir::toNativeSeparators(m_store->fileName()));
    }
    // Sections are read when they are first asked for.
    if (m_store->status() == QSettings::FormatError)
        sentences << copyDamagedFile();
    return sentences;
}

QString Settings::copyDamagedFile() const
{
    const auto file = m_store->fileName();
    const auto copy = file + QStringLiteral(".damaged");
    QFile::remove(copy);
    QFile::copy(file, copy);
    return tr("%1 is damaged: settings may be missing. A copy of it is kept as %2.")
        .arg(QDir::toNativeSeparators(file), QFileInfo(copy).fileName());
}

} // namespace trawl::desktop

#include "moc_settings.cpp"

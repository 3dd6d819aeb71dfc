// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settinginfo.h"

#include <QObject>
#include <QSettings>

#include <optional>

namespace trawl::desktop {

/// Typed reading and writing of the settings in a store that the composition root gives. A value
/// that cannot be read counts as none.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QSettings &store, QObject *parent = nullptr);

    /// One row a setting, in the order of the enum.
    [[nodiscard]] static std::span<const SettingInfo> table();
    [[nodiscard]] static const SettingInfo &info(Setting setting);
    /// "window/geometry"
    [[nodiscard]] static QString name(Setting setting);
    /// The label without its mnemonic; the name of one that is only remembered.
    [[nodiscard]] static QString label(Setting setting);
    /// The stored value as what it should be; nullopt = it is no such thing.
    [[nodiscard]] static std::optional<QVariant> read(const SettingInfo &info,
                                                      const QVariant &stored);

    /// What an option's text is as the value of its setting, and back.
    [[nodiscard]] static QVariant presetOf(const engine::Option &option, const QString &text);
    [[nodiscard]] static QString optionText(const engine::Option &option, const QVariant &preset);

    [[nodiscard]] QVariant value(Setting setting) const;
    template <typename T> [[nodiscard]] T get(Setting setting) const
    {
        return qvariant_cast<T>(value(setting));
    }
    /// Of a choice, by the place of its word.
    template <typename E> [[nodiscard]] E choice(Setting setting) const
    {
        return E(chosen(setting));
    }
    void set(Setting setting, const QVariant &value);
    void setChoice(Setting setting, int index);
    /// Puts `entry` at the head of a list of the eight latest.
    void remember(Setting setting, const QString &entry);

    /// Moves what cannot be read to keys under "unreadable/", where a person finds it again, and
    /// gives a sentence about it; a file that is damaged as a whole is copied beside itself. Empty
    /// when all is well, and so the next time.
    [[nodiscard]] QStringList setAsideUnreadable();

Q_SIGNALS:
    /// Through this object only.
    void changed(trawl::desktop::Setting setting);

private:
    [[nodiscard]] int chosen(Setting setting) const;
    [[nodiscard]] QString copyDamagedFile() const;

    QSettings *m_store;
};

} // namespace trawl::desktop

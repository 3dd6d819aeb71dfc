// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/settings.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace trawl::desktop {

/// A speed or a size as a number and its unit; 0 has a name of its own.
class BytesEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Of { Rate, Size }; // lupdate 6.8 loses its way where an enum has a type
    BytesEdit(Of of, const QString &zero, QWidget *parent = nullptr);

    void setBytes(qint64 bytes);
    [[nodiscard]] qint64 bytes() const;
    /// Of both of its fields.
    void setNames(const QString &name, const QString &toolTip);

Q_SIGNALS:
    void edited();

private:
    QDoubleSpinBox *m_number;
    QComboBox *m_unit;
};

/// The control by which a person sets one setting, made from its row of the table; what is wrong
/// with the value stands below it.
class SettingEditor : public QWidget
{
    Q_OBJECT

public:
    SettingEditor(const SettingInfo &info, const Prompts &prompts, QWidget *parent = nullptr);

    [[nodiscard]] const SettingInfo &info() const { return m_info; }
    [[nodiscard]] QVariant value() const { return m_value(); }
    void setValue(const QVariant &value);
    /// A sentence; empty = the value may be stored.
    [[nodiscard]] QString problem() const;
    /// Greys it and says why; an empty reason does so without a word.
    void setUnavailable(const QString &reason);
    /// What a label's mnemonic gives the keyboard to.
    [[nodiscard]] QWidget *control() const { return m_control; }
    /// Its label and help hold all words of the search.
    [[nodiscard]] bool matches(const QString &search) const;

Q_SIGNALS:
    void edited();

private:
    QWidget *makeControl(const Prompts &prompts);
    QWidget *makeCheckBox();
    QWidget *makeSpinBox();
    QWidget *makeBytesEdit();
    QWidget *makeComboBox();
    QWidget *makeLineEdit();
    QWidget *makeFolderEdit(const Prompts &prompts);
    void showProblem();

    const SettingInfo &m_info;
    QWidget *m_control = nullptr;
    QLabel *m_below;
    std::function<QVariant()> m_value;
    std::function<void(const QVariant &)> m_setValue;
};

} // namespace trawl::desktop

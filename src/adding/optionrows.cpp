// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/optionrows.h"

#include "adding/jobsettingsdialog.h"
#include "desktop/mnemonic.h"
#include "desktop/settingproblems.h"
#include "desktop/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace trawl::adding {

using item::OptionKind;

namespace {

engine::OptionOwners ownersOf(engine::JobOptions &options)
{
    return {nullptr, &options, &options.transfer};
}

QString widgetName(const item::OptionInfo &info)
{
    return QString::fromLatin1(info.dialog.widget ? info.dialog.widget : info.key);
}

QString translated(const char *text)
{
    return text ? JobSettingsDialog::tr(text) : QString();
}

/// The label is as a sentence goes on behind it.
QString nameIn(const QString &label)
{
    return desktop::withoutMnemonic(label).remove(u':').remove(u'：');
}

} // namespace

OptionRows::OptionRows(const engine::JobOptions &options, const desktop::Prompts &prompts,
                       QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_prompts(prompts)
{
}

void OptionRows::add(const engine::Option &option, QGridLayout *form)
{
    auto *editor = addEditor(option, form);
    setText(option, editor);
    m_rows.push_back({&option, editor, {}});
    m_rows.back().before = textOf(m_rows.back());
}

void OptionRows::place(QGridLayout *form, QWidget *field, const QString &label)
{
    const int row = form->rowCount();
    if (!label.isEmpty()) {
        auto *text = new QLabel(label);
        text->setObjectName(field->objectName() + QStringLiteral("Label"));
        text->setBuddy(field);
        form->addWidget(text, row, 0);
    }
    form->addWidget(field, row, 1);
}

QLineEdit *OptionRows::placeLine(QGridLayout *form, const QString &name, const QString &label)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    place(form, line, label);
    connect(line, &QLineEdit::textChanged, this, &OptionRows::edited);
    return line;
}

QLineEdit *OptionRows::placeFile(QGridLayout *form, const QString &name, const QString &label)
{
    auto *line = placeLine(form, name, label);
    auto *button = new QToolButton;
    button->setObjectName(name + QStringLiteral("Browse"));
    button->setText(QStringLiteral("…"));
    const auto title = nameIn(label);
    button->setAccessibleName(JobSettingsDialog::tr("Choose a file: %1").arg(title));
    button->setToolTip(button->accessibleName());
    connect(button, &QToolButton::clicked, this, [this, line, title] {
        if (const auto file = m_prompts.openFile(line, title); !file.isEmpty())
            line->setText(file);
    });
    auto *both = new QHBoxLayout;
    const int row = form->rowCount() - 1;
    form->removeWidget(line);
    form->addLayout(both, row, 1);
    both->addWidget(line);
    both->addWidget(button);
    return line;
}

QWidget *OptionRows::addEditor(const engine::Option &option, QGridLayout *form)
{
    const auto &info = option.info;
    const auto name = widgetName(info);
    const auto label = translated(info.dialog.label);
    QWidget *editor = nullptr;
    if (info.kind == OptionKind::Switch) {
        auto *box = new QCheckBox(label);
        connect(box, &QCheckBox::toggled, this, &OptionRows::edited);
        editor = box;
    } else if (info.kind == OptionKind::Count) {
        auto *box = new QSpinBox;
        box->setRange(int(info.least), int(info.most));
        connect(box, &QSpinBox::valueChanged, this, &OptionRows::edited);
        editor = box;
    } else if (info.kind == OptionKind::Choice) {
        auto *box = new QComboBox;
        for (const auto &word : info.words)
            box->addItem(desktop::Settings::tr(word.label), QString(word.word));
        connect(box, &QComboBox::currentIndexChanged, this, &OptionRows::edited);
        editor = box;
    } else {
        auto *line = info.kind == OptionKind::File ? placeFile(form, name, label)
                                                   : placeLine(form, name, label);
        line->setPlaceholderText(translated(info.dialog.placeholder));
        return line;
    }
    editor->setObjectName(name);
    place(form, editor, info.kind == OptionKind::Switch ? QString() : label);
    return editor;
}

void OptionRows::setText(const engine::Option &option, QWidget *editor)
{
    const auto &info = option.info;
    const auto text = option.text(ownersOf(m_options));
    if (auto *check = qobject_cast<QCheckBox *>(editor))
        check->setChecked((text == u"on") == info.command.sets);
    else if (auto *number = qobject_cast<QSpinBox *>(editor))
        number->setValue(text.toInt());
    else if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(choice->findData(text));
    else
        static_cast<QLineEdit *>(editor)->setText(info.zeroIsNone && text == u"0" ? QString()
                                                                                  : text);
}

QString OptionRows::textOf(const Row &row)
{
    if (const auto *check = qobject_cast<QCheckBox *>(row.editor))
        return check->isChecked() == row.option->info.command.sets ? QStringLiteral("on")
                                                                   : QStringLiteral("off");
    if (const auto *number = qobject_cast<QSpinBox *>(row.editor))
        return QString::number(number->value());
    if (const auto *choice = qobject_cast<QComboBox *>(row.editor))
        return choice->currentData().toString();
    return static_cast<QLineEdit *>(row.editor)->text().trimmed();
}

bool OptionRows::take(const Row &row, engine::JobOptions &options)
{
    const auto &option = *row.option;
    const auto text = textOf(row);
    const bool usual = option.info.kind == OptionKind::Field && text.isEmpty();
    return option.take(ownersOf(options), usual ? engine::usualText(option) : text, option.info);
}

void OptionRows::takeInto(engine::JobOptions &options) const
{
    for (const auto &row : m_rows) {
        if (textOf(row) != row.before)
            (void)take(row, options);
    }
}

QString OptionRows::problem() const
{
    engine::JobOptions scratch;
    for (const auto &row : m_rows) {
        const auto text = textOf(row);
        if (text == row.before)
            continue;
        auto why = desktop::SettingProblems::of(row.option->info.kind, text);
        if (why.isEmpty() && !take(row, scratch))
            why = whyNot(*row.option);
        if (!why.isEmpty())
            return JobSettingsDialog::tr("%1: %2").arg(
                nameIn(translated(row.option->info.dialog.label)), why);
    }
    return {};
}

void OptionRows::showSecrets(bool shown)
{
    for (const auto &row : m_rows) {
        auto *line = qobject_cast<QLineEdit *>(row.editor);
        if (!shown && row.option->info.kind == OptionKind::Token)
            line->setEchoMode(QLineEdit::Password);
        else if (!shown && row.option->info.kind == OptionKind::Proxy &&
                 line->text().contains(u'@'))
            line->setEchoMode(QLineEdit::PasswordEchoOnEdit);
        else if (line)
            line->setEchoMode(QLineEdit::Normal);
    }
}

QString OptionRows::whyNot(const engine::Option &option)
{
    switch (option.info.kind) {
    case OptionKind::Rate:
    case OptionKind::Size:
        return JobSettingsDialog::tr("a number of bytes is needed, like 500k or 1.5M");
    case OptionKind::Seconds:
        return JobSettingsDialog::tr("a number of seconds is needed, like 0.5 or 30");
    case OptionKind::Codes:
        return JobSettingsDialog::tr("codes with commas between are needed, like 429,503");
    case OptionKind::Token:
        return JobSettingsDialog::tr("this is no token");
    case OptionKind::Proxy:
        return JobSettingsDialog::tr("“system” is needed, or an address that begins with http://, "
                                     "https:// or socks5://");
    default: // whatever its editor lets in is a value
        return {};
    }
}

} // namespace trawl::adding

#include "moc_optionrows.cpp"

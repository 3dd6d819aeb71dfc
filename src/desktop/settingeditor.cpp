// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settingeditor.h"

#include "desktop/schedulewords.h"
#include "models/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace trawl::desktop {

using models::Texts;

BytesEdit::BytesEdit(Of of, const QString &zero, QWidget *parent)
    : QWidget(parent)
    , m_number(new QDoubleSpinBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setRange(0, 99'999);
    m_number->setDecimals(1);
    m_number->setSpecialValueText(zero);
    const auto step = qint64(Texts::unitStep());
    for (const auto factor : {step, step * step})
        m_unit->addItem(of == Of::Rate ? Texts::unitOfRate(factor) : Texts::unitOfBytes(factor),
                        factor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_number, 1);
    layout->addWidget(m_unit);
    setFocusProxy(m_number);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &BytesEdit::edited);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &BytesEdit::edited);
}

void BytesEdit::setBytes(qint64 bytes)
{
    const QSignalBlocker silence(this);
    const auto larger = m_unit->count() - 1;
    m_unit->setCurrentIndex(bytes >= m_unit->itemData(larger).toLongLong() || bytes == 0 ? larger
                                                                                         : 0);
    m_number->setValue(double(bytes) / double(m_unit->currentData().toLongLong()));
}

qint64 BytesEdit::bytes() const
{
    return qRound64(m_number->value() * double(m_unit->currentData().toLongLong()));
}

void BytesEdit::setNames(const QString &name, const QString &toolTip)
{
    m_number->setAccessibleName(name);
    m_unit->setAccessibleName(tr("%1: unit").arg(name));
    m_number->setToolTip(toolTip);
    m_unit->setToolTip(toolTip);
}

SettingEditor::SettingEditor(const SettingInfo &info, const Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_below(new QLabel(this))
{
    setObjectName(QString(info.name));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_control = makeControl(prompts);
    m_control->setToolTip(Settings::tr(info.help));
    m_control->setAccessibleDescription(Settings::tr(info.help));
    layout->addWidget(m_control);
    m_below->setWordWrap(true);
    m_below->setTextFormat(Qt::PlainText);
    m_below->hide();
    layout->addWidget(m_below);
    connect(this, &SettingEditor::edited, this, &SettingEditor::showProblem);
}

void SettingEditor::setValue(const QVariant &value)
{
    {
        const QSignalBlocker silence(this);
        m_setValue(value);
    }
    showProblem();
}

QString SettingEditor::problem() const
{
    if (m_info.kind == SettingKind::Schedule) {
        const auto *line = static_cast<const QLineEdit *>(m_control);
        const auto parsed = ScheduleWords::parse(line->text());
        return parsed ? QString() : parsed.error();
    }
    const auto text = value().toString();
    if (m_info.kind == SettingKind::Folder && !QDir::isAbsolutePath(text))
        return tr("A folder's path begins with “/”.");
    return m_info.problem ? m_info.problem(text) : QString();
}

void SettingEditor::setUnavailable(const QString &reason)
{
    m_control->setEnabled(false);
    m_below->setText(reason);
    m_below->setVisible(!reason.isEmpty());
}

bool SettingEditor::matches(const QString &search) const
{
    const QString text = Settings::label(m_info.setting) + u' ' + Settings::tr(m_info.help);
    const auto words = search.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QWidget *SettingEditor::makeControl(const Prompts &prompts)
{
    switch (m_info.kind) {
    case SettingKind::Bool:
        return makeCheckBox();
    case SettingKind::Number:
    case SettingKind::Duration:
        return makeSpinBox();
    case SettingKind::Rate:
    case SettingKind::Size:
        return makeBytesEdit();
    case SettingKind::Choice:
        return makeComboBox();
    case SettingKind::Folder:
        return makeFolderEdit(prompts);
    case SettingKind::Remembered:
    case SettingKind::Text:
    case SettingKind::Command:
    case SettingKind::Schedule:
        break;
    }
    return makeLineEdit();
}

QWidget *SettingEditor::makeCheckBox()
{
    auto *box = new QCheckBox(Settings::tr(m_info.label), this);
    m_value = [box] { return box->isChecked(); };
    m_setValue = [box](const QVariant &value) { box->setChecked(value.toBool()); };
    connect(box, &QCheckBox::toggled, this, &SettingEditor::edited);
    return box;
}

QWidget *SettingEditor::makeSpinBox()
{
    auto *box = new QSpinBox(this);
    box->setRange(m_info.least, m_info.most);
    box->setAccessibleName(Settings::label(m_info.setting));
    if (m_info.zero)
        box->setSpecialValueText(Settings::tr(m_info.zero));
    if (m_info.kind == SettingKind::Duration)
        box->setSuffix(tr(" s", "seconds"));
    m_value = [box] { return box->value(); };
    m_setValue = [box](const QVariant &value) { box->setValue(value.toInt()); };
    connect(box, &QSpinBox::valueChanged, this, &SettingEditor::edited);
    return box;
}

QWidget *SettingEditor::makeBytesEdit()
{
    auto *edit =
        new BytesEdit(m_info.kind == SettingKind::Rate ? BytesEdit::Of::Rate : BytesEdit::Of::Size,
                      Settings::tr(m_info.zero), this);
    edit->setNames(Settings::label(m_info.setting), Settings::tr(m_info.help));
    m_value = [edit] { return edit->bytes(); };
    m_setValue = [edit](const QVariant &value) { edit->setBytes(value.toLongLong()); };
    connect(edit, &BytesEdit::edited, this, &SettingEditor::edited);
    return edit;
}

QWidget *SettingEditor::makeComboBox()
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(Settings::label(m_info.setting));
    for (const auto &choice : m_info.choices)
        box->addItem(Settings::tr(choice.label), QString(choice.word));
    m_value = [box] { return box->currentData(); };
    m_setValue = [box](const QVariant &value) { box->setCurrentIndex(box->findData(value)); };
    connect(box, &QComboBox::currentIndexChanged, this, &SettingEditor::edited);
    return box;
}

QWidget *SettingEditor::makeLineEdit()
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(Settings::label(m_info.setting));
    if (m_info.placeholder)
        line->setPlaceholderText(Settings::tr(m_info.placeholder));
    if (m_info.kind == SettingKind::Schedule) {
        m_value = [line] { return ScheduleWords::parse(line->text()).value_or(QString()); };
        m_setValue = [line](const QVariant &value) {
            line->setText(ScheduleWords::from(value.toString()));
        };
    } else {
        m_value = [line] { return line->text().trimmed(); };
        m_setValue = [line](const QVariant &value) { line->setText(value.toString()); };
    }
    connect(line, &QLineEdit::textChanged, this, &SettingEditor::edited);
    return line;
}

QWidget *SettingEditor::makeFolderEdit(const Prompts &prompts)
{
    auto *edit = new QWidget(this);
    auto *line = new QLineEdit(edit);
    line->setAccessibleName(Settings::label(m_info.setting));
    line->setToolTip(Settings::tr(m_info.help));
    auto *browse = new QPushButton(tr("&Browse…"), edit);
    browse->setAutoDefault(false);
    auto *layout = new QHBoxLayout(edit);
    layout->setContentsMargins({});
    layout->addWidget(line, 1);
    layout->addWidget(browse);
    edit->setFocusProxy(line);
    m_value = [line] { return QDir::cleanPath(QDir::fromNativeSeparators(line->text())); };
    m_setValue = [line](const QVariant &value) {
        line->setText(QDir::toNativeSeparators(value.toString()));
    };
    connect(line, &QLineEdit::textChanged, this, &SettingEditor::edited);
    connect(browse, &QPushButton::clicked, this, [this, line, &prompts] {
        const auto folder = prompts.chooseFolder(this, line->text());
        if (!folder.isEmpty())
            line->setText(QDir::toNativeSeparators(folder));
    });
    return edit;
}

void SettingEditor::showProblem()
{
    const auto text = problem();
    m_below->setText(text);
    m_below->setVisible(!text.isEmpty());
}

} // namespace trawl::desktop

#include "moc_settingeditor.cpp"

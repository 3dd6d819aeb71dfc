// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bytesedit.h"

#include "models/texts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>

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

} // namespace trawl::desktop

#include "moc_bytesedit.cpp"

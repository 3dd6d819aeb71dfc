// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/rateedit.h"

#include "models/texts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>

namespace trawl::desktop {

using models::Texts;

RateEdit::RateEdit(const QString &zero, QWidget *parent)
    : QWidget(parent)
    , m_number(new QDoubleSpinBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setRange(0, 99'999);
    m_number->setDecimals(1);
    m_number->setSpecialValueText(zero);
    const auto step = qint64(Texts::unitStep());
    for (const auto factor : {step, step * step})
        m_unit->addItem(Texts::unitOfRate(factor), factor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_number, 1);
    layout->addWidget(m_unit);
    setFocusProxy(m_number);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &RateEdit::edited);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &RateEdit::edited);
}

void RateEdit::setBytesPerSecond(qint64 rate)
{
    const QSignalBlocker silence(this);
    const auto larger = m_unit->count() - 1;
    m_unit->setCurrentIndex(rate >= m_unit->itemData(larger).toLongLong() || rate == 0 ? larger
                                                                                       : 0);
    m_number->setValue(double(rate) / double(m_unit->currentData().toLongLong()));
}

qint64 RateEdit::bytesPerSecond() const
{
    return qRound64(m_number->value() * double(m_unit->currentData().toLongLong()));
}

void RateEdit::setNames(const QString &name, const QString &toolTip)
{
    m_number->setAccessibleName(name);
    m_unit->setAccessibleName(tr("%1: unit").arg(name));
    m_number->setToolTip(toolTip);
    m_unit->setToolTip(toolTip);
}

} // namespace trawl::desktop

#include "moc_rateedit.cpp"

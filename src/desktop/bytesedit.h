// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace trawl::desktop {

/// A speed or a size as a number and its unit; 0 has a name of its own.
class BytesEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Of : quint8 { Rate, Size };
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

} // namespace trawl::desktop

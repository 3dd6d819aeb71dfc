// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace trawl::windows {

/// A text that can be selected and copied but not changed, as high as it is long. Unlike a QLabel
/// it breaks a long link where there is no space.
class FactText : public QTextEdit
{
    Q_OBJECT

public:
    explicit FactText(QWidget *parent = nullptr);

    /// The same text again leaves the selection as it is.
    void setFact(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void alignToLayout();
};

} // namespace trawl::windows

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace trawl::desktop {

/// A strip at the top of the window for what the person should read; it stays until it is closed
/// or replaced and never takes the keyboard.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const QString &text);
    void showHint(const QString &text);
    [[nodiscard]] QString text() const;

private:
    void showText(const QString &text, QStringView icon);

    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace trawl::desktop

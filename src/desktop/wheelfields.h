// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace trawl::desktop {

/// Lets the mouse's wheel change a field of numbers or choices only while that has the keyboard:
/// who scrolls a page over it means the page, which gets the wheel then. It gives the keyboard to
/// none of them either.
class WheelFields : public QObject
{
    Q_OBJECT

public:
    /// Watches the application from now on.
    explicit WheelFields(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace trawl::desktop

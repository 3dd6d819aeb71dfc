// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace trawl::desktop {

/// Makes each label of the program show its text as it is, if it does not ask for another format by
/// name: what a server or a list says is never taken for HTML, which loads what it names. Tool tips
/// are labels that are left alone (models/plaintip.h).
class PlainLabels : public QObject
{
    Q_OBJECT

public:
    /// Watches the application from now on.
    explicit PlainLabels(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace trawl::desktop

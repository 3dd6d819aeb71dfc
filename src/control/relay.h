// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

namespace trawl::control {

/// Carries an answer from the engine's thread to the server, which may have gone meanwhile.
class AnswerRelay : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void answered(quint64 visitor, const QJsonObject &answer);
};

} // namespace trawl::control

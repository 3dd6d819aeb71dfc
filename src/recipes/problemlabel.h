// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace trawl::recipes {

/// Shows what is wrong in a label of its own, which takes no room while nothing is.
inline void showProblem(QLabel &label, const QString &problem)
{
    label.setText(problem.isEmpty() ? QString() : QStringLiteral("\u26a0 ") + problem);
    label.setVisible(!problem.isEmpty());
}

} // namespace trawl::recipes

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace trawl::naming {

/// Gathers a relative path piece by piece and makes each component safe when it ends.
class PathBuilder
{
public:
    /// Belongs to the component that is open; a '/' in it does not end that.
    void append(QStringView text) { m_open += text; }
    /// Components by themselves, '/' between; the last stays open. One that is no name (empty,
    /// "..") is left out, and so is what is open now if nothing of it is left in the end.
    void appendPath(QStringView path);
    /// What is open was a component of such a path, and so is the next.
    void nextOfPath();
    void endComponent();
    /// The whole path: at least a name, within maxPathDepth and maxPathBytes.
    [[nodiscard]] QString take();

private:
    QString m_open;
    bool m_mayVanish = false;
    QStringList m_components;
};

} // namespace trawl::naming

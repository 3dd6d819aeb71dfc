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
    /// Components by themselves, '/' between; the last stays open. Of a component that has some of
    /// this and of which nothing safe is left, nothing stays.
    void appendPath(QStringView path);
    void endComponent();
    /// The whole path: at least a name, within maxPathDepth and maxPathBytes.
    [[nodiscard]] QString take();

private:
    QString m_open;
    bool m_mayVanish = false;
    QStringList m_components;
};

} // namespace trawl::naming

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/pathbuilder.h"

#include "naming/filename.h"
#include "naming/template.h"

#include <algorithm>

namespace trawl::naming {

namespace {

/// Empty, "." or "..", and all that safeName() makes nothing of.
bool isNoName(QStringView component)
{
    return std::all_of(component.begin(), component.end(),
                       [](QChar c) { return c == u'.' || c.isSpace(); });
}

/// The first directories and the name stay when a path is too deep or too long.
QString bounded(QStringList components)
{
    while (components.size() > maxPathDepth)
        components.removeAt(components.size() - 2);
    QString path = components.join(u'/');
    while (components.size() > 1 && path.toUtf8().size() > maxPathBytes) {
        components.removeAt(components.size() - 2);
        path = components.join(u'/');
    }
    return path;
}

} // namespace

void PathBuilder::appendPath(QStringView path)
{
    m_mayVanish = true;
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/')) {
        if (!isNoName(path.first(slash))) {
            m_open += path.first(slash);
            nextOfPath();
        }
        path = path.sliced(slash + 1);
    }
    if (!isNoName(path))
        m_open += path;
}

void PathBuilder::nextOfPath()
{
    m_mayVanish = true;
    endComponent();
    m_mayVanish = true;
}

void PathBuilder::endComponent()
{
    const QString safe = safeName(m_open);
    if (!safe.isEmpty())
        m_components.append(safe);
    else if (!m_mayVanish)
        m_components.append(QStringLiteral("index"));
    m_open.clear();
    m_mayVanish = false;
}

QString PathBuilder::take()
{
    m_mayVanish = false; // the name itself is always there
    endComponent();
    if (m_components.size() == 1)
        return m_components.takeFirst();
    return bounded(std::move(m_components));
}

} // namespace trawl::naming

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "example/recipe.h"

#include <QFile>

// Outside of namespaces only.
static void initExample()
{
    Q_INIT_RESOURCE(example);
}

namespace trawl::example {

QByteArray recipe()
{
    initExample();
    QFile file(QStringLiteral(":/example/example.toml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace trawl::example

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipefile.h"

#include "exchange/atomicfile.h"

#include <QFile>

namespace trawl::recipes {

namespace {

constexpr qint64 mostBytes = 4 << 20; // as exchange::readRecipe() has it

} // namespace

RecipeFile::RecipeFile(QObject *parent)
    : QObject(parent)
{
}

RecipeFile::~RecipeFile() = default;

void RecipeFile::startReading(const QString &path)
{
    m_work = std::make_unique<desktop::Background>();
    m_work->start([this, path](const std::atomic_bool &) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            Q_EMIT failed(path, file.errorString());
            return;
        }
        const auto text = file.read(mostBytes + 1);
        if (file.error() != QFileDevice::NoError)
            Q_EMIT failed(path, file.errorString());
        else if (text.size() > mostBytes)
            Q_EMIT failed(path, tr("It is larger than 4 MiB: this is no recipe."));
        else
            Q_EMIT read(path, text);
    });
}

void RecipeFile::startWriting(const QString &path, const QByteArray &text)
{
    m_work = std::make_unique<desktop::Background>();
    m_work->start([this, path, text](const std::atomic_bool &) {
        if (const auto done = exchange::writeWhole(path, text))
            Q_EMIT written(path, text);
        else
            Q_EMIT failed(path, done.error().detail);
    });
}

} // namespace trawl::recipes

#include "moc_recipefile.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/background.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace trawl::recipes {

/// Reads and writes the text of a recipe's file on a thread of its own, one after the other. The
/// destructor waits for what is being written.
class RecipeFile : public QObject
{
    Q_OBJECT

public:
    explicit RecipeFile(QObject *parent = nullptr);
    ~RecipeFile() override;

    /// read() or failed() follows; so does written() or failed().
    void startReading(const QString &path);
    void startWriting(const QString &path, const QByteArray &text);

Q_SIGNALS:
    void read(const QString &path, const QByteArray &text);
    void written(const QString &path, const QByteArray &text);
    void failed(const QString &path, const QString &why);

private:
    std::unique_ptr<desktop::Background> m_work;
};

} // namespace trawl::recipes

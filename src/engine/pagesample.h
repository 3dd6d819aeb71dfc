// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <utility>

namespace trawl::engine {

/// A page that was fetched to be looked at, not as an item. Copies share its body, which lies in a
/// file until the last of them goes.
struct PageSample
{
    /// The file, removed at the end.
    class Body
    {
    public:
        explicit Body(QString filePath)
            : m_path(std::move(filePath))
        {
        }
        ~Body() { QFile::remove(m_path); }
        Q_DISABLE_COPY_MOVE(Body)
        [[nodiscard]] const QString &path() const { return m_path; }

    private:
        QString m_path;
    };

    quint64 number = 0; ///< the asker's
    QByteArray url;
    QByteArray finalUrl;
    int code = 0;
    QByteArray contentType;
    qint64 bytes = 0;
    item::Failure failure;            ///< then there is no body
    std::shared_ptr<const Body> body; ///< never null without a failure
};

} // namespace trawl::engine

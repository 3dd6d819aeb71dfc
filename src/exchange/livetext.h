// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/livesink.h"
#include "exchange/textwriter.h"

#include <QFile>

namespace trawl::exchange {

/// CSV, TSV or JSON Lines that grow.
class LiveText : public LiveSink
{
public:
    [[nodiscard]] static tl::expected<std::unique_ptr<LiveSink>, item::Failure>
    open(const QString &path, const ExportOptions &options, qint64 mark);

    [[nodiscard]] tl::expected<qint64, item::Failure>
    append(const QList<item::Result> &rows) override;
    [[nodiscard]] qint64 mark() const override { return m_mark; }

private:
    LiveText(std::unique_ptr<TextWriter> writer, Where where);
    [[nodiscard]] tl::expected<void, item::Failure> openFile(const QString &path, bool anew);
    [[nodiscard]] tl::expected<void, item::Failure> begin(const QString &path);
    [[nodiscard]] tl::expected<void, item::Failure> goOn(qint64 mark);
    [[nodiscard]] tl::expected<void, item::Failure> write(const QByteArray &bytes);

    std::unique_ptr<TextWriter> m_writer;
    Where m_where;
    QFile m_file; ///< holds the descriptor; all else goes by system calls
    qint64 m_mark = 0;
};

} // namespace trawl::exchange

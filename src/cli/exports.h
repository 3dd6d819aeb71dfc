// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"

#include "engine/results.h"
#include "exchange/exporter.h"
#include "exchange/livesink.h"
#include "exchange/where.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace trawl::cli {

/// The files, and standard output, that results go to: some grow as items end, the others are
/// written at the end, each by its format and what was asked for. Every trouble is told of, and
/// keeps no other export away.
class Exports
{
public:
    /// How far an export that grows has come, as the session has it.
    using FindPosition = std::function<std::optional<engine::SinkPosition>(const QString &path)>;
    using KeepPosition = std::function<void(const engine::SinkPosition &)>;

    Exports(const ExportChoice &choice, QString sessionPath)
        : m_choice(choice)
        , m_sessionPath(std::move(sessionPath))
    {
    }

    /// `fields` are the recipe's columns. What is wrong with filter or columns; empty = nothing.
    [[nodiscard]] QString begin(const engine::ResultFilter &filter, const QStringList &fields);

    /// Something is written while the work goes on.
    [[nodiscard]] bool grows() const;
    /// Opens what grows, where an earlier run has left it if that still holds. After begin().
    void openSinks(const FindPosition &find);
    /// Appends what has ended since the last call; the session is told by `keep`, if it is given.
    void advance(const KeepPosition &keep = {});

    /// Writes the rest: the session has all by now.
    void write();
    [[nodiscard]] const QStringList &trouble() const { return m_trouble; }

private:
    struct Sink
    {
        QString path; ///< as it was given
        engine::SinkPosition position;
        std::unique_ptr<exchange::LiveSink> file; ///< null = standard output
        bool broken = false;                      ///< nothing more is tried
    };

    [[nodiscard]] Order orderOf(const QString &path) const;
    [[nodiscard]] bool growsAs(const QString &path) const;
    [[nodiscard]] exchange::ExportOptions optionsFor(const QString &path) const;
    [[nodiscard]] exchange::RowSource rows(std::optional<qint64> after) const;
    void openSink(const QString &path, const FindPosition &find);
    [[nodiscard]] bool stillHolds(const engine::SinkPosition &position) const;
    void advance(Sink &sink, const KeepPosition &keep);
    void append(Sink &sink, const QList<item::Result> &rows, const KeepPosition &keep);
    void writeOut(Sink &sink);
    /// False: it could not be written.
    bool write(const QString &path, const exchange::RowSource &source);
    void note(const QString &path, const item::Failure &failure);

    const ExportChoice m_choice;
    const QString m_sessionPath;
    engine::ResultFilter m_filter;
    QStringList m_fields;
    exchange::Where m_where;
    std::vector<Sink> m_sinks;
    QStringList m_trouble;
};

} // namespace trawl::cli

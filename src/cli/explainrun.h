// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/explain.h"

#include <QByteArray>
#include <QElapsedTimer>

namespace trawl::cli {

/// Answers lines from one descriptor on another until the first ends. What is there is answered
/// before more is waited for. Holds no more than a line and its answer.
class ExplainRun
{
public:
    ExplainRun(const ExplainKind &kind, int in, int out)
        : m_kind(kind)
        , m_in(in)
        , m_out(out)
    {
    }

    [[nodiscard]] int run(); ///< the exit status
    /// After BadUsage or LocalTrouble: what the system says, for the person.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

private:
    bool read();
    void take(QByteArrayView piece);
    void endLine();
    void answer(const ExplainedLine &line);
    void flush();
    [[nodiscard]] bool isMoreThere() const;

    const ExplainKind &m_kind;
    int m_in;
    int m_out;
    QByteArray m_line; ///< its part that is there
    bool m_tooLong = false;
    QByteArray m_answers;
    QElapsedTimer m_sinceFlush;
    bool m_someFailed = false;
    bool m_readFailed = false;
    bool m_writeFailed = false;
    QString m_trouble;
};

/// The command with its arguments; the exit status.
[[nodiscard]] int runExplain(const QStringList &arguments);

} // namespace trawl::cli

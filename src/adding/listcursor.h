// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/listinput.h"
#include "exchange/linkreader.h"

#include <QIODevice>

#include <atomic>
#include <memory>

namespace trawl::adding {

/// Reads every entry of an input, file after file, then the text. A folder counts for the lists in
/// it. One thread at a time, never the window's.
class ListCursor
{
public:
    /// `cancelled` ends it soon, wherever it is.
    explicit ListCursor(ListInput input, ReadChoices choices = {},
                        const std::atomic_bool *cancelled = nullptr);
    ~ListCursor();

    /// Empty at the end of the last source. Links of hosts that are left out are among them.
    [[nodiscard]] QList<item::Link> next(qsizetype most = 1000);
    /// The file that the last entries came from; empty for text.
    [[nodiscard]] QString file() const { return m_file; }
    /// Why the first file that could not be read could not; empty = none.
    [[nodiscard]] QString error() const { return m_error; }
    /// What of the first file that was not read in all places was not, in English; empty = nothing.
    [[nodiscard]] QString note() const { return m_note; }
    /// 0 … 1, by the bytes read.
    [[nodiscard]] double fraction() const;
    /// Files that were given or found in folders.
    [[nodiscard]] qsizetype fileCount() const { return m_input.files.size(); }

    /// The next source that can be read, at its beginning; nullptr = there is none. next() reads
    /// the one that was opened last.
    [[nodiscard]] QIODevice *open();
    [[nodiscard]] exchange::ListKind kind() const { return m_kind; }
    [[nodiscard]] exchange::ReadOptions options() const;

private:
    void addFile(const QString &path);
    void openText();
    void openFile(const QString &path);
    void noteError(const QString &error) { keepFirst(m_error, error); }
    void keepFirst(QString &kept, const QString &what) const;

    ListInput m_input;
    ReadChoices m_choices;
    const std::atomic_bool *m_cancelled;
    qsizetype m_source = 0; ///< the next one to open: files, then text
    qint64 m_size = 0;
    qint64 m_passed = 0; ///< bytes of the sources that are over
    QString m_file;
    QString m_error;
    QString m_note;
    exchange::ListKind m_kind;
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<exchange::LinkReader> m_reader;
};

} // namespace trawl::adding

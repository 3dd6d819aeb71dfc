// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/listinput.h"
#include "exchange/linkreader.h"

#include <QIODevice>

#include <memory>

namespace trawl::adding {

/// Reads every entry of an input, file after file, then the text. One thread at a time.
class ListCursor
{
public:
    explicit ListCursor(ListInput input);
    ~ListCursor();

    /// Empty at the end of the last source.
    [[nodiscard]] QList<item::Link> next(qsizetype most = 1000);
    /// The file that the last entries came from; empty for text.
    [[nodiscard]] QString file() const { return m_file; }
    /// Why the first file that could not be read could not; empty = none.
    [[nodiscard]] QString error() const { return m_error; }
    /// 0 … 1, by the bytes read.
    [[nodiscard]] double fraction() const;

private:
    bool openNext();
    void openFile(const QString &path);
    void noteError(const QString &error);

    ListInput m_input;
    qsizetype m_source = 0; ///< the next one to open: files, then text
    qint64 m_size = 0;
    qint64 m_passed = 0; ///< bytes of the sources that are over
    QString m_file;
    QString m_error;
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<exchange::LinkReader> m_reader;
};

} // namespace trawl::adding

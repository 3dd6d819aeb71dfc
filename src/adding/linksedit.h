// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace trawl::adding {

/// A field for links. A paste or drop that is too long to be laid out on the window's thread is
/// handed on instead of shown.
class LinksEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    void longTextGiven(const QString &text);

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool isTooLong(const QString &text) const;
};

} // namespace trawl::adding

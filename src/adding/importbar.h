// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace trawl::adding {

/// A strip that shows a list being read, with Cancel.
class ImportBar : public QWidget
{
    Q_OBJECT

public:
    explicit ImportBar(QWidget *parent = nullptr);

    /// `expected` entries, 0 = unknown.
    void begin(const QString &name, qint64 expected);
    void setEntries(qint64 entries);

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QString m_name;
    qint64 m_expected = 0;
};

} // namespace trawl::adding

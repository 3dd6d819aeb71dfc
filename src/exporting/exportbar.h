// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exporttask.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QMimeData;
class QProgressBar;
class QToolButton;

namespace trawl::exporting {

/// A strip for one export: how far it is, with Cancel; then what came of it, with the file to be
/// opened or dragged out. It goes when it is closed.
class ExportBar : public QFrame
{
    Q_OBJECT

public:
    ExportBar(const ExportPlan &plan, QWidget *parent);

    void setRows(qint64 rows);
    void finish(const ExportResult &rows);
    [[nodiscard]] QString text() const;
    /// The finished file, as a drag carries it.
    [[nodiscard]] std::unique_ptr<QMimeData> mimeData() const;

Q_SIGNALS:
    void cancelled();
    void openClicked(const QString &file);
    void openFolderClicked(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(QHBoxLayout *layout, const QString &text, const QString &name);

    QString m_file;
    qint64 m_expected;
    QLabel *m_text;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QToolButton *m_open;
    QToolButton *m_folder;
    QToolButton *m_drag;
    QToolButton *m_close;
    QPoint m_pressed;
};

} // namespace trawl::exporting

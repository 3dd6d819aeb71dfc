// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QAction;

namespace trawl::windows {

namespace Ui {
class EmptyPage;
}

/// What stands where the table will be while there is nothing in it: a place to drop on and the
/// other ways in.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);
    ~EmptyPage() override;

Q_SIGNALS:
    void pasteClicked();
    void openClicked();
    void newJobClicked();
    void exampleClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::unique_ptr<Ui::EmptyPage> m_ui;
};

} // namespace trawl::windows

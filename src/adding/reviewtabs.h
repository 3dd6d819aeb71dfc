// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/survey.h"

#include <QTabWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTableView;

namespace trawl::adding {

class ColumnsPage;
class HostModel;
class LinkModel;
class PatternModel;
class ProblemModel;
class ReviewModel;

/// What is in a list, in pages: links, problems, hosts and, where there is such a thing, columns,
/// patterns and the encoding.
class ReviewTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit ReviewTabs(QWidget *parent = nullptr);

    void show(const Survey &survey);
    using QWidget::show;
    [[nodiscard]] ReadChoices choices() const;
    [[nodiscard]] qint64 linksWithout() const;

Q_SIGNALS:
    void choicesChanged(); ///< the list must be read anew
    void hostsChanged();

private:
    QTableView *addTable(ReviewModel *model, const QString &title, const QString &name,
                         const QString &empty);
    void addProblems();
    void addPatterns();
    void addEncoding();
    void copyProblems();
    void showFormat(const Survey &survey);
    void showEncoding(const Survey &survey);
    void showCounts(const Survey &survey);

    LinkModel *m_links;
    ProblemModel *m_problems;
    HostModel *m_hosts;
    PatternModel *m_patterns;
    ColumnsPage *m_columns;
    QTableView *m_problemTable;
    QLabel *m_moreProblems = nullptr;
    QCheckBox *m_expand = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_charset = nullptr;
    QPlainTextEdit *m_sample = nullptr;
    QWidget *m_patternPage = nullptr;
    QWidget *m_encodingPage = nullptr;
};

} // namespace trawl::adding

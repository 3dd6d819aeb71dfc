// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/effort.h"
#include "extract/jsonpathquery.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace trawl::extract::jsonpath {

using Nodes = QList<QJsonValue>;

/// One run of a query over one document. Nothing here recurses by the document's depth, only by the
/// query's, which the parser has bounded.
class Evaluation
{
public:
    Evaluation(QJsonValue root, Effort &effort);
    ~Evaluation() { m_effort.use(Effort::now() - m_begin); }
    Q_DISABLE_COPY_MOVE(Evaluation)

    /// `current` is what "@" stands for. What is given once isExceeded() means nothing.
    [[nodiscard]] Nodes select(const Query &query, const QJsonValue &current);
    [[nodiscard]] bool isExceeded() const { return m_steps < 0; }

private:
    bool step();
    void add(Nodes &to, const QJsonValue &node);

    void applySegment(const Segment &segment, const QJsonValue &node, Nodes &to);
    void applyToDescendants(const Segment &segment, const QJsonValue &node, Nodes &to);
    void apply(const Selector &selector, const QJsonValue &node, Nodes &to);
    void applySlice(const Slice &slice, const QJsonValue &node, Nodes &to);
    void applyFilter(const Expression &filter, const QJsonValue &node, Nodes &to);

    bool test(const Expression &expression, const QJsonValue &current);
    bool compare(const Comparison &comparison, const QJsonValue &current);
    bool combine(const Logic &logic, const QJsonValue &current);
    QJsonValue value(const Expression &expression, const QJsonValue &current);
    QJsonValue single(const Query &query, const QJsonValue &current);
    QJsonValue callValue(const Call &call, const QJsonValue &current);
    bool callTest(const Call &call, const QJsonValue &current);
    const std::optional<Pattern> &dynamicPattern(const QString &text, bool whole);

    QJsonValue m_root;
    Effort &m_effort;
    qint64 m_steps;
    qint64 m_begin; ///< of what m_effort has not been told
    QHash<QString, std::optional<Pattern>>
        m_patterns; ///< of expressions that stand in the document
};

} // namespace trawl::extract::jsonpath

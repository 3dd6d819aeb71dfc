// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/plan.h"

#include <QJsonObject>

namespace trawl::extract {

/// No page gives more records, nor records of more bytes; a note says what was cut.
constexpr qsizetype mostRecords = 1'000'000;
constexpr qint64 mostRecordBytes = 64 << 20;

/// About the bytes of a value as JSON; counts no further than `enough`.
[[nodiscard]] qint64 jsonSize(const item::Value &value, qint64 enough);

/// Applies a page's rules to one body, once.
class Harvester
{
public:
    Harvester(const Plan &plan, const PageRule &rule, Content &content, const QByteArray &carried);

    [[nodiscard]] Harvest run();

private:
    /// True: the page is no more than that, there is nothing else to find.
    [[nodiscard]] bool sendsOn();
    void makeRecords();
    void makeRecord(const Match *row);
    /// Nothing = the record cannot be made, see m_harvest.failure.
    [[nodiscard]] std::optional<item::Value> valueOfField(const FieldRule &field, const Match *row);
    [[nodiscard]] QList<item::Value> found(const FieldRule &field, const Match *row);
    void addCarried(item::Record &record) const;
    void findLinks();
    void fail(const item::Failure &failure);
    [[nodiscard]] bool failed() const { return m_harvest.failure.reason != item::Reason::None; }

    const Plan &m_plan;
    const PageRule &m_rule;
    Content &m_content;
    const QByteArray m_carriedJson; ///< as it came
    const QJsonObject m_carried;
    Harvest m_harvest;
    qint64 m_bytesLeft = mostRecordBytes;
    QHash<const FieldRule *, QList<item::Value>> m_ofPage; ///< of fields that ignore their row
    QHash<const xmlNode *, qsizetype> m_rows;
};

} // namespace trawl::extract

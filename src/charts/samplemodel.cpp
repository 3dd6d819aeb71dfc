// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/samplemodel.h"

#include "charts/scale.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace trawl::charts {

namespace {

using rates::Sample;

struct SampleColumnInfo
{
    SampleColumn column;
    const char *title;
    double (*value)(const Sample &sample);
    QString (*text)(const Sample &sample);
};

constexpr std::array columns{
    SampleColumnInfo{SampleColumn::Time, QT_TRANSLATE_NOOP("trawl::charts::SampleModel", "Time"),
                     [](const Sample &s) { return double(s.atMs); },
                     [](const Sample &s) {
                         return QLocale().toString(QDateTime::fromMSecsSinceEpoch(s.atMs).time(),
                                                   QStringLiteral("HH:mm:ss"));
                     }},
    SampleColumnInfo{SampleColumn::Bytes,
                     QT_TRANSLATE_NOOP("trawl::charts::SampleModel", "Bytes/s"),
                     [](const Sample &s) { return s.bytesPerSecond; },
                     [](const Sample &s) { return Scale::byteRate(s.bytesPerSecond); }},
    SampleColumnInfo{SampleColumn::Requests,
                     QT_TRANSLATE_NOOP("trawl::charts::SampleModel", "Requests/s"),
                     [](const Sample &s) { return s.requestsPerSecond; },
                     [](const Sample &s) { return Scale::rate(s.requestsPerSecond); }},
    SampleColumnInfo{SampleColumn::InFlight,
                     QT_TRANSLATE_NOOP("trawl::charts::SampleModel", "In flight"),
                     [](const Sample &s) { return s.inFlight; },
                     [](const Sample &s) { return Scale::rate(s.inFlight); }},
    SampleColumnInfo{SampleColumn::Failures,
                     QT_TRANSLATE_NOOP("trawl::charts::SampleModel", "Failures/s"),
                     [](const Sample &s) { return s.failuresPerSecond; },
                     [](const Sample &s) { return Scale::rate(s.failuresPerSecond); }},
};

} // namespace

SampleModel::SampleModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SampleModel::setSamples(const std::vector<Sample> &oldestFirst)
{
    std::vector<Sample> next(oldestFirst.rbegin(), oldestFirst.rend());
    const auto old = m_samples.size();
    const auto kept = std::min(old, next.size());
    if (kept < old) {
        beginRemoveRows({}, int(kept), int(old) - 1);
        m_samples.resize(kept);
        endRemoveRows();
    }
    std::copy_n(next.begin(), kept, m_samples.begin());
    if (kept > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(kept) - 1, columnCount() - 1));
    if (next.size() > kept) {
        beginInsertRows({}, int(kept), int(next.size()) - 1);
        m_samples = std::move(next);
        endInsertRows();
    }
}

int SampleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int SampleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns.size());
}

QVariant SampleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &sample = m_samples[std::size_t(index.row())];
    const auto &info = columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return info.text(sample);
    case ValueRole:
        return info.value(sample);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(tr(columns[std::size_t(section)].title)) : QVariant();
}

} // namespace trawl::charts

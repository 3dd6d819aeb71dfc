// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <tl/expected.hpp>

namespace trawl::desktop {

/// A schedule as a person writes it, "22:00–07:00 full, else 1M", and as rates::Schedule reads it,
/// "22:00-07:00=0,00:00-24:00=1M". The words are those of the language, English ones always do.
class ScheduleWords
{
    Q_DECLARE_TR_FUNCTIONS(trawl::desktop::ScheduleWords)

public:
    /// What rates::Schedule reads; the error is a sentence for the person.
    [[nodiscard]] static tl::expected<QString, QString> parse(const QString &words);
    /// The words of what parse() gave.
    [[nodiscard]] static QString from(const QString &schedule);

private:
    [[nodiscard]] static tl::expected<QString, QString> parseSpan(const QString &words);
};

} // namespace trawl::desktop

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samenames.h"
#include "engine/state.h"
#include "item/outcome.h"
#include "naming/template.h"

#include <deque>

namespace trawl::engine {

/// The name that a job wants for an item: relative to the job's directory, and safe.
struct WantedName
{
    QString path;
    int number = 0; ///< items before it in the list that come to the same path
};

/// The names that a job wants for its items, by its template, the list's wishes and the response.
/// What lies on the disk is not looked at.
class Namer
{
public:
    explicit Namer(const State &state)
        : m_state(state)
    {
    }

    /// `record` is the first one that was found in the body, as a JSON array; may be empty.
    [[nodiscard]] WantedName name(item::ItemId id, const item::Outcome &outcome,
                                  const QByteArray &record = {});
    /// The name before anything is asked, if the response has that media type; empty when it
    /// depends on what is found in the body. `nowMs` since the epoch.
    [[nodiscard]] QString likelyName(item::ItemId id, qint64 nowMs, const QByteArray &mime = {});

private:
    struct Compiled
    {
        QString text;
        naming::NameTemplate rule;
        SameNames same;
    };

    [[nodiscard]] Compiled &templateOf(const Job &job);
    [[nodiscard]] naming::NameInput inputFor(item::ItemId id, const Job &job) const;
    [[nodiscard]] int sameBefore(item::ItemId id, const Job &job, Compiled &names);
    [[nodiscard]] quint64 digest(item::ItemId id, const Job &job,
                                 const naming::NameTemplate &rule) const;

    const State &m_state;
    std::deque<Compiled> m_templates; // by job
};

} // namespace trawl::engine

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/link.h"
#include "item/listformats.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace trawl::cli {

/// The lists and URLs of a command line, as one list. URLs may be patterns (exchange/pattern.h).
class Inputs
{
public:
    /// Sees that each can be read, before anything is fetched: a URL has a scheme, or looks like a
    /// host and no file of that name is there; "-" is standard input. The error names the input.
    /// `format` is that of the lists; none = found out.
    [[nodiscard]] static tl::expected<std::unique_ptr<Inputs>, QString>
    open(const QStringList &arguments, std::optional<item::ListFormat> format = {});
    ~Inputs();

    /// Names the lists the same way in each run, from any working directory; holds no secret.
    [[nodiscard]] QByteArray source() const;
    /// For the person: the first list's name and how many more there are.
    [[nodiscard]] QString title() const;

    /// The next entries, empty at the end; may wait for a pipe. On one thread.
    [[nodiscard]] QList<item::Link> next();
    /// Ends next() now and for good; from any thread.
    void interrupt();
    /// What could not be read to its end, a text for each list, after next() was empty; the lists
    /// behind it are read all the same.
    [[nodiscard]] QStringList errors() const;
    /// What was broken and read on behind, a text for each list, after next() was empty.
    [[nodiscard]] QStringList notes() const;

private:
    Inputs();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::cli

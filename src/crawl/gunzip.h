// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <functional>
#include <memory>

struct z_stream_s;

namespace trawl::crawl {

/// Unpacks a gzip file (RFC 1952) as it comes, all of its members.
class Gunzip
{
public:
    /// Takes a piece of what was packed; false = no more is wanted.
    using Sink = std::function<bool(QByteArrayView)>;

    Gunzip();
    /// Zeros or rubbish behind the last member are ignored. False = the sink said so, or the data
    /// is damaged().
    bool feed(QByteArrayView packed, const Sink &sink);
    /// All members that were begun are whole.
    [[nodiscard]] bool isWhole() const { return m_ended; }
    [[nodiscard]] bool damaged() const { return m_damaged; }

private:
    struct Deleter
    {
        void operator()(z_stream_s *stream) const;
    };

    std::unique_ptr<z_stream_s, Deleter> m_stream;
    bool m_ended = false; ///< behind a member's end
    bool m_damaged = false;
};

} // namespace trawl::crawl

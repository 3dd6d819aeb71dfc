// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct XXH3_state_s;

namespace trawl::fetch {

/// The file that a body is written to. It is created (or truncated) with the first byte, hashed on
/// the way, and removed again unless keep() was called. Every call answers whether all went well;
/// the failure is kept.
class PartFile
{
public:
    explicit PartFile(QString path);
    ~PartFile();
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    /// So many bytes will come; -1 = unknown. A file that cannot fit is refused when it is created,
    /// and room for a large one is taken ahead of its bytes.
    void expect(qint64 total) { m_expected = total; }
    [[nodiscard]] bool write(const char *data, qint64 size);
    /// The body is whole: closes the file, which stays. Creates it when the body was empty.
    [[nodiscard]] bool keep();

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] quint64 hash() const;
    [[nodiscard]] const item::Failure &failure() const { return m_failure; }

private:
    [[nodiscard]] bool open();
    [[nodiscard]] bool fits();
    [[nodiscard]] bool reserve();
    [[nodiscard]] bool put(const char *data, qint64 size);
    [[nodiscard]] bool fail(const char *what, int error);

    struct FreeHash
    {
        void operator()(XXH3_state_s *state) const;
    };

    QByteArray m_path;
    int m_fd = -1;
    qint64 m_expected = -1;
    qint64 m_bytes = 0;
    qint64 m_reserved = 0;
    bool m_created = false;
    std::unique_ptr<XXH3_state_s, FreeHash> m_hash; ///< from the first byte on
    item::Failure m_failure;
};

} // namespace trawl::fetch

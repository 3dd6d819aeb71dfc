// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/download.h"

#include "fetch/background.h"
#include "fetch/filetype.h"
#include "fetch/partfolder.h"
#include "item/bodyhash.h"
#include "item/httpdate.h"
#include "item/packed.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utility>

namespace trawl::fetch {

namespace {

using item::Reason;

/// From there on a part is worth a sync and a state of its own.
constexpr qint64 leastKept = 64 * 1024;

std::optional<item::Failure> syncData(int fd)
{
    if (::fdatasync(fd) == 0)
        return std::nullopt;
    return fileFailure("fdatasync", errno);
}

/// Lets the digests see the rest of the file.
std::optional<item::Failure> digestRest(int fd, qint64 from, std::vector<Digest> &digests)
{
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (;;) {
        const auto count = ::pread(fd, block.data(), std::size_t(block.size()), from);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileFailure("read", errno);
        if (count == 0)
            return std::nullopt;
        for (auto &digest : digests)
            digest.add(QByteArrayView(block.constData(), count));
        from += count;
    }
}

/// Reads all of a part: is it as it was written?
std::function<bool()> checkOf(const QString &path, const PartState &state, qint64 bytes)
{
    return [path, state, bytes] {
        qint64 good = 0;
        const auto never = std::make_shared<std::atomic_bool>(false);
        for (const auto &extent : checkedExtents(path, state, never))
            good += extent.hash.size();
        return good == bytes;
    };
}

/// Both are a courtesy: a file system that has neither changes nothing about the file.
void decorate(int fd, const item::TransferSettings &settings, const QByteArray &url,
              const QByteArray &lastModified)
{
    if (settings.xattr)
        (void)::fsetxattr(fd, "user.xdg.origin.url", url.constData(), std::size_t(url.size()), 0);
    const auto modified = settings.times ? item::parseHttpDate(lastModified) : std::nullopt;
    if (!modified)
        return;
    const timespec times[2] = {{0, UTIME_OMIT},
                               {time_t(*modified / 1000), long(*modified % 1000) * 1'000'000}};
    (void)::futimens(fd, times);
}

} // namespace

/// The server's bytes are counted as ours, and it takes ranges as far as is known.
bool Download::isResumable() const
{
    return m_isKnown && !m_coded && !m_request.partPath.isEmpty() && m_part->isOpen() &&
           m_part->bytes() > 0 && !(m_noRanges && m_known.validators.isEmpty());
}

PartState Download::state() const
{
    auto state = m_known;
    state.extents = m_part->snapshot();
    state.changedNs = 0;
    return state;
}

/// The part that is being written takes the place of the older one.
void Download::promote()
{
    if (m_fresh && m_part->renameTo(m_request.partPath)) {
        m_fresh = false;
        m_hadState =
            true; // the older one's, which does not fit: nothing of it will hash as it says
    }
}

// Data, then a sync, then the state: it is never ahead of the part.
QCoro::Task<> Download::checkpoint()
{
    const auto ticket = m_group.enter();
    m_saving = true;
    if (m_part->bytes() > m_oldBytes)
        promote();
    if (!m_fresh) {
        const auto now = state();
        const auto path = statePath(m_request.partPath);
        const auto work = [file = m_part->file(), now, path] {
            auto failure = syncData(file->fd());
            if (!failure)
                (void)savePartState(path, now);
            return failure;
        };
        m_hadState = true;
        m_savedBytes = m_part->bytes();
        auto saving = inBackground(work);
        auto failure = co_await saving;
        if (failure) {
            m_over = true;
            m_outcome.failure = std::move(*failure);
            endStreams();
        }
    }
    m_saveClock.start();
    m_saving = false;
}

std::function<std::list<PartFile::Extent>()> Download::checking() const
{
    return [path = m_request.partPath, state = *m_state, stop = m_stopChecking] {
        return checkedExtents(path, state, stop);
    };
}

std::function<Download::Kept()> Download::finishing()
{
    Kept early;
    if (!m_part->finish())
        early.failure = m_part->failure();
    else if (m_fresh && !m_part->renameTo(m_request.partPath))
        early.failure = m_part->failure();
    if (early.failure.reason != Reason::None)
        return [early] { return early; };
    m_fresh = false;
    const auto &settings = m_context.settings;
    const bool large = m_part->bytes() >= item::syncedFrom && !m_request.partPath.isEmpty();
    const auto path = m_hadState || large ? statePath(m_request.partPath) : QString();
    if (!large && m_hadState)
        PartFolder(path).remove();
    const bool holes = m_part->hasHoles();
    if (!large && !holes && !m_checksum && !settings.sha256 && !settings.xattr && !settings.times)
        return [] { return Kept(); };
    auto complete = state();
    // What was added by now must be asked for of the whole file.
    auto digests = std::make_shared<std::vector<Digest>>(m_part->takeDigests());
    auto from = m_part->digested();
    const auto need = [&digests, &from](item::HashAlgorithm algorithm) {
        const auto same = [algorithm](const Digest &d) { return d.algorithm() == algorithm; };
        if (std::any_of(digests->begin(), digests->end(), same))
            return;
        if (from > 0) {
            for (auto &digest : *digests)
                digest = Digest(digest.algorithm());
            from = 0;
        }
        digests->emplace_back(algorithm);
    };
    if (m_checksum)
        need(m_checksum->algorithm);
    if (settings.sha256)
        need(item::HashAlgorithm::Sha256);
    m_finishesSlowly = large || holes || (!digests->empty() && from < m_part->bytes());
    const auto check = holes ? checkOf(m_request.partPath, complete, m_part->bytes()) : nullptr;
    return [file = m_part->file(), digests, from, large, path, complete, checksum = m_checksum,
            settings, url = m_outcome.finalUrl, check]() mutable {
        Kept kept;
        if (check && !check()) {
            kept.failure = meddledFailure();
            return kept;
        }
        if (!digests->empty()) {
            if (auto failure = digestRest(file->fd(), from, *digests)) {
                kept.failure = *failure;
                return kept;
            }
        }
        for (auto &digest : *digests) {
            const auto algorithm = digest.algorithm();
            const auto result = digest.result();
            if (checksum && checksum->algorithm == algorithm) {
                kept.checked = true;
                kept.matches = result == checksum->digest;
            }
            if (algorithm == item::HashAlgorithm::Sha256)
                kept.sha256 = result;
        }
        decorate(file->fd(), settings, url, complete.head.lastModified);
        if (!large)
            return kept;
        if (auto failure = syncData(file->fd())) {
            kept.failure = *failure;
            return kept;
        }
        // Should this process die before the engine knows, nothing is fetched again.
        complete.changedNs = changedNs(file->fd());
        (void)savePartState(path, complete);
        return kept;
    };
}

void Download::finished(const Kept &kept)
{
    m_outcome.sha256 = kept.sha256;
    if (kept.failure.reason != Reason::None) {
        m_outcome.failure = kept.failure;
        if (kept.failure.reason == Reason::Changed)
            dropPart();
        return;
    }
    m_outcome.failure = brokenPromise(kept);
    if (!m_outcome.ok()) {
        if (m_outcome.failure.reason != Reason::Checksum)
            dropPart();
        return;
    }
    m_outcome.verdict = kept.checked ? item::Verdict::Verified
                        : m_endTold  ? item::Verdict::SizeOnly
                                     : item::Verdict::Unverifiable;
}

/// What is whole, but not what was to come.
item::Failure Download::brokenPromise(const Kept &kept) const
{
    const bool verified = kept.checked && kept.matches;
    if (!verified && isPageInstead())
        return {Reason::WrongType, 0, false,
                QStringLiteral("%1, and it is a web page")
                    .arg(m_known.head.mime.isEmpty()
                             ? QStringLiteral("no Content-Type")
                             : QString::fromLatin1(m_known.head.mime.left(100)))};
    const auto size = m_request.size;
    if (size >= 0 && m_part->bytes() != size)
        return {Reason::WrongSize, 0, false,
                QStringLiteral("%1 bytes, but the list says %2").arg(m_part->bytes()).arg(size)};
    if (!kept.matches)
        return {Reason::Checksum, 0, false,
                QStringLiteral("%1 is not %2")
                    .arg(QString::fromLatin1(item::algorithmWord(m_checksum->algorithm)),
                         QString::fromLatin1(m_checksum->digest.toHex()))};
    return {};
}

/// By the name that the item asks for, or that the server gives to what it sends. Who looks into a
/// body is told of what it finds there.
bool Download::isPageInstead() const
{
    if (m_request.partPath.isEmpty() || m_request.look != item::Look::Nothing ||
        m_part->bytes() == 0)
        return false;
    const QByteArrayView asked = item::lastSegment(m_request.url);
    const auto named = item::nameInDisposition(m_known.head.contentDisposition);
    const QByteArrayView name = promisesNoPage(asked) ? asked : QByteArrayView(named);
    if (!promisesNoPage(name))
        return false;
    QByteArray begin(sniffedBytes, Qt::Uninitialized);
    const auto count = ::pread(m_part->file()->fd(), begin.data(), std::size_t(begin.size()), 0);
    return fetch::isPageInstead(name, m_known.head.mime,
                                QByteArrayView(begin.constData(), std::max<qsizetype>(count, 0)));
}

bool Download::wantsSums() const
{
    return m_context.settings.sums && !m_checksum;
}

/// Nothing is to go on with; what a stranger has put in the part's place stays.
void Download::dropPart()
{
    if (m_part->isOurs())
        m_part->remove();
    if (m_hadState || m_part->bytes() >= item::syncedFrom)
        PartFolder(statePath(m_request.partPath)).remove();
}

std::function<qint64()> Download::keeping()
{
    if (m_outcome.failure.reason == Reason::Exists) {
        dropPart();
        return {};
    }
    const auto bytes = m_part->bytes();
    const bool better = bytes > m_oldBytes || !m_fresh;
    if (m_fresh && (!better || !isResumable() || bytes < leastKept)) {
        m_part->remove();
        return [old = m_oldBytes] { return old; };
    }
    if (!isResumable() || bytes < leastKept) {
        const bool untouched = !m_part->isOpen() && m_oldBytes > 0;
        if (untouched)
            return [old = m_oldBytes] { return old; };
        dropPart();
        return {};
    }
    promote();
    if (!m_part->isOurs()) {
        dropPart();
        return {};
    }
    const bool certain = !m_part->hasHoles();
    return [file = m_part->file(), now = state(), path = statePath(m_request.partPath), bytes,
            certain]() mutable -> qint64 {
        if (syncData(file->fd()))
            return 0;
        now.changedNs = certain ? changedNs(file->fd()) : 0;
        return savePartState(path, now) ? bytes : 0;
    };
}

} // namespace trawl::fetch

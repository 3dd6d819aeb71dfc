// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

#include <algorithm>
#include <array>

namespace trawl::extract {

namespace {

template <auto Free> struct Freed
{
    template <typename T> void operator()(T *handle) const { Free(handle); }
};

using CodeHandle = std::unique_ptr<pcre2_code, Freed<pcre2_code_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Freed<pcre2_jit_stack_free>>;

constexpr qsizetype maxPatternChars = 20'000;
constexpr quint32 matchLimit = 1'000'000; ///< backtracks for one start, under watch
constexpr quint32 leastMatchLimit = 64;   ///< the same without
constexpr qsizetype unwatchedChars = 200'000'000;
constexpr qsizetype leastStarts = 256;
constexpr quint32 heapLimitKib = 64 * 1024; ///< of the interpreter's frames
constexpr qint64 quickNs = 5'000'000;

PCRE2_SPTR units(QStringView text)
{
    static constexpr char16_t nothing[1] = {};
    return reinterpret_cast<PCRE2_SPTR>(text.isEmpty() ? nothing : text.utf16());
}

QString messageOf(int error)
{
    std::array<PCRE2_UCHAR, 256> buffer{};
    const int length = pcre2_get_error_message(error, buffer.data(), buffer.size());
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(buffer.data()),
                              std::max(0, length));
}

/// PCRE2 is not to check a text anew for each match: lone surrogates go here.
QString withoutLoneSurrogates(QStringView text)
{
    QString result = text.toString();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (!result.at(i).isSurrogate())
            continue;
        if (result.at(i).isHighSurrogate() && i + 1 < result.size() &&
            result.at(i + 1).isLowSurrogate())
            ++i;
        else
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

/// Null: `error` says what is wrong, `at` where.
CodeHandle compiled(QStringView text, uint32_t options, int &error, PCRE2_SIZE &at)
{
    options |= PCRE2_UTF | PCRE2_UCP | PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C;
    CodeHandle code(
        pcre2_compile(units(text), PCRE2_SIZE(text.size()), options, &error, &at, nullptr));
    if (code)
        pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE); // where it cannot, the interpreter does
    return code;
}

} // namespace

struct Pattern::Code
{
    CodeHandle plain;
    CodeHandle watched; ///< the same, with calls to Watch
    uint32_t group = 0;
};

namespace {

/// Looks at the clock while a match is under way. PCRE2 counts backtracks, but not how far it looks
/// between two of them; it calls here before each item of the pattern.
class Watch
{
public:
    Watch(qsizetype chars, qint64 mostNs)
        : m_every(int(std::clamp<qsizetype>((qsizetype(1) << 22) / (chars + 1), 1, 1'024)))
        , m_left(m_every)
        , m_deadline(Effort::now() + mostNs)
    {
    }

    static int look(pcre2_callout_block * /*where*/, void *watch)
    {
        return static_cast<Watch *>(watch)->isLate() ? PCRE2_ERROR_CALLOUT : 0;
    }

private:
    bool isLate()
    {
        if (--m_left > 0)
            return false;
        m_left = m_every;
        return Effort::now() > m_deadline;
    }

    int m_every;
    int m_left;
    qint64 m_deadline;
};

/// The matches of one text, one after the other.
class Search
{
public:
    Search(const pcre2_code *plain, const pcre2_code *watched, QStringView text, Effort &effort)
        : m_plain(plain)
        , m_watched(watched)
        , m_text(text)
        , m_effort(effort)
        , m_data(pcre2_match_data_create_from_pattern(plain, nullptr))
        , m_context(pcre2_match_context_create(nullptr))
        , m_mostStarts(std::max(leastStarts, unwatchedChars / (text.size() + 1)))
    {
        pcre2_set_heap_limit(m_context.get(), heapLimitKib);
        thread_local const JitStack stack(pcre2_jit_stack_create(32 * 1024, 16 << 20, nullptr));
        if (stack)
            pcre2_jit_stack_assign(m_context.get(), nullptr, stack.get());
    }

    /// False: no further match, or the effort is spent.
    bool next()
    {
        uint32_t options = 0;
        if (m_emptyBefore) // as Perl: something else from here, or go on
            options = PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED;
        while (m_at <= m_text.size() && !m_effort.isSpent()) {
            const auto last = options ? m_at : endOfSlice();
            const int result = match(last, options);
            if (result > 0)
                return take();
            if (result != PCRE2_ERROR_NOMATCH) {
                m_effort.spend();
                return false;
            }
            m_at = last + 1;
            if (insidePair(m_at))
                ++m_at;
            options = 0;
        }
        return false;
    }

    [[nodiscard]] std::optional<QString> captured(uint32_t group) const
    {
        const auto *ends = pcre2_get_ovector_pointer(m_data.get());
        const auto from = ends[2 * group];
        const auto to = ends[2 * group + 1];
        if (from == PCRE2_UNSET)
            return std::nullopt;
        return m_text.sliced(qsizetype(from), qsizetype(to - from)).toString();
    }

private:
    [[nodiscard]] bool insidePair(qsizetype at) const
    {
        return at > 0 && at < m_text.size() && m_text.at(at).isLowSurrogate() &&
               m_text.at(at - 1).isHighSurrogate();
    }

    [[nodiscard]] qsizetype endOfSlice() const
    {
        return std::min(m_text.size(), m_at + m_starts - 1);
    }

    /// Tries the starts from m_at to `last`. The match limit counts for each start anew, and a scan
    /// to the text's end from every start counts as nothing: so they are tried in slices, which
    /// grow while they are quick, with a look at the clock between. What needs more than a few
    /// backtracks is done again under watch, which costs more.
    int match(qsizetype last, uint32_t options)
    {
        pcre2_set_offset_limit(m_context.get(), PCRE2_SIZE(last));
        const auto begin = Effort::now();
        options |= PCRE2_NO_UTF_CHECK;
        int result = runPlain(options);
        if (result < PCRE2_ERROR_NOMATCH)
            result = runWatched(options);
        const auto took = Effort::now() - begin;
        m_effort.use(took);
        m_starts = took < quickNs ? std::min(m_starts * 4, m_mostStarts)
                                  : std::max<qsizetype>(m_starts / 4, 16);
        return result;
    }

    int runPlain(uint32_t options)
    {
        const auto limit = unwatchedChars / (m_starts * (m_text.size() + 1));
        pcre2_set_match_limit(m_context.get(),
                              quint32(std::clamp<qsizetype>(limit, leastMatchLimit, matchLimit)));
        return run(m_plain, options);
    }

    int runWatched(uint32_t options)
    {
        Watch watch(m_text.size(), m_effort.left());
        pcre2_set_callout(m_context.get(), &Watch::look, &watch);
        pcre2_set_match_limit(m_context.get(), matchLimit);
        int result = run(m_watched, options);
        if (result == PCRE2_ERROR_JIT_STACKLIMIT)
            result = run(m_watched, options | PCRE2_NO_JIT);
        pcre2_set_callout(m_context.get(), nullptr, nullptr);
        return result;
    }

    int run(const pcre2_code *code, uint32_t options)
    {
        return pcre2_match(code, units(m_text), PCRE2_SIZE(m_text.size()), PCRE2_SIZE(m_at),
                           options, m_data.get(), m_context.get());
    }

    bool take()
    {
        const auto *ends = pcre2_get_ovector_pointer(m_data.get());
        m_emptyBefore = ends[0] == ends[1];
        m_at = qsizetype(ends[1]);
        return true;
    }

    const pcre2_code *m_plain;
    const pcre2_code *m_watched;
    QStringView m_text;
    Effort &m_effort;
    MatchData m_data;
    MatchContext m_context;
    qsizetype m_at = 0;
    qsizetype m_mostStarts;
    qsizetype m_starts = 64; ///< how many are tried at once
    bool m_emptyBefore = false;
};

} // namespace

tl::expected<Pattern, QString> Pattern::compile(QStringView text)
{
    if (text.size() > maxPatternChars)
        return tl::unexpected(QStringLiteral("longer than %1 characters").arg(maxPatternChars));
    int error = 0;
    PCRE2_SIZE at = 0;
    auto plain = compiled(text, 0, error, at);
    if (!plain)
        return tl::unexpected(
            QStringLiteral("%1 (character %2)").arg(messageOf(error)).arg(at + 1));
    auto watched = compiled(text, PCRE2_AUTO_CALLOUT, error, at);
    if (!watched)
        return tl::unexpected(messageOf(error));
    uint32_t groups = 0;
    pcre2_pattern_info(plain.get(), PCRE2_INFO_CAPTURECOUNT, &groups);
    const int named = pcre2_substring_number_from_name(plain.get(), units(u"value"));
    Pattern pattern;
    pattern.m_code = std::make_shared<const Code>(
        Code{std::move(plain), std::move(watched),
             named > 0 ? uint32_t(named) : std::min<uint32_t>(groups, 1)});
    return pattern;
}

QStringList Pattern::matches(QStringView text, qsizetype most, Effort &effort) const
{
    QString repaired;
    if (!text.isValidUtf16())
        text = repaired = withoutLoneSurrogates(text);
    QStringList result;
    Search search(m_code->plain.get(), m_code->watched.get(), text, effort);
    while (result.size() < most && search.next()) {
        if (auto value = search.captured(m_code->group))
            result.append(*std::move(value));
    }
    return result;
}

std::optional<QString> Pattern::first(QStringView text, Effort &effort) const
{
    const auto found = matches(text, 1, effort);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

bool Pattern::contains(QStringView text, Effort &effort) const
{
    QString repaired;
    if (!text.isValidUtf16())
        text = repaired = withoutLoneSurrogates(text);
    return Search(m_code->plain.get(), m_code->watched.get(), text, effort).next();
}

} // namespace trawl::extract

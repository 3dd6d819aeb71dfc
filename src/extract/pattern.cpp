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
using CompileContext = std::unique_ptr<pcre2_compile_context, Freed<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Freed<pcre2_jit_stack_free>>;

constexpr qsizetype maxPatternChars = 20'000;
constexpr quint32 matchLimit = 1'000'000;   ///< backtracks for one start
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

} // namespace

struct Pattern::Code
{
    CodeHandle code;
    uint32_t group = 0;
};

namespace {

/// The matches of one text, one after the other.
class Search
{
public:
    Search(const pcre2_code *code, QStringView text, Effort &effort)
        : m_code(code)
        , m_text(text)
        , m_effort(effort)
        , m_data(pcre2_match_data_create_from_pattern(code, nullptr))
        , m_context(pcre2_match_context_create(nullptr))
    {
        pcre2_set_match_limit(m_context.get(), matchLimit);
        pcre2_set_heap_limit(m_context.get(), heapLimitKib);
        thread_local const JitStack stack(pcre2_jit_stack_create(32 * 1024, 512 * 1024, nullptr));
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
    /// grow while they are quick, with a look at the clock between.
    int match(qsizetype last, uint32_t options)
    {
        pcre2_set_offset_limit(m_context.get(), PCRE2_SIZE(last));
        const auto begin = Effort::now();
        options |= PCRE2_NO_UTF_CHECK;
        int result = run(options);
        if (result == PCRE2_ERROR_JIT_STACKLIMIT)
            result = run(options | PCRE2_NO_JIT);
        const auto took = Effort::now() - begin;
        m_effort.use(took);
        if (took < quickNs)
            m_starts = std::min<qsizetype>(m_starts * 4, qsizetype(1) << 40);
        else
            m_starts = std::max<qsizetype>(m_starts / 4, 16);
        return result;
    }

    int run(uint32_t options)
    {
        return pcre2_match(m_code, units(m_text), PCRE2_SIZE(m_text.size()), PCRE2_SIZE(m_at),
                           options, m_data.get(), m_context.get());
    }

    bool take()
    {
        const auto *ends = pcre2_get_ovector_pointer(m_data.get());
        m_emptyBefore = ends[0] == ends[1];
        m_at = qsizetype(ends[1]);
        return true;
    }

    const pcre2_code *m_code;
    QStringView m_text;
    Effort &m_effort;
    MatchData m_data;
    MatchContext m_context;
    qsizetype m_at = 0;
    qsizetype m_starts = 64; ///< how many starts are tried at once
    bool m_emptyBefore = false;
};

} // namespace

tl::expected<Pattern, QString> Pattern::compile(QStringView text)
{
    if (text.size() > maxPatternChars) {
        return tl::unexpected(QStringLiteral("longer than %1 characters").arg(maxPatternChars));
    }
    int error = 0;
    PCRE2_SIZE at = 0;
    const CompileContext context(pcre2_compile_context_create(nullptr));
    constexpr uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C;
    CodeHandle code(
        pcre2_compile(units(text), PCRE2_SIZE(text.size()), options, &error, &at, context.get()));
    if (!code) {
        return tl::unexpected(
            QStringLiteral("%1 (character %2)").arg(messageOf(error)).arg(at + 1));
    }
    pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE); // where it cannot, the interpreter does
    uint32_t groups = 0;
    pcre2_pattern_info(code.get(), PCRE2_INFO_CAPTURECOUNT, &groups);
    const int named = pcre2_substring_number_from_name(code.get(), units(u"value"));
    Pattern pattern;
    pattern.m_code = std::make_shared<const Code>(
        Code{std::move(code), named > 0 ? uint32_t(named) : std::min<uint32_t>(groups, 1)});
    return pattern;
}

QStringList Pattern::matches(QStringView text, qsizetype most, Effort &effort) const
{
    QString repaired;
    if (!text.isValidUtf16())
        text = repaired = withoutLoneSurrogates(text);
    QStringList result;
    Search search(m_code->code.get(), text, effort);
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
    return Search(m_code->code.get(), text, effort).next();
}

} // namespace trawl::extract

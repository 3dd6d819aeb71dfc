// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/robots.h"
#include "crawl/agent.h"
#include "crawl/robotspattern.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trawl::crawl {

namespace {

constexpr qsizetype maxText = 500 * 1024; // RFC 9309, 2.5: at least that much
constexpr double maxDelaySeconds = 60;
/// Octets that may be looked through for one URL, some 10 ms: a file of nothing but wildcards
/// against a URL of 64 kB would take seconds.
constexpr qint64 maxWork = 32 << 20;

enum class Key { UserAgent, Allow, Disallow, Sitemap, CrawlDelay, Other };

struct Name
{
    const char *text;
    Key key;
};
/// What a key begins with, typos that are common among them.
constexpr std::array names{
    Name{"user-agent", Key::UserAgent},   Name{"useragent", Key::UserAgent},
    Name{"user agent", Key::UserAgent},   Name{"disallow", Key::Disallow},
    Name{"dissallow", Key::Disallow},     Name{"dissalow", Key::Disallow},
    Name{"disalow", Key::Disallow},       Name{"diasllow", Key::Disallow},
    Name{"disallaw", Key::Disallow},      Name{"allow", Key::Allow},
    Name{"sitemap", Key::Sitemap},        Name{"site-map", Key::Sitemap},
    Name{"crawl-delay", Key::CrawlDelay}, Name{"crawldelay", Key::CrawlDelay},
};

Key keyOf(QByteArrayView text)
{
    const auto begins = [&](const Name &name) {
        const QByteArrayView known(name.text);
        return text.size() >= known.size() &&
               text.first(known.size()).compare(known, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(names.begin(), names.end(), begins);
    return found == names.end() ? Key::Other : found->key;
}

struct Line
{
    Key key = Key::Other;
    QByteArrayView value;
};

/// "key: value # comment"; without a colon two words are taken for key and value.
Line readLine(QByteArrayView text)
{
    if (const auto hash = text.indexOf('#'); hash >= 0)
        text = text.first(hash);
    text = text.trimmed();
    if (const auto colon = text.indexOf(':'); colon >= 0)
        return {keyOf(text.first(colon).trimmed()), text.sliced(colon + 1).trimmed()};
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const auto blank = std::find_if(text.begin(), text.end(), isBlank);
    const auto value = text.sliced(blank - text.begin()).trimmed();
    if (value.isEmpty() || std::any_of(value.begin(), value.end(), isBlank))
        return {};
    return {keyOf(text.first(blank - text.begin())), value};
}

std::optional<qint64> delayOf(QByteArrayView value)
{
    bool ok = false;
    const double seconds = value.toDouble(&ok);
    if (!ok || !(seconds >= 0))
        return std::nullopt;
    return std::llround(std::min(seconds, maxDelaySeconds) * 1000);
}

/// "*", and "*" with something behind a blank.
bool isForAll(QByteArrayView agent)
{
    return agent.startsWith('*') && (agent.size() == 1 || agent[1] == ' ' || agent[1] == '\t');
}

} // namespace

/// Reads the groups for the robot itself and those for all side by side: which of them count is
/// known at the end only.
class RobotsParser
{
public:
    explicit RobotsParser(QByteArrayView userAgent)
        : m_token(productToken(userAgent))
    {
    }

    void read(QByteArrayView text)
    {
        const auto isEnd = [](char c) { return c == '\n' || c == '\r'; };
        for (const auto *at = text.begin(); at < text.end();) {
            const auto *end = std::find_if(at, text.end(), isEnd);
            add(readLine(QByteArrayView(at, end)));
            at = end + 1;
        }
    }
    Robots finish()
    {
        auto &robots = m_named ? m_own : m_all;
        robots.m_sitemaps = std::move(m_sitemaps);
        std::stable_sort(robots.m_rules.begin(), robots.m_rules.end(),
                         [](const auto &a, const auto &b) {
                             return a.patternSize != b.patternSize ? a.patternSize > b.patternSize
                                                                   : a.allow > b.allow;
                         });
        return std::move(robots);
    }

private:
    void add(const Line &line)
    {
        switch (line.key) {
        case Key::UserAgent:
            return addAgent(line.value);
        case Key::Allow:
        case Key::Disallow:
            m_inRules = true;
            return forEach([&](Robots &robots) { addRule(robots, line); });
        case Key::CrawlDelay:
            return forEach([&](Robots &robots) {
                robots.m_delayMs = std::max(robots.m_delayMs, delayOf(line.value));
            });
        case Key::Sitemap:
            if (!line.value.isEmpty())
                m_sitemaps.append(line.value.toByteArray());
            return;
        case Key::Other:
            return;
        }
    }
    void addAgent(QByteArrayView agent)
    {
        if (m_inRules)
            m_forOwn = m_forAll = m_inRules = false;
        const auto token = productToken(agent);
        if (isForAll(agent))
            m_forAll = true;
        else if (!token.isEmpty() && token.compare(m_token, Qt::CaseInsensitive) == 0)
            m_forOwn = m_named = true;
    }
    template <typename Action> void forEach(Action action)
    {
        if (m_forOwn)
            action(m_own);
        if (m_forAll)
            action(m_all);
    }
    static void addRule(Robots &robots, const Line &line)
    {
        if (line.value.isEmpty())
            return;
        const auto pattern = robotsPattern(line.value);
        const auto begin = quint32(robots.m_text.size());
        const auto size = quint32(pattern.size());
        robots.m_text.append(pattern).append(line.value);
        robots.m_rules.push_back(
            {begin, size, begin + size, quint32(line.value.size()), line.key == Key::Allow});
    }

    QByteArrayView m_token;
    Robots m_own;
    Robots m_all;
    QList<QByteArray> m_sitemaps;
    bool m_named = false;   ///< a group names the robot
    bool m_forOwn = false;  ///< the group that is read does
    bool m_forAll = false;  ///< it is for all
    bool m_inRules = false; ///< it has rules already: the next agent begins another
};

Robots Robots::parse(QByteArrayView text, QByteArrayView userAgent)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    if (text.size() > maxText) {
        text = text.first(maxText);
        while (!text.isEmpty() && text.back() != '\n' && text.back() != '\r')
            text.chop(1);
    }
    RobotsParser parser(userAgent);
    parser.read(text);
    return parser.finish();
}

Robots Robots::denyAll()
{
    return parse("User-agent: *\nDisallow: /", {});
}

Robots Robots::fromAnswer(int code, QByteArrayView body, QByteArrayView userAgent)
{
    if (isRefusal(code))
        return denyAll();
    return code < 300 ? parse(body, userAgent) : allowAll();
}

bool Robots::isRefusal(int code)
{
    if (code >= 200 && code < 300)
        return code == 202 || code == 226;
    const bool redirect = (code >= 300 && code <= 303) || code == 307 || code == 308;
    return !redirect && (code < 400 || code >= 500 || code == 429);
}

QByteArrayView Robots::pattern(const Rule &rule) const
{
    return QByteArrayView(m_text).sliced(rule.pattern, rule.patternSize);
}

Robots::Answer Robots::check(QByteArrayView url) const
{
    if (m_rules.empty())
        return {};
    const auto path = robotsPath(url);
    if (path == "/robots.txt")
        return {};
    qint64 work = maxWork;
    const auto matches = [&](const Rule &rule) {
        return work < 0 || matchesRobotsPattern(path, pattern(rule), work);
    };
    const auto rule = std::find_if(m_rules.begin(), m_rules.end(), matches);
    if (work < 0)
        return {false, {}};
    if (rule == m_rules.end())
        return {};
    const auto written = QByteArrayView(m_text).sliced(rule->written, rule->writtenSize);
    return {rule->allow, (rule->allow ? "Allow: " : "Disallow: ") + written.toByteArray()};
}

} // namespace trawl::crawl

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"
#include "exchange/splitter.h"
#include "exchange/tablereader.h"
#include "exchange/textlinks.h"
#include "exchange/unusablelink.h"

#include <QBuffer>

#include <deque>

namespace trawl::exchange {

namespace {

constexpr qsizetype headBytes = 64 * 1024;
constexpr std::size_t maxRowsBeforeLink = 100;

QByteArrayView trimmed(QByteArrayView text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\0'; };
    while (!text.isEmpty() && blank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && blank(text.back()))
        text.chop(1);
    return text;
}

bool isEntry(QByteArrayView line)
{
    return !line.isEmpty() && line.front() != '#';
}

item::Link linkOf(QByteArrayView text, qint64 line, bool cut)
{
    return cut ? unusableLink(text, line, item::Reason::InvalidUrl) : parseLink(text, line);
}

bool hasHttpScheme(QByteArrayView text)
{
    const auto scheme = text.first(qMin<qsizetype>(text.size(), 8)).toByteArray().toLower();
    return scheme.startsWith("http://") || scheme.startsWith("https://");
}

/// One link and nothing beside it, be it one that can be fetched or not.
bool isLinkLine(QByteArrayView line)
{
    const auto foreign = [](char c) {
        return quint8(c) <= ' ' || c == '"' || c == '<' || c == '>';
    };
    if (std::any_of(line.begin(), line.end(), foreign))
        return false;
    return hasHttpScheme(line) || parseLink(line).problem != item::Reason::InvalidUrl;
}

/// One way to read a list.
class Source
{
public:
    virtual ~Source() = default;
    /// Adds an entry, or some; false at the end or when more must be read and may not be.
    virtual bool read(QList<item::Link> &links, bool mayRead) = 0;
    [[nodiscard]] virtual QString error() const { return {}; }
};

class LineSource : public Source
{
public:
    explicit LineSource(InputBuffer &input)
        : m_lines(input, "\r\n")
    {
    }
    bool read(QList<item::Link> &links, bool mayRead) override
    {
        const auto piece = m_lines.next(mayRead);
        if (!piece)
            return false;
        if (const auto text = trimmed(piece->text); isEntry(text))
            links.append(linkOf(text, piece->line, piece->cut));
        return true;
    }

private:
    Splitter m_lines;
};

class TextSource : public Source
{
public:
    explicit TextSource(InputBuffer &input)
        : m_words(input, wordSeparators)
    {
    }
    bool read(QList<item::Link> &links, bool mayRead) override
    {
        const auto word = m_words.next(mayRead);
        if (word)
            appendTextLinks(links, *word);
        return word.has_value();
    }

private:
    Splitter m_words;
};

class TableSource : public Source
{
public:
    TableSource(InputBuffer &input, bool tabs)
        : m_table(input, tabs)
    {
    }
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override;

private:
    void takeHeader(QList<item::Link> &links);
    void takeRow(QList<item::Link> &links);
    bool findColumn();
    void append(QList<item::Link> &links, const TableRecord &record) const;

    TableReader m_table;
    std::deque<TableRecord> m_waiting; ///< rows before the column is known
    qsizetype m_column = -1;
    bool m_headerTaken = false;
    bool m_noLinks = false;
};

bool TableSource::read(QList<item::Link> &links, bool mayRead)
{
    if (m_noLinks)
        return false;
    if (!m_table.next(mayRead)) {
        m_noLinks = mayRead && m_column < 0 && m_headerTaken;
        return false;
    }
    if (!m_headerTaken)
        takeHeader(links);
    else
        takeRow(links);
    return !m_noLinks;
}

QString TableSource::error() const
{
    if (m_noLinks)
        return QStringLiteral("has no column named url, link or href, and none that holds links");
    if (const auto line = m_table.openQuote())
        return QStringLiteral("has a quote in line %1 that is never closed").arg(line);
    return {};
}

/// A first row that holds a link is a row, not a header.
void TableSource::takeHeader(QList<item::Link> &links)
{
    const auto &header = m_table.record();
    if (header.size() == 1 && trimmed(header.field(0)).isEmpty())
        return;
    m_headerTaken = true;
    for (const char *name : {"url", "link", "href"}) {
        for (qsizetype i = 0; m_column < 0 && i < header.size(); ++i) {
            if (trimmed(header.field(i)).compare(name, Qt::CaseInsensitive) == 0)
                m_column = i;
        }
    }
    if (m_column < 0 && findColumn())
        append(links, header);
}

void TableSource::takeRow(QList<item::Link> &links)
{
    if (m_column >= 0) {
        append(links, m_table.record());
        return;
    }
    m_waiting.push_back(m_table.record());
    if (findColumn()) {
        for (const auto &row : m_waiting)
            append(links, row);
        m_waiting.clear();
    }
    m_noLinks = m_waiting.size() >= maxRowsBeforeLink;
}

bool TableSource::findColumn()
{
    const auto &record = m_table.record();
    for (qsizetype i = 0; m_column < 0 && i < record.size(); ++i) {
        if (hasHttpScheme(trimmed(record.field(i))))
            m_column = i;
    }
    return m_column >= 0;
}

void TableSource::append(QList<item::Link> &links, const TableRecord &record) const
{
    const auto text = trimmed(record.field(m_column));
    if (!text.isEmpty())
        links.append(linkOf(text, record.line(), record.cut(m_column)));
}

std::unique_ptr<Source> makeSource(InputBuffer &input, ListFormat format)
{
    switch (format) {
    case ListFormat::Text:
        return std::make_unique<TextSource>(input);
    case ListFormat::Csv:
    case ListFormat::Tsv:
        return std::make_unique<TableSource>(input, format == ListFormat::Tsv);
    case ListFormat::Lines:
        break;
    }
    return std::make_unique<LineSource>(input);
}

} // namespace

class LinkReader::Private
{
public:
    Private(QIODevice &device, ListFormat format)
        : input(device)
        , source(makeSource(input, format))
    {
    }

    InputBuffer input;
    std::unique_ptr<Source> source;
    QList<item::Link> spare; ///< one word of text may have brought more than was asked for
};

LinkReader::LinkReader(QIODevice &device, ListFormat format)
    : d(std::make_unique<Private>(device, format))
{
}

LinkReader::~LinkReader() = default;

QList<item::Link> LinkReader::next(qsizetype most)
{
    auto links = std::exchange(d->spare, {});
    // What a slow pipe has brought is handed on before it is waited for.
    while (links.size() < most && d->source->read(links, links.isEmpty() || !d->input.mayWait())) {
    }
    if (links.size() > most) {
        d->spare = links.mid(most);
        links.resize(most);
    }
    return links;
}

QString LinkReader::error() const
{
    return d->input.error().isEmpty() ? d->source->error() : d->input.error();
}

ListFormat detectFormat(const QString &fileName, const QByteArray &head)
{
    if (fileName.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive))
        return ListFormat::Csv;
    if (fileName.endsWith(QLatin1StringView(".tsv"), Qt::CaseInsensitive))
        return ListFormat::Tsv;
    auto first = head.first(qMin(head.size(), headBytes));
    QBuffer buffer(&first);
    buffer.open(QIODevice::ReadOnly);
    InputBuffer input(buffer);
    Splitter lines(input, "\r\n");
    qsizetype entries = 0;
    qsizetype linkLines = 0;
    while (const auto piece = lines.next(true)) {
        const auto text = trimmed(piece->text);
        entries += isEntry(text);
        linkLines += isEntry(text) && isLinkLine(text);
    }
    return linkLines * 2 >= entries ? ListFormat::Lines : ListFormat::Text;
}

QList<item::Link> linksInText(const QString &text)
{
    auto bytes = text.toUtf8();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    LinkReader reader(buffer, detectFormat({}, bytes));
    QList<item::Link> all;
    for (auto links = reader.next(); !links.isEmpty(); links = reader.next())
        all += links;
    return all;
}

} // namespace trawl::exchange

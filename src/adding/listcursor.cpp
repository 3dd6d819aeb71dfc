// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/listcursor.h"

#include "item/listformats.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QStringEncoder>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace trawl::adding {

namespace {

namespace fs = std::filesystem;

constexpr qint64 headSize = 64 * 1024;
constexpr qsizetype mostLists = 10'000;

/// Ends where it is when nobody wants it any more: a gigabyte without a link in it is read in one
/// step otherwise.
class ListFile : public QFile
{
public:
    ListFile(const QString &path, const std::atomic_bool *cancelled)
        : QFile(path)
        , m_cancelled(cancelled)
    {
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        return m_cancelled && *m_cancelled ? -1 : QFile::readData(data, most);
    }

private:
    const std::atomic_bool *m_cancelled;
};

/// The same for a long text.
class ListText : public QBuffer
{
public:
    ListText(const QString &text, const std::atomic_bool *cancelled)
        : m_cancelled(cancelled)
    {
        setData(toUtf8(text));
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        return m_cancelled && *m_cancelled ? -1 : QBuffer::readData(data, most);
    }

private:
    [[nodiscard]] QByteArray toUtf8(QStringView text) const
    {
        constexpr qsizetype step = 1 << 20;
        QByteArray utf8;
        utf8.reserve(text.size());
        QStringEncoder encoder(QStringEncoder::Utf8);
        for (qsizetype at = 0; at < text.size() && !(m_cancelled && *m_cancelled); at += step)
            utf8 += encoder(text.mid(at, step));
        return utf8;
    }

    const std::atomic_bool *m_cancelled;
};

/// The lists of a folder and of those in it.
struct FolderLists
{
    QStringList files; ///< paths, in order; at most 10 000
    QString error;     ///< the first folder that could not be read, and why; English
};

/// Goes through one folder after the other.
class Walk
{
public:
    Walk(const QString &folder, const std::atomic_bool *cancelled)
        : m_folders{fs::path(QFile::encodeName(folder).toStdString())}
        , m_cancelled(cancelled)
    {
    }

    FolderLists run()
    {
        while (!m_folders.empty() && !isOver()) {
            const auto folder = std::move(m_folders.back());
            m_folders.pop_back();
            look(folder);
        }
        std::sort(m_found.files.begin(), m_found.files.end());
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool isOver() const
    {
        return (m_cancelled && *m_cancelled) || m_found.files.size() >= mostLists;
    }
    void look(const fs::path &folder)
    {
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            if (isOver())
                return;
            take(*entry);
        }
        if (error && m_found.error.isEmpty()) {
            m_found.error = QFileInfo(pathOf(folder)).fileName() + QStringLiteral(": ") +
                            qt_error_string(error.value());
        }
    }
    void take(const fs::directory_entry &entry)
    {
        const auto path = pathOf(entry.path());
        const auto name = path.sliced(path.lastIndexOf(u'/') + 1);
        if (name.startsWith(u'.'))
            return;
        std::error_code ignored; // it was gone before it was looked at
        if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
            m_folders.push_back(entry.path());
        else if (item::listFormatOfName(name) && entry.is_regular_file(ignored))
            m_found.files.append(path);
    }
    static QString pathOf(const fs::path &path)
    {
        return QFile::decodeName(QByteArray::fromStdString(path.native()));
    }

    std::vector<fs::path> m_folders;
    const std::atomic_bool *m_cancelled;
    FolderLists m_found;
};

/// By suffix; hidden ones do not count, and links to folders are not followed. May take a while on
/// a network; `cancelled` ends it.
FolderLists listsIn(const QString &folder, const std::atomic_bool *cancelled)
{
    return Walk(folder, cancelled).run();
}

} // namespace

ListCursor::ListCursor(ListInput input, ReadChoices choices, const std::atomic_bool *cancelled)
    : m_input(std::move(input))
    , m_choices(std::move(choices))
    , m_cancelled(cancelled)
{
    const auto given = std::exchange(m_input.files, {});
    for (const auto &file : given)
        addFile(file);
    if (m_input.files.isEmpty() && !given.isEmpty() && m_error.isEmpty())
        m_error = QFileInfo(given.first()).fileName() + QStringLiteral(": has no lists in it");
    m_size = m_input.text.size();
    for (const auto &file : std::as_const(m_input.files))
        m_size += QFileInfo(file).size();
}

ListCursor::~ListCursor() = default;

/// Of a folder the lists in it.
void ListCursor::addFile(const QString &path)
{
    if (!QFileInfo(path).isDir()) {
        m_input.files << path;
        return;
    }
    const auto found = listsIn(path, m_cancelled);
    m_input.files << found.files;
    if (m_error.isEmpty())
        m_error = found.error;
}

QList<item::Link> ListCursor::next(qsizetype most)
{
    while (m_reader || open()) {
        if (auto links = m_reader->next(most); !links.isEmpty())
            return links;
        noteError(m_reader->error());
        keepFirst(m_note, m_reader->note());
        m_reader.reset();
        m_passed += m_device->size();
    }
    return {};
}

double ListCursor::fraction() const
{
    const auto now = m_passed + (m_reader ? m_device->pos() : 0);
    return m_size > 0 ? std::clamp(double(now) / double(m_size), 0.0, 1.0) : 1.0;
}

QIODevice *ListCursor::open()
{
    m_reader.reset();
    while (!m_reader && m_source < m_input.files.size())
        openFile(m_input.files.at(m_source++));
    if (!m_reader && m_source == m_input.files.size() && !m_input.text.isEmpty()) {
        ++m_source;
        openText();
    }
    return m_reader ? m_device.get() : nullptr;
}

exchange::ReadOptions ListCursor::options() const
{
    exchange::ReadOptions options;
    options.patterns = m_file.isEmpty() && m_choices.patterns;
    options.charset = m_kind.charset;
    options.layout = m_choices.layout;
    return options;
}

void ListCursor::openText()
{
    auto buffer = std::make_unique<ListText>(m_input.text, m_cancelled);
    buffer->open(QIODevice::ReadOnly);
    m_file.clear();
    m_kind =
        exchange::detectList({}, buffer->peek(headSize),
                             {.format = m_choices.format, .charset = QByteArrayLiteral("utf-8")});
    if (!m_kind.refusal.isEmpty()) {
        noteError(m_kind.refusal);
        return;
    }
    m_device = std::move(buffer);
    m_reader = std::make_unique<exchange::LinkReader>(*m_device, m_kind.format, options());
}

void ListCursor::openFile(const QString &path)
{
    m_file = path;
    // A pipe may let its reader wait for ever, and can be read only once.
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        noteError(QStringLiteral("is no regular file"));
        return;
    }
    auto file = std::make_unique<ListFile>(path, m_cancelled);
    if (!file->open(QIODevice::ReadOnly)) {
        noteError(file->errorString());
        return;
    }
    m_kind = exchange::detectList(path, file->peek(headSize),
                                  {.format = m_choices.format, .charset = m_choices.charset});
    if (!m_kind.refusal.isEmpty()) {
        noteError(m_kind.refusal);
        return;
    }
    m_device = std::move(file);
    m_reader = std::make_unique<exchange::LinkReader>(*m_device, m_kind.format, options());
}

void ListCursor::keepFirst(QString &kept, const QString &what) const
{
    const bool cancelled = m_cancelled && *m_cancelled;
    if (kept.isEmpty() && !what.isEmpty() && !cancelled)
        kept = m_file.isEmpty() ? what : QFileInfo(m_file).fileName() + QStringLiteral(": ") + what;
}

} // namespace trawl::adding

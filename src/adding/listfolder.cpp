// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/listfolder.h"

#include "item/listformats.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace trawl::adding {

namespace {

namespace fs = std::filesystem;

constexpr qsizetype mostLists = 10'000;

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

} // namespace

FolderLists listsIn(const QString &folder, const std::atomic_bool *cancelled)
{
    return Walk(folder, cancelled).run();
}

} // namespace trawl::adding

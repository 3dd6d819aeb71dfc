// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/listcursor.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace trawl::adding {

namespace {

constexpr qint64 headSize = 64 * 1024;

} // namespace

ListCursor::ListCursor(ListInput input)
    : m_input(std::move(input))
    , m_size(m_input.text.size())
{
    for (const auto &file : std::as_const(m_input.files))
        m_size += QFileInfo(file).size();
}

ListCursor::~ListCursor() = default;

QList<item::Link> ListCursor::next(qsizetype most)
{
    while (m_reader || openNext()) {
        if (auto links = m_reader->next(most); !links.isEmpty())
            return links;
        noteError(m_reader->error());
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

bool ListCursor::openNext()
{
    while (!m_reader && m_source < m_input.files.size())
        openFile(m_input.files.at(m_source++));
    if (!m_reader && m_source == m_input.files.size() && !m_input.text.isEmpty()) {
        ++m_source;
        m_file.clear();
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(m_input.text.toUtf8());
        buffer->open(QIODevice::ReadOnly);
        m_device = std::move(buffer);
        const auto format = exchange::detectFormat({}, m_device->peek(headSize));
        m_reader = std::make_unique<exchange::LinkReader>(*m_device, format,
                                                          exchange::ReadOptions{.patterns = true});
    }
    return m_reader != nullptr;
}

void ListCursor::openFile(const QString &path)
{
    m_file = path;
    auto file = std::make_unique<QFile>(path);
    if (QFileInfo(path).isDir()) {
        noteError(QStringLiteral("Is a directory"));
    } else if (!file->open(QIODevice::ReadOnly)) {
        noteError(file->errorString());
    } else {
        m_device = std::move(file);
        const auto format = exchange::detectFormat(path, m_device->peek(headSize));
        m_reader = std::make_unique<exchange::LinkReader>(*m_device, format);
    }
}

void ListCursor::noteError(const QString &error)
{
    if (m_error.isEmpty() && !error.isEmpty())
        m_error =
            m_file.isEmpty() ? error : QFileInfo(m_file).fileName() + QStringLiteral(": ") + error;
}

} // namespace trawl::adding

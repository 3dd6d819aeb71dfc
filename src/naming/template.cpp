// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/template.h"

#include "naming/decode.h"
#include "naming/filename.h"
#include "naming/pathbuilder.h"
#include "naming/suffix.h"
#include "naming/urlparts.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace trawl::naming {

namespace {

/// One application of a template to one item.
class Expansion
{
public:
    explicit Expansion(const NameInput &input)
        : m_input(input)
    {
        if (!input.folder.isEmpty()) {
            m_path.appendPath(input.folder);
            m_path.endComponent();
        }
    }

    void add(const TemplatePart &part);
    [[nodiscard]] QString take() { return m_path.take(); }

private:
    void readName();
    void addUrlDirectories();

    const NameInput &m_input;
    PathBuilder m_path;
    QString m_name; // of the list's wish with its directories; read when it is needed
    qsizetype m_stem = 0;
};

void Expansion::readName()
{
    if (!m_name.isEmpty())
        return;
    m_name = m_input.name.isEmpty() ? fileName(m_input.url, m_input.head) : m_input.name;
    const qsizetype last = m_name.lastIndexOf(u'/') + 1;
    m_stem = last + stemSize(QStringView(m_name).sliced(last));
}

// Split before they are decoded: an encoded slash is no directory.
void Expansion::addUrlDirectories()
{
    QByteArrayView path = urlParts(m_input.url).path;
    m_path.appendPath({});
    bool first = true;
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/')) {
        if (slash > 0) {
            if (!std::exchange(first, false))
                m_path.nextOfPath();
            m_path.append(guessedText(*percentDecoded(path.first(slash), BadEscape::Keep)));
        }
        path = path.sliced(slash + 1);
    }
}

void Expansion::add(const TemplatePart &part)
{
    switch (part.kind) {
    case PartKind::Text:
        m_path.append(part.text);
        break;
    case PartKind::Slash:
        m_path.endComponent();
        break;
    case PartKind::Name:
        readName();
        m_path.appendPath(m_name);
        break;
    case PartKind::Stem:
        readName();
        m_path.appendPath(QStringView(m_name).first(m_stem));
        break;
    case PartKind::Ext:
        readName();
        m_path.append(QStringView(m_name).sliced(std::min(m_stem + 1, m_name.size())));
        break;
    case PartKind::Host:
        m_path.append(QString::fromLatin1(urlParts(m_input.url).host));
        break;
    case PartKind::Path:
        addUrlDirectories();
        break;
    case PartKind::Index:
        m_path.append(QString::number(m_input.index).rightJustified(part.width, u'0'));
        break;
    case PartKind::Job:
        m_path.append(m_input.job);
        break;
    case PartKind::Date:
        m_path.append(QDateTime::fromMSecsSinceEpoch(m_input.dateMs).toString(part.text));
        break;
    case PartKind::Field:
        if (m_input.field)
            m_path.append(m_input.field(part.text));
        break;
    }
}

} // namespace

bool NameTemplate::has(PartKind kind) const
{
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [kind](const TemplatePart &part) { return part.kind == kind; });
}

QString NameTemplate::path(const NameInput &input) const
{
    Expansion expansion(input);
    for (const auto &part : m_parts)
        expansion.add(part);
    return expansion.take();
}

} // namespace trawl::naming

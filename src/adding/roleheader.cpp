// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/roleheader.h"

#include <QComboBox>

#include <array>

namespace trawl::adding {

namespace {

struct RoleName
{
    exchange::Role role;
    const char *name;
};

using exchange::Role;

constexpr std::array roleNames{
    RoleName{Role::None, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "(ignored)")},
    RoleName{Role::Url, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Link")},
    RoleName{Role::Name, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "File name")},
    RoleName{Role::Path, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "File with folder")},
    RoleName{Role::Folder, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Folder")},
    RoleName{Role::Headers, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Request headers")},
    RoleName{Role::Referer, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Referer")},
    RoleName{Role::Checksum, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Checksum")},
    RoleName{Role::Mirrors, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Mirrors")},
    RoleName{Role::Size, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Size in bytes")},
    RoleName{Role::User, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "User")},
    RoleName{Role::Password, QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Password")},
};

/// A column that is called "sha256" is a checksum of that kind.
Role shownRole(Role role)
{
    return role == Role::Digest ? Role::Checksum : role;
}

} // namespace

RoleHeader::RoleHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(false);
    setHighlightSections(false);
    connect(this, &QHeaderView::sectionResized, this, &RoleHeader::placeBoxes);
    connect(this, &QHeaderView::geometriesChanged, this, &RoleHeader::placeBoxes);
}

void RoleHeader::setRoles(const exchange::TableLayout &layout)
{
    const auto wanted = std::size_t(layout.columns.size());
    while (m_boxes.size() > wanted) {
        m_boxes.back()->deleteLater();
        m_boxes.back()->hide();
        m_boxes.pop_back();
    }
    while (m_boxes.size() < wanted)
        m_boxes.push_back(makeBox(int(m_boxes.size())));
    for (std::size_t i = 0; i < wanted; ++i) {
        auto &box = *m_boxes[i];
        const auto &column = layout.columns[qsizetype(i)];
        box.setCurrentIndex(box.findData(int(shownRole(column.role))));
        box.setAccessibleName(tr("What column %1 is")
                                  .arg(column.name.isEmpty()
                                           ? QString::number(i + 1)
                                           : QString::fromUtf8(column.name.left(50))));
        box.show();
    }
    placeBoxes();
}

QSize RoleHeader::sizeHint() const
{
    auto size = QHeaderView::sizeHint();
    size.setHeight(fontMetrics().height() * 3 / 2 + boxHeight());
    return size;
}

QComboBox *RoleHeader::makeBox(int column)
{
    auto *box = new QComboBox(viewport());
    for (const auto &row : roleNames)
        box->addItem(tr(row.name), int(row.role));
    connect(box, &QComboBox::activated, this,
            [this, box, column] { Q_EMIT roleChosen(column, Role(box->currentData().toInt())); });
    return box;
}

int RoleHeader::boxHeight() const
{
    return m_boxes.empty() ? 0 : m_boxes.front()->sizeHint().height();
}

void RoleHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QHeaderView::paintSection(painter, rect.adjusted(0, 0, 0, -boxHeight()), logicalIndex);
}

QSize RoleHeader::sectionSizeFromContents(int logicalIndex) const
{
    auto size = QHeaderView::sectionSizeFromContents(logicalIndex);
    if (!m_boxes.empty())
        size = size.expandedTo(m_boxes.front()->sizeHint());
    return size;
}

void RoleHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    placeBoxes();
}

/// They follow their sections, also when the table is scrolled.
void RoleHeader::placeBoxes()
{
    for (int i = 0; i < int(m_boxes.size()) && i < count(); ++i) {
        const int height = boxHeight();
        m_boxes[std::size_t(i)]->setGeometry(sectionViewportPosition(i),
                                             viewport()->height() - height, sectionSize(i), height);
    }
}

} // namespace trawl::adding

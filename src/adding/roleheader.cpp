// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/roleheader.h"

#include <QComboBox>

#include <algorithm>
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
    RoleName{Role::LikelySize,
             QT_TRANSLATE_NOOP("trawl::adding::RoleHeader", "Size, from 1000 bytes on")},
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
    m_layout = layout;
    const int columns = int(layout.columns.size());
    for (auto gone = m_boxes.lower_bound(columns); gone != m_boxes.end();) {
        gone->second->hide();
        gone->second->deleteLater();
        gone = m_boxes.erase(gone);
    }
    if (columns > 0)
        (void)boxOf(0);
    for (const auto &[column, box] : m_boxes)
        showRole(*box, column);
    placeBoxes();
}

QComboBox *RoleHeader::box(int column) const
{
    const auto at = m_boxes.find(column);
    return at == m_boxes.end() ? nullptr : at->second;
}

QComboBox &RoleHeader::boxOf(int column)
{
    auto *&box = m_boxes[column];
    if (!box) {
        box = makeBox(column);
        showRole(*box, column);
    }
    return *box;
}

void RoleHeader::showRole(QComboBox &box, int number) const
{
    const auto &column = m_layout.columns[number];
    box.setCurrentIndex(box.findData(int(shownRole(column.role))));
    box.setAccessibleName(tr("What column %1 is")
                              .arg(column.name.isEmpty()
                                       ? QString::number(number + 1)
                                       : QString::fromUtf8(column.name.left(50))));
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
    return m_boxes.empty() ? 0 : m_boxes.begin()->second->sizeHint().height();
}

void RoleHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QHeaderView::paintSection(painter, rect.adjusted(0, 0, 0, -boxHeight()), logicalIndex);
}

QSize RoleHeader::sectionSizeFromContents(int logicalIndex) const
{
    auto size = QHeaderView::sectionSizeFromContents(logicalIndex);
    if (!m_boxes.empty())
        size = size.expandedTo(m_boxes.begin()->second->sizeHint());
    return size;
}

void RoleHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    placeBoxes();
}

void RoleHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    placeBoxes();
}

/// They follow their sections.
void RoleHeader::placeBoxes()
{
    const int columns = std::min(count(), int(m_layout.columns.size()));
    if (columns == 0)
        return;
    const auto at = [&](int x) {
        const int column = visualIndexAt(x);
        return column < 0 ? columns - 1 : std::min(column, columns - 1);
    };
    const auto [first, last] = std::minmax({at(0), at(viewport()->width() - 1)});
    for (const auto &[column, box] : m_boxes)
        box->setVisible(column >= first && column <= last);
    const int height = boxHeight();
    for (int column = first; column <= last; ++column) {
        auto &box = boxOf(column);
        box.setGeometry(sectionViewportPosition(column), viewport()->height() - height,
                        sectionSize(column), height);
        box.show();
    }
}

} // namespace trawl::adding

#include "moc_roleheader.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/columnspage.h"

#include "adding/reviewmodels.h"
#include "adding/roleheader.h"
#include "ui_columnspage.h"

#include <QComboBox>
#include <QScrollBar>

namespace trawl::adding {

ColumnsPage::ColumnsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ColumnsPage>())
    , m_cells(new CellModel(this))
    , m_header(new RoleHeader(this))
{
    m_ui->setupUi(this);
    m_ui->cells->setHorizontalHeader(m_header);
    m_ui->cells->setModel(m_cells);
    const QList<std::pair<QString, char>> separators{
        {tr("Comma"), ','}, {tr("Semicolon"), ';'}, {tr("Tab"), '\t'}, {tr("Bar |"), '|'}};
    for (const auto &[name, sign] : separators)
        m_ui->separator->addItem(name, int(sign));
    connect(m_ui->cells->horizontalScrollBar(), &QScrollBar::valueChanged, m_header,
            &RoleHeader::placeBoxes);
    connect(m_header, &RoleHeader::roleChosen, this, &ColumnsPage::chooseRole);
    connect(m_ui->header, &QCheckBox::clicked, this, &ColumnsPage::chooseHeader);
    connect(m_ui->separator, &QComboBox::activated, this, &ColumnsPage::chooseSeparator);
    connect(m_ui->forget, &QPushButton::clicked, this, &ColumnsPage::forget);
    m_ui->forget->setEnabled(false);
}

ColumnsPage::~ColumnsPage() = default;

void ColumnsPage::show(const Survey &survey)
{
    const bool objects = survey.tableFormat == exchange::ListFormat::Json ||
                         survey.tableFormat == exchange::ListFormat::JsonLines;
    const bool otherColumns = m_layout.columns.size() != survey.table.layout.columns.size();
    m_layout = survey.table.layout;
    m_ui->header->setVisible(!objects);
    m_ui->separator->setVisible(!objects);
    m_ui->separatorLabel->setVisible(!objects);
    m_ui->header->setChecked(m_layout.header);
    m_ui->separator->setCurrentIndex(m_ui->separator->findData(int(m_layout.separator)));
    m_cells->show(survey);
    m_header->setRoles(m_layout);
    if (otherColumns)
        fitColumns();
}

/// Of thousands, which would take a while, the first ones.
void ColumnsPage::fitColumns()
{
    constexpr qsizetype most = 50;
    if (const auto *box = m_header->box(0))
        m_header->setDefaultSectionSize(box->sizeHint().width());
    for (int i = 0; i < int(qMin(most, m_layout.columns.size())); ++i)
        m_ui->cells->resizeColumnToContents(i);
}

/// Only one column is the list's link; another that was it becomes a mirror.
void ColumnsPage::chooseRole(int column, exchange::Role role)
{
    auto layout = m_layout;
    if (role == exchange::Role::Url) {
        for (auto &other : layout.columns) {
            if (other.role == exchange::Role::Url)
                other.role = exchange::Role::None;
        }
    }
    const auto before = layout.columns[column].role;
    if (before != exchange::Role::Digest || role != exchange::Role::Checksum)
        layout.columns[column].role = role;
    choose(layout);
}

/// The names are those of the first row that is shown.
void ColumnsPage::chooseHeader(bool header)
{
    auto layout = m_layout;
    layout.header = header;
    for (int i = 0; i < int(layout.columns.size()); ++i) {
        layout.columns[i].name =
            header ? m_cells->index(0, i).data().toString().toUtf8() : QByteArray();
    }
    choose(layout);
}

/// What the columns are is found out anew.
void ColumnsPage::chooseSeparator()
{
    choose({.columns = {}, .separator = char(m_ui->separator->currentData().toInt())});
}

void ColumnsPage::choose(const exchange::TableLayout &layout)
{
    m_chosen = layout;
    m_ui->forget->setEnabled(true);
    Q_EMIT changed();
}

void ColumnsPage::forget()
{
    m_chosen.reset();
    m_ui->forget->setEnabled(false);
    Q_EMIT changed();
}

} // namespace trawl::adding

#include "moc_columnspage.cpp"

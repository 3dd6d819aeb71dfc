// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/reviewtabs.h"

#include "adding/columnspage.h"
#include "adding/reviewmodels.h"
#include "models/texts.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <array>

namespace trawl::adding {

namespace {

/// Names as extract/charset.h has them, and as people know them.
constexpr std::array charsets{
    std::pair{"utf-8", "UTF-8"},
    std::pair{"utf-16le", "UTF-16 LE"},
    std::pair{"utf-16be", "UTF-16 BE"},
    std::pair{"gbk", "GBK"},
    std::pair{"gb18030", "GB18030"},
    std::pair{"big5", "Big5"},
    std::pair{"shift_jis", "Shift_JIS"},
    std::pair{"euc-jp", "EUC-JP"},
    std::pair{"euc-kr", "EUC-KR"},
    std::pair{"windows-1250", "Windows-1250"},
    std::pair{"windows-1251", "Windows-1251"},
    std::pair{"windows-1252", "Windows-1252"},
    std::pair{"windows-1253", "Windows-1253"},
    std::pair{"windows-1254", "Windows-1254"},
    std::pair{"windows-1255", "Windows-1255"},
    std::pair{"windows-1256", "Windows-1256"},
    std::pair{"windows-1257", "Windows-1257"},
    std::pair{"windows-1258", "Windows-1258"},
    std::pair{"koi8-r", "KOI8-R"},
    std::pair{"ibm866", "IBM866"},
    std::pair{"iso-8859-2", "ISO 8859-2"},
};

QString charsetLabel(const QByteArray &name)
{
    for (const auto &[known, label] : charsets) {
        if (name == known)
            return QString::fromLatin1(label);
    }
    return QString::fromLatin1(name);
}

/// The table, and in its place a sentence while it is empty.
QWidget *withSentence(QTableView *table, const QString &sentence, QWidget *parent)
{
    auto *label = new QLabel(sentence, table);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QVBoxLayout(table->viewport());
    layout->addWidget(label);
    const auto update = [table, label] { label->setVisible(table->model()->rowCount() == 0); };
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, label, update);
    QObject::connect(table->model(), &QAbstractItemModel::rowsRemoved, label, update);
    auto *page = new QWidget(parent);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->addWidget(table);
    return page;
}

} // namespace

ReviewTabs::ReviewTabs(QWidget *parent)
    : QTabWidget(parent)
    , m_links(new LinkModel(this))
    , m_problems(new ProblemModel(this))
    , m_hosts(new HostModel(this))
    , m_patterns(new PatternModel(this))
    , m_columns(new ColumnsPage(this))
{
    setAccessibleName(tr("What is in the list"));
    auto *links = addTable(m_links, tr("Links"), QStringLiteral("links"),
                           tr("The first links are shown here."));
    links->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    addProblems();
    auto *hosts = addTable(m_hosts, tr("Hosts"), QStringLiteral("hosts"),
                           tr("The hosts of the links are shown here."));
    hosts->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    connect(m_hosts, &HostModel::withoutChanged, this, &ReviewTabs::hostsChanged);
    addTab(m_columns, tr("Columns"));
    connect(m_columns, &ColumnsPage::changed, this, &ReviewTabs::choicesChanged);
    addPatterns();
    addEncoding();
    for (auto *page : {static_cast<QWidget *>(m_columns), m_patternPage, m_encodingPage})
        setTabVisible(indexOf(page), false);
}

QTableView *ReviewTabs::addTable(ReviewModel *model, const QString &title, const QString &name,
                                 const QString &empty)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    addTab(withSentence(table, empty, this), title);
    return table;
}

void ReviewTabs::addProblems()
{
    m_problemTable =
        addTable(m_problems, tr("Problems"), QStringLiteral("problems"),
                 tr("Every line can be used. What could not be would be shown here, with the "
                    "reason."));
    auto *header = m_problemTable->horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(2, QHeaderView::Stretch);
    // A reason is a sentence and what is wrong in this very line: it is to be read without a mouse.
    const auto em = fontMetrics().height();
    header->resizeSection(1, em * 14);
    m_problemTable->setWordWrap(true);
    m_problemTable->verticalHeader()->setDefaultSectionSize(em * 5 / 2);
    auto *page = m_problemTable->parentWidget();
    auto *row = new QHBoxLayout;
    m_moreProblems = new QLabel(page);
    row->addWidget(m_moreProblems, 1);
    auto *copy = new QPushButton(tr("Copy all"), page);
    copy->setObjectName(QStringLiteral("copyProblems"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &ReviewTabs::copyProblems);
    row->addWidget(copy);
    static_cast<QVBoxLayout *>(page->layout())->addLayout(row);
}

void ReviewTabs::addPatterns()
{
    auto *table = addTable(m_patterns, tr("Patterns"), QStringLiteral("patterns"),
                           tr("Links like http://a.example/[001-100].jpg are shown here."));
    for (const int column : {0, 2, 3})
        table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_patternPage = table->parentWidget();
    m_expand = new QCheckBox(tr("These patterns stand for &many links"), m_patternPage);
    m_expand->setObjectName(QStringLiteral("expand"));
    m_expand->setChecked(true);
    connect(m_expand, &QCheckBox::toggled, this, &ReviewTabs::choicesChanged);
    static_cast<QVBoxLayout *>(m_patternPage->layout())->insertWidget(0, m_expand);
}

void ReviewTabs::addEncoding()
{
    m_encodingPage = new QWidget(this);
    m_format = new QComboBox(m_encodingPage);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(QString(), -1);
    for (const auto &format : item::listFormats())
        m_format->addItem(tr(format.title), int(format.format));
    connect(m_format, &QComboBox::activated, this, &ReviewTabs::choicesChanged);
    m_charset = new QComboBox(m_encodingPage);
    m_charset->setObjectName(QStringLiteral("charset"));
    m_charset->addItem(QString(), QByteArray());
    for (const auto &[name, label] : charsets)
        m_charset->addItem(QString::fromLatin1(label), QByteArray(name));
    connect(m_charset, &QComboBox::activated, this, &ReviewTabs::choicesChanged);
    m_sample = new QPlainTextEdit(m_encodingPage);
    m_sample->setObjectName(QStringLiteral("sample"));
    m_sample->setAccessibleName(tr("The first lines of the list"));
    m_sample->setReadOnly(true);
    m_sample->setTabChangesFocus(true);
    m_sample->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *layout = new QFormLayout(m_encodingPage);
    layout->addRow(tr("Format:"), m_format);
    layout->addRow(tr("&Encoding:"), m_charset);
    layout->addRow(m_sample);
    addTab(m_encodingPage, tr("Encoding"));
}

void ReviewTabs::show(const Survey &survey)
{
    m_links->show(survey);
    m_problems->show(survey);
    m_problemTable->setColumnHidden(ProblemModel::FileColumn, survey.files < 2);
    m_hosts->show(survey);
    m_patterns->show(survey);
    if (survey.hasTable)
        m_columns->show(survey);
    setTabVisible(indexOf(m_columns), survey.hasTable);
    setTabVisible(indexOf(m_patternPage), !survey.patterns.isEmpty());
    setTabVisible(indexOf(m_encodingPage),
                  !survey.charset.isEmpty() || m_format->currentIndex() > 0);
    showFormat(survey);
    showEncoding(survey);
    showCounts(survey);
}

void ReviewTabs::showCounts(const Survey &survey)
{
    const auto problems = survey.duplicate + survey.invalid;
    setTabText(1, problems > 0 ? tr("Problems (%1)").arg(models::Texts::count(problems))
                               : tr("Problems"));
    setTabText(2, survey.hosts.size() > 1
                      ? tr("Hosts (%1)").arg(models::Texts::count(survey.hosts.size()))
                      : tr("Hosts"));
    const auto more = problems - survey.problems.size();
    m_moreProblems->setText(more > 0 ? tr("… and %1 more").arg(models::Texts::count(more))
                                     : QString());
}

void ReviewTabs::showFormat(const Survey &survey)
{
    const bool chosen = m_format->currentIndex() > 0;
    m_format->setItemText(
        0, chosen ? tr("Detected") : tr("Detected: %1").arg(tr(item::infoOf(survey.format).title)));
}

void ReviewTabs::showEncoding(const Survey &survey)
{
    const bool chosen = m_charset->currentIndex() > 0;
    m_charset->setItemText(0, chosen ? tr("Detected")
                                     : tr("Detected: %1").arg(charsetLabel(survey.charset)));
    if (m_sample->toPlainText() != survey.sample)
        m_sample->setPlainText(survey.sample);
}

ReadChoices ReviewTabs::choices() const
{
    return {.patterns = m_expand->isChecked(),
            .format = m_format->currentIndex() > 0
                          ? std::optional(exchange::ListFormat(m_format->currentData().toInt()))
                          : std::nullopt,
            .charset = m_charset->currentData().toByteArray(),
            .layout = m_columns->layoutChosen(),
            .withoutHosts = m_hosts->without()};
}

qint64 ReviewTabs::linksWithout() const
{
    return m_hosts->linksWithout();
}

/// Lines with tabs between, as spreadsheets take them.
void ReviewTabs::copyProblems()
{
    QString text;
    for (int row = 0; row < m_problems->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_problems->columnCount(); ++column)
            cells << m_problems->index(row, column).data().toString();
        text += cells.join(u'\t') + u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace trawl::adding

#include "moc_reviewtabs.cpp"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook.h"
#include "exchange/filefailure.h"
#include "exchange/zipentry.h"
#include "item/localfault.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <xlsxwriter.h>

namespace trawl::exchange {

namespace {

constexpr qsizetype maxCharacters = 32767; // of a cell, in UTF-16 units
constexpr qint64 exactInteger = 1LL << 53; // a cell's number is a double

/// What XML 1.0 cannot hold becomes U+FFFD. "_x0041_" would be read as "A", so it is escaped.
QString sheetText(const QByteArray &utf8)
{
    auto text = QString::fromUtf8(utf8);
    const auto isForbidden = [](QChar c) {
        return (c < u' ' && c != u'\t' && c != u'\n' && c != u'\r') || c >= QChar(0xfffe);
    };
    std::replace_if(text.begin(), text.end(), isForbidden, QChar(QChar::ReplacementCharacter));
    if (text.size() > maxCharacters) {
        const auto note = QStringLiteral(" [cut: %1 characters]").arg(text.size());
        auto length = maxCharacters - note.size();
        if (text[length - 1].isHighSurrogate())
            --length;
        text = text.first(length) + note;
    }
    if (text.contains(u"_x")) {
        static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
        const auto escaped = QString(text).replace(escape, QStringLiteral("_x005F_"));
        if (escaped.size() <= maxCharacters) // longer is refused as a whole
            text = escaped;
    }
    return text;
}

double widthOf(const ExportTable &table, qsizetype column)
{
    const auto name = table.name(column);
    if (name == "url" || name == "final_url")
        return 50;
    const bool isNarrow = table.kind(column) == CellKind::Number || name == "status";
    const double usual = isNarrow ? 10 : 24;
    return std::clamp(double(name.size()) + 4, usual, 50.0);
}

/// A workbook while it is written; the library's memory goes with it.
class Workbook
{
public:
    Workbook(QByteArray path, const ExportTable &table, qint64 rowsPerSheet)
        : m_path(std::move(path))
        , m_table(table)
        , m_rowsPerSheet(rowsPerSheet)
    {
    }
    [[nodiscard]] tl::expected<void, item::Failure> open();
    [[nodiscard]] tl::expected<void, item::Failure> add(const item::Result &result);
    [[nodiscard]] tl::expected<void, item::Failure> close();

private:
    struct Free
    {
        void operator()(lxw_workbook *book) const;
    };
    [[nodiscard]] tl::expected<void, item::Failure> beginSheet();
    [[nodiscard]] tl::expected<void, item::Failure> endSheet();
    [[nodiscard]] lxw_error write(lxw_col_t column, const Cell &cell);
    [[nodiscard]] lxw_error writeText(lxw_col_t column, const QByteArray &text,
                                      lxw_format *format = nullptr);
    [[nodiscard]] tl::expected<void, item::Failure> checkWritten() const;

    QByteArray m_path;
    const ExportTable &m_table;
    qint64 m_rowsPerSheet;
    QByteArray m_directory;
    std::unique_ptr<lxw_workbook, Free> m_book;
    lxw_worksheet *m_sheet = nullptr; ///< the workbook's
    lxw_format *m_header = nullptr;   ///< the workbook's
    int m_sheets = 0;
    lxw_row_t m_row = 0;
};

/// The library forgets the temporary files of a workbook that is given up: they would go on to take
/// room on the disk.
void Workbook::Free::operator()(lxw_workbook *book) const
{
    for (auto *sheet = STAILQ_FIRST(book->worksheets); sheet;
         sheet = STAILQ_NEXT(sheet, list_pointers)) {
        if (sheet->optimize_tmpfile)
            std::fclose(sheet->optimize_tmpfile);
        sheet->optimize_tmpfile = nullptr;
    }
    lxw_workbook_free(book);
}

item::Failure libraryFailure(lxw_error error)
{
    if (item::localFault(errno) == item::LocalFault::FullDisk)
        return systemFailure(errno);
    return fileFailure(QString::fromUtf8(lxw_strerror(error)));
}

tl::expected<void, item::Failure> Workbook::open()
{
    m_directory = QFile::encodeName(QFileInfo(QFile::decodeName(m_path)).absolutePath());
    // Rows go to a temporary file at once; beside the target there is room, or nothing helps.
    lxw_workbook_options options{
        .constant_memory = LXW_TRUE, .tmpdir = m_directory.data(), .use_zip64 = LXW_FALSE};
    errno = 0;
    m_book.reset(workbook_new_opt(m_path.constData(), &options));
    if (!m_book)
        return tl::unexpected(libraryFailure(LXW_ERROR_MEMORY_MALLOC_FAILED));
    m_header = workbook_add_format(m_book.get());
    format_set_bold(m_header);
    return beginSheet();
}

tl::expected<void, item::Failure> Workbook::beginSheet()
{
    ++m_sheets;
    QByteArray name("results");
    if (m_sheets > 1)
        name += ' ' + QByteArray::number(m_sheets);
    errno = 0;
    m_sheet = workbook_add_worksheet(m_book.get(), name.constData());
    if (!m_sheet || !m_sheet->optimize_tmpfile)
        return tl::unexpected(libraryFailure(LXW_ERROR_CREATING_TMPFILE));
    m_row = 0;
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (qsizetype i = 0; i < m_table.size(); ++i) {
        const auto column = lxw_col_t(i);
        worksheet_set_column(m_sheet, column, column, widthOf(m_table, i), nullptr);
        if (const auto error = writeText(column, m_table.name(i), m_header))
            return tl::unexpected(libraryFailure(error));
    }
    ++m_row;
    return {};
}

/// The library does not look at what its writes to the temporary file return.
tl::expected<void, item::Failure> Workbook::endSheet()
{
    worksheet_autofilter(m_sheet, 0, 0, m_row - 1, lxw_col_t(m_table.size() - 1));
    errno = 0;
    if (std::fflush(m_sheet->optimize_tmpfile) != 0 || std::ferror(m_sheet->optimize_tmpfile))
        return tl::unexpected(systemFailure(errno != 0 ? errno : ENOSPC));
    return {};
}

lxw_error Workbook::writeText(lxw_col_t column, const QByteArray &text, lxw_format *format)
{
    return worksheet_write_string(m_sheet, m_row, column, sheetText(text).toUtf8().constData(),
                                  format);
}

lxw_error Workbook::write(lxw_col_t column, const Cell &cell)
{
    switch (cell.kind) {
    case CellKind::Null:
        return LXW_NO_ERROR;
    case CellKind::Flag:
        return worksheet_write_boolean(m_sheet, m_row, column, cell.text == "true", nullptr);
    case CellKind::Number: {
        bool isInteger = false;
        const auto integer = cell.text.toLongLong(&isInteger);
        if (isInteger && (integer > exactInteger || integer < -exactInteger))
            return writeText(column, cell.text);
        return worksheet_write_number(m_sheet, m_row, column, cell.text.toDouble(), nullptr);
    }
    case CellKind::Text:
    case CellKind::Json:
        return writeText(column, cell.text);
    }
    return LXW_NO_ERROR;
}

tl::expected<void, item::Failure> Workbook::add(const item::Result &result)
{
    if (m_row >= m_rowsPerSheet) {
        auto turned = endSheet();
        if (turned)
            turned = beginSheet();
        if (!turned)
            return turned;
    }
    for (qsizetype i = 0; i < m_table.size(); ++i) {
        if (const auto error = write(lxw_col_t(i), m_table.cell(result, i)))
            return tl::unexpected(libraryFailure(error));
    }
    ++m_row;
    return {};
}

tl::expected<void, item::Failure> Workbook::close()
{
    if (auto ended = endSheet(); !ended)
        return ended;
    errno = 0;
    if (const auto error = workbook_close(m_book.release()))
        return tl::unexpected(libraryFailure(error));
    return checkWritten();
}

/// While it makes sheets of its temporary files the library takes a full disk for success.
tl::expected<void, item::Failure> Workbook::checkWritten() const
{
    for (int i = 1; i <= m_sheets; ++i) {
        const auto name = "xl/worksheets/sheet" + QByteArray::number(i) + ".xml";
        if (!zipEntryEndsWith(m_path, name, "</worksheet>"))
            return tl::unexpected(systemFailure(ENOSPC));
    }
    return {};
}

} // namespace

tl::expected<qint64, item::Failure> writeWorkbook(const QByteArray &path, const RowSource &rows,
                                                  const ExportTable &table, qint64 rowsPerSheet)
{
    Workbook book(path, table, rowsPerSheet);
    if (auto opened = book.open(); !opened)
        return tl::unexpected(opened.error());
    qint64 count = 0;
    auto row = rows();
    for (; row && *row; row = rows()) {
        if (auto added = book.add(**row); !added)
            return tl::unexpected(added.error());
        ++count;
    }
    if (!row)
        return tl::unexpected(row.error());
    if (auto closed = book.close(); !closed)
        return tl::unexpected(closed.error());
    return count;
}

} // namespace trawl::exchange

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/aboutdialog.h"

#include "models/icons.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSysInfo>

namespace trawl::windows {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Trawl"));
    auto *icon = new QLabel(this);
    icon->setPixmap(models::icon(u"trawl").pixmap(fontMetrics().height() * 5));
    auto *title = new QLabel(tr("Trawl %1").arg(QStringLiteral(TRAWL_VERSION)), this);
    auto large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    title->setFont(large);
    auto *text = new QLabel(this);
    text->setObjectName(QStringLiteral("facts"));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setText(
        tr("Fetches lists of links, ten of them or a million, and makes tables of pages.") +
        QStringLiteral("\n\n") +
        tr("Free software under the GNU General Public License, version 3 or later, without any "
           "warranty.") +
        QStringLiteral("\n\n") +
        tr("It stands on Qt %1, QCoro, libcurl, SQLite, Gumbo, libxml2, PCRE2, libpsl, xxHash, "
           "zstd, toml++, libxlsxwriter and tl::expected.")
            .arg(QLatin1StringView(qVersion())) +
        QStringLiteral("\n\n") + QSysInfo::prettyProductName());
    text->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *words = new QVBoxLayout;
    words->addWidget(title);
    words->addWidget(text, 1);
    auto *top = new QHBoxLayout;
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top, 1);
    layout->addWidget(buttons);
}

} // namespace trawl::windows

#include "moc_aboutdialog.cpp"

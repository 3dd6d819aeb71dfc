// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/icons.h"
#include "support/testmain.h"

#include <QDir>
#include <QGuiApplication>
#include <QPalette>
#include <QPixmap>
#include <QTest>

namespace tst_icons {

using namespace trawl;
using namespace trawl::models;

namespace {

/// The mean lightness of what an icon draws; -1 when it draws nothing.
int inkOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const auto image = icon.pixmap(QSize(24, 24), 1.0, mode).toImage();
    int ink = 0;
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const auto colour = image.pixelColor(x, y);
            if (colour.alpha() > 200) {
                ink += colour.lightness();
                ++pixels;
            }
        }
    }
    return pixels == 0 ? -1 : ink / pixels;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconDraws()
    {
        QVERIFY(!icon(u"add").isNull());
        const auto names = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(names.size() >= 19);
        for (const auto &name : names)
            QVERIFY2(inkOf(icon(name.chopped(4))) >= 0, qPrintable(name));
        QVERIFY(icon(u"gremlin").isNull());
    }

    void everyStatusHasItsOwn()
    {
        QList<QImage> seen;
        for (int i = 0; i <= int(item::Status::Last); ++i) {
            const auto image = statusIcon(item::Status(i)).pixmap(24, 24).toImage();
            QVERIFY(!image.isNull() && !seen.contains(image));
            seen.append(image);
        }
    }

    void followsThePalette()
    {
        const auto before = QGuiApplication::palette();
        const auto add = icon(u"add");
        QGuiApplication::setPalette(QPalette(Qt::white));
        QVERIFY(inkOf(add) < 60);
        const auto failedOnLight = inkOf(statusIcon(item::Status::Failed));
        QGuiApplication::setPalette(QPalette(QColor(0x20, 0x20, 0x20)));
        QVERIFY(inkOf(add) > 200);
        QVERIFY(inkOf(statusIcon(item::Status::Failed)) > failedOnLight);
        QGuiApplication::setPalette(before);
    }

    void isSharpOnDenseScreens()
    {
        const auto pixmap = icon(u"add").pixmap(QSize(16, 16), 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
};

TRAWL_TEST(Gui, TestIcons)

} // namespace tst_icons

#include "tst_icons.moc"

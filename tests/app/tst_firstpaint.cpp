// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"
#include "support/bigsession.h"
#include "support/testmain.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace tst_firstpaint {
using namespace trawl;

namespace {

constexpr int many = 100'000;
constexpr int patienceMs = 240'000;

} // namespace

/// The program shows the rows of a session on a real screen, wherever on it.
class TestFirstPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreToldFromTheRest()
    {
        QImage picture(600, 800, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QVERIFY(!firstpaint::showsRows(picture));
        const auto lines = [&picture](int pitch, int from, int to, int count) {
            picture.fill(Qt::white);
            for (int line = 0; line < count; ++line) {
                for (int x = from; x < to; x += 3)
                    picture.setPixel(x, 100 + pitch * line, qRgb(0, 0, 0));
            }
            return firstpaint::showsRows(picture);
        };
        QVERIFY(lines(24, 150, 550, 20));
        QVERIFY(!lines(24, 150, 550, 11));
        QVERIFY(!lines(24, 20, 150, 20));  // a sidebar
        QVERIFY(!lines(6, 150, 550, 100)); // something hatched
    }
    void rowsAreThere()
    {
        QTemporaryDir home;
        const auto session = home.filePath(QStringLiteral("s.trawl"));
        QVERIFY(support::makeSession(session, many, home.filePath(QStringLiteral("files"))));
        const QDeadlineTimer patience(patienceMs);
        QImage last;
        bool seen = false;
        QVERIFY(firstpaint::start(home.path(), session, [&](const QImage &screen, const auto &) {
            last = screen;
            seen = firstpaint::showsRows(screen);
            return seen || patience.hasExpired();
        }));
        QDir().mkpath(QStringLiteral(TRAWL_ARTEFACTS));
        last.save(QStringLiteral(TRAWL_ARTEFACTS "/first-paint.png"));
        QVERIFY(seen);
    }
};

TRAWL_TEST(Gui, TestFirstPaint)

} // namespace tst_firstpaint

#include "tst_firstpaint.moc"

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/droptarget.h"
#include "support/testmain.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <ctime>

namespace tst_droptarget {

using namespace trawl::adding;

class TestDropTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatADropWillDo()
    {
        QCOMPARE(dropHint({.text = QStringLiteral("http://a.example/1 and http://a.example/2"),
                           .files = {}}),
                 QStringLiteral("2 link(s) will be added"));
        QCOMPARE(dropHint({.text = {}, .files = {QStringLiteral("/x"), QStringLiteral("/y")}}),
                 QStringLiteral("2 list(s) will be read"));
        QCOMPARE(dropHint({.text = QStringLiteral("nothing"), .files = {}}),
                 QStringLiteral("There is no link in it"));
        const auto links = QStringLiteral("http://a.example/\n");
        QVERIFY(dropHint({.text = links.repeated(50'000), .files = {}}).contains(u"50"));
        QCOMPARE(dropHint({.text = links.repeated(250'000), .files = {}}),
                 QStringLiteral("A list will be read"));
    }

    void namesFolders()
    {
        const QTemporaryDir dir;
        const QDir root(dir.path());
        QVERIFY(root.mkpath(QStringLiteral("papers")) && root.mkpath(QStringLiteral("films")));
        const auto papers = root.filePath(QStringLiteral("papers"));
        const auto hint = [](const QStringList &files) {
            return dropHint({.text = {}, .files = files});
        };
        QCOMPARE(hint({papers}), QStringLiteral("All lists in “papers” will be read"));
        QCOMPARE(hint({papers + u'/'}), QStringLiteral("All lists in “papers” will be read"));
        QCOMPARE(hint({papers, root.filePath(QStringLiteral("films"))}),
                 QStringLiteral("All lists in 2 folder(s) will be read"));
        QCOMPARE(hint({papers, QStringLiteral("/x.txt")}),
                 QStringLiteral("1 list(s) and all in the folders will be read"));
        const auto longName = QString(200, u'n');
        QVERIFY(root.mkpath(longName));
        QVERIFY(hint({root.filePath(longName)}).size() < 80);
    }

    void countsBesideTheWindow()
    {
        QWidget window;
        DropTarget target(&window);
        QMimeData mime;
        mime.setText(QStringLiteral("http://a.example/[1-9999]"));
        QDragEnterEvent enter({9, 9}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &enter);
        QCOMPARE(target.hint(), QStringLiteral("Drop to add"));
        QCOMPARE(target.accessibleName(), target.hint());
        QTRY_COMPARE(target.hint(), QStringLiteral("9,999 link(s) will be added"));
        QCOMPARE(target.accessibleName(), target.hint());
    }

    void aDragDoesNotStall()
    {
        QWidget window;
        const DropTarget target(&window);
        QMimeData mime; // half a million characters
        mime.setText(QStringLiteral("http://a.example/[1-9] and so on\n").repeated(15'000));
        QDragEnterEvent enter({9, 9}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QDragMoveEvent move({9, 10}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &enter);
        for (int i = 0; i < 100; ++i)
            QCoreApplication::sendEvent(&window, &move);
        QCOMPARE(target.hint(), QStringLiteral("Drop to add")); // it is counted elsewhere
        QVERIFY(enter.isAccepted() && move.isAccepted());
        QTRY_VERIFY(target.hint().contains(QStringLiteral("link(s) will be added")));
    }

    void whatIsLateIsNotShown()
    {
        QWidget window;
        DropTarget target(&window);
        QMimeData first;
        first.setText(QStringLiteral("http://a.example/[1-9999]"));
        QMimeData second;
        second.setText(QStringLiteral("http://a.example/1"));
        QDragEnterEvent enter({9, 9}, Qt::CopyAction, &first, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &enter);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&window, &leave);
        QDragEnterEvent again({9, 9}, Qt::CopyAction, &second, Qt::LeftButton, {});
        QStringList hints;
        QCoreApplication::sendEvent(&window, &again);
        for (int i = 0; i < 100; ++i) {
            QTest::qWait(3);
            if (!hints.contains(target.hint()))
                hints << target.hint();
        }
        QCOMPARE(hints.last(), QStringLiteral("1 link(s) will be added"));
        QVERIFY2(hints.size() <= 2, qPrintable(hints.join(u'|')));
    }

    void coversTheWindowWhileSomethingHovers()
    {
        QWidget window;
        window.resize(400, 300);
        DropTarget target(&window);
        window.show();
        QMimeData mime;
        mime.setText(QStringLiteral("http://a.example/1"));
        QDragEnterEvent enter({9, 9}, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(enter.dropAction(), Qt::CopyAction);
        QVERIFY(target.isVisible());
        QCOMPARE(target.size(), window.size());
        QVERIFY(window.childAt(9, 9) != &target);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&window, &leave);
        QVERIFY(!target.isVisible());
    }

    void handsOverWhatIsDropped()
    {
        QWidget window;
        DropTarget target(&window);
        QSignalSpy dropped(&target, &DropTarget::dropped);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/l.txt"))});
        QDragEnterEvent enter({9, 9}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(target.isVisibleTo(&window));
        QDropEvent drop({9, 9}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &drop);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first().first().value<ListInput>().files,
                 QStringList(QStringLiteral("/tmp/l.txt")));
        QVERIFY(!target.isVisible());
    }

    void leavesOtherThingsAlone()
    {
        QWidget window;
        DropTarget target(&window);
        QMimeData mime;
        mime.setData(QStringLiteral("image/png"), "x");
        QDragEnterEvent enter({9, 9}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        enter.ignore();
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(!target.isVisible());
    }
};

TRAWL_TEST(Gui, TestDropTarget)

} // namespace tst_droptarget

#include "tst_droptarget.moc"

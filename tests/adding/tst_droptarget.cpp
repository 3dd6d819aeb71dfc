// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/droptarget.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

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
        QCOMPARE(
            dropHint({.text = QStringLiteral("http://a.example/\n").repeated(50'000), .files = {}}),
            QStringLiteral("A list will be read"));
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

QTEST_MAIN(TestDropTarget)
#include "tst_droptarget.moc"

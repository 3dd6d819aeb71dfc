// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/readingstyle.h"
#include "support/testmain.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QTest>

#include <cmath>
#include <functional>
#include <memory>

namespace tst_readingstyle {

using namespace trawl;

namespace {

/// Its last slash would jump to the other end.
const QString shownUrl = QStringLiteral("https://a.example/papers/");
const QString words = QStringLiteral("مقالات جديدة (12):");

using Widget = std::unique_ptr<QWidget>;
using Make = std::function<Widget(const QString &text)>;

Widget table(const QString &text)
{
    auto view = std::make_unique<QTableView>();
    view->setFrameShape(QFrame::NoFrame);
    auto *model = new QStandardItemModel(1, 1, view.get());
    model->setItem(0, 0, new QStandardItem(text));
    view->setModel(model);
    view->setShowGrid(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->hide();
    view->setColumnWidth(0, 300);
    view->setSelectionMode(QAbstractItemView::NoSelection);
    return view;
}

Widget list(const QString &text)
{
    auto view = std::make_unique<QListWidget>();
    view->setFrameShape(QFrame::NoFrame);
    view->addItem(text);
    return view;
}

Widget header(const QString &text)
{
    auto made = table(text);
    auto *view = static_cast<QTableView *>(made.get());
    view->model()->setHeaderData(0, Qt::Horizontal, text);
    view->model()->setData(view->model()->index(0, 0), QString());
    view->horizontalHeader()->show();
    return made;
}

Widget combo(const QString &text)
{
    auto box = std::make_unique<QComboBox>();
    box->addItem(text);
    return box;
}

Widget line(const QString &text)
{
    auto edit = std::make_unique<QLineEdit>(text);
    edit->setFocusPolicy(Qt::NoFocus); // no cursor in the picture
    return edit;
}

Widget label(const QString &text)
{
    return std::make_unique<QLabel>(text);
}

Widget button(const QString &text)
{
    return std::make_unique<QPushButton>(text);
}

/// The dark parts of a picture, cut out: the letters, wherever they stand.
QImage ink(const QImage &picture, const QRect &of)
{
    QRect all;
    for (int y = of.top(); y <= of.bottom(); ++y) {
        for (int x = of.left(); x <= of.right(); ++x) {
            if (qGray(picture.pixel(x, y)) < 110)
                all |= QRect(x, y, 1, 1);
        }
    }
    return picture.copy(all);
}

/// Without the arrow of a combo box, which changes sides.
QRect insideOf(const QWidget &widget)
{
    if (!widget.inherits("QComboBox"))
        return widget.rect().adjusted(2, 2, -2, -2);
    QStyleOptionComboBox option;
    option.initFrom(&widget);
    return widget.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                          QStyle::SC_ComboBoxEditField, &widget);
}

QImage lettersOf(QWidget &widget)
{
    widget.resize(320, 60);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        return {};
    QTest::qWait(10);
    const auto picture = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    return ink(picture, insideOf(widget));
}

/// How alike two pictures are: the share of points that are dark in one of them alone.
double difference(const QImage &one, const QImage &other)
{
    if (one.isNull() || other.isNull() || std::abs(one.width() - other.width()) > 2 ||
        std::abs(one.height() - other.height()) > 1)
        return 1;
    int differ = 0;
    int dark = 0;
    for (int y = 0; y < std::min(one.height(), other.height()); ++y) {
        for (int x = 0; x < std::min(one.width(), other.width()); ++x) {
            const bool a = qGray(one.pixel(x, y)) < 128;
            const bool b = qGray(other.pixel(x, y)) < 128;
            differ += a != b ? 1 : 0;
            dark += a || b ? 1 : 0;
        }
    }
    return dark == 0 ? 1 : double(differ) / dark;
}

} // namespace

/// Pictures of the same text, laid out from the left and from the right.
class TestReadingStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { useStyle(false); }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void aLinkIsReadFromTheLeft_data() { widgets(); }
    void aLinkIsReadFromTheLeft()
    {
        QFETCH(Make, make);
        const auto fromLeft = picture(make, shownUrl, Qt::LeftToRight);
        QVERIFY(!fromLeft.isNull());
        useStyle(true);
        const auto fromRight = picture(make, shownUrl, Qt::RightToLeft);
        QVERIFY2(difference(fromLeft, fromRight) < 0.2,
                 qPrintable(QString::number(difference(fromLeft, fromRight))));
    }

    /// Else the test above would say nothing.
    void withoutTheStyleItIsNot_data() { widgetsThatNeedIt(); }
    void withoutTheStyleItIsNot()
    {
        QFETCH(Make, make);
        const auto fromLeft = picture(make, shownUrl, Qt::LeftToRight);
        const auto fromRight = picture(make, shownUrl, Qt::RightToLeft);
        QVERIFY(difference(fromLeft, fromRight) > 0.5);
    }

    void wordsFollowTheLayout_data() { widgets(); }
    void wordsFollowTheLayout()
    {
        QFETCH(Make, make);
        const auto plain = picture(make, words, Qt::RightToLeft);
        useStyle(true);
        const auto styled = picture(make, words, Qt::RightToLeft);
        QVERIFY(difference(plain, styled) < 0.01);
    }

    void nothingChangesFromTheLeft_data() { widgets(); }
    void nothingChangesFromTheLeft()
    {
        QFETCH(Make, make);
        const auto plain = picture(make, shownUrl, Qt::LeftToRight);
        useStyle(true);
        QVERIFY(difference(plain, picture(make, shownUrl, Qt::LeftToRight)) < 0.01);
    }

    void theMarksAreOnlyPainted()
    {
        useStyle(true);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QComboBox box;
        box.addItem(shownUrl);
        QLabel text(shownUrl);
        text.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text.setSelection(0, int(shownUrl.size()));
        box.show();
        text.show();
        QCOMPARE(box.currentText(), shownUrl);
        QCOMPARE(text.selectedText(), shownUrl);
    }

    void itIsInstalledOnlyWhereItIsNeeded()
    {
        desktop::installReadingStyle();
        QVERIFY(!qobject_cast<desktop::ReadingStyle *>(QApplication::style()));
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        desktop::installReadingStyle();
        QVERIFY(qobject_cast<desktop::ReadingStyle *>(QApplication::style()));
    }

private:
    static void widgetsThatNeedIt()
    {
        QTest::addColumn<Make>("make");
        QTest::newRow("table") << Make(table);
        QTest::newRow("list") << Make(list);
        QTest::newRow("header") << Make(header);
        QTest::newRow("combo box") << Make(combo);
        QTest::newRow("button") << Make(button);
    }
    static void widgets()
    {
        widgetsThatNeedIt();
        // Qt itself reads these by what they hold.
        QTest::newRow("line edit") << Make(line);
        QTest::newRow("label") << Make(label);
    }
    static void useStyle(bool reading)
    {
        auto *fusion = QStyleFactory::create(QStringLiteral("Fusion"));
        QApplication::setStyle(reading ? new desktop::ReadingStyle(fusion) : fusion);
    }
    static QImage picture(const Make &make, const QString &text, Qt::LayoutDirection direction)
    {
        QGuiApplication::setLayoutDirection(direction);
        const auto widget = make(text);
        widget->setLayoutDirection(direction);
        auto palette = widget->palette();
        palette.setColor(QPalette::Window, Qt::white);
        palette.setColor(QPalette::Button, Qt::white);
        widget->setPalette(palette);
        return lettersOf(*widget);
    }
};

TRAWL_TEST(Gui, TestReadingStyle)

} // namespace tst_readingstyle

#include "tst_readingstyle.moc"

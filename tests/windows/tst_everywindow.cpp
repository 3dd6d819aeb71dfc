// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/plainlabels.h"
#include "models/plaintip.h"
#include "support/looks.h"
#include "support/testmain.h"
#include "windows/everywindow.h"
#include "windows/examine.h"
#include "windows/stage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace tst_everywindow {

using namespace trawl;
using namespace trawl::windows;

namespace {

using Check = QStringList (*)(const QWidget &);

struct Rule
{
    const char *name;
    Check check;
};

constexpr std::array rules{
    Rule{"without a name", namelessWidgets},  Rule{"cut off", cutTexts},
    Rule{"outside its parent", strayWidgets}, Rule{"mnemonic twice", doubleMnemonics},
    Rule{"mnemonic shown", leftMnemonics},    Rule{"shortcut twice", doubleShortcuts},
    Rule{"taken for HTML", formattedTexts}};

struct Look
{
    const char *name;
    QLocale locale;
    double fonts = 1;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

QStringList faultsOf(const QWidget &window)
{
    QStringList faults;
    for (const auto &rule : rules) {
        const auto found = rule.check(window);
        for (const auto &fault : found)
            faults << QLatin1StringView(rule.name) + u' ' + fault;
    }
    return faults;
}

QList<Look> looksToTry()
{
    return {{"English", looks::english()},
            {"Chinese", looks::chinese()},
            {"English, large", looks::english(), 1.5},
            {"Chinese, large", looks::chinese(), 1.5},
            {"right to left", looks::english(), 1, Qt::RightToLeft}};
}

} // namespace

/// What holds for every window, dialog and menu there is.
class TestEveryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        looks::setTheme(looks::Theme::Light);
        m_stage = std::make_unique<Stage>();
    }
    void cleanupTestCase() { m_stage.reset(); }

    void isInOrder_data()
    {
        QTest::addColumn<const Entry *>("entry");
        QTest::addColumn<Look>("look");
        for (const auto &entry : everyWindow()) {
            for (const auto &look : looksToTry())
                QTest::addRow("%s, %s", entry.name, look.name) << &entry << look;
        }
    }
    void isInOrder()
    {
        QFETCH(const Entry *, entry);
        QFETCH(Look, look);
        const looks::FontScale fonts(look.fonts);
        const looks::Language language(look.locale);
        QGuiApplication::setLayoutDirection(look.direction);
        looks::setTheme(looks::Theme::Light); // with the style for that direction
        const auto window = entry->make(*m_stage);
        QVERIFY(window);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QStringList faults;
        forEveryTab(*entry, *window, [&](const QString &tab) {
            // What wraps tells its height only when it has its width.
            QStringList found;
            std::ignore =
                QTest::qWaitFor([&] { return (found = faultsOf(*window)).isEmpty(); }, 5'000);
            for (const auto &fault : found)
                faults << tab + u' ' + fault;
        });
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void findsNamelessWidgets()
    {
        QDialog dialog;
        auto *line = new QLineEdit(&dialog);
        QCOMPARE(namelessWidgets(dialog).size(), 1);
        line->setAccessibleName(QStringLiteral("Name"));
        QVERIFY(namelessWidgets(dialog).isEmpty());
    }

    void findsCutTexts_data()
    {
        QTest::addColumn<QWidget *>("widget");
        const auto text = QStringLiteral("A text that needs its room");
        auto *label = new QLabel(text);
        auto *wrapped = new QLabel(text);
        wrapped->setWordWrap(true);
        auto *box = new QCheckBox(text);
        auto *button = new QPushButton(text);
        auto *line = new QLineEdit;
        line->setPlaceholderText(text);
        auto *combo = new QComboBox;
        combo->addItem(text);
        const auto row = [](const char *name, QWidget *widget) { QTest::newRow(name) << widget; };
        row("label", label);
        row("wrapped label", wrapped);
        row("check box", box);
        row("button", button);
        row("placeholder", line);
        row("combo box", combo);
    }
    void findsCutTexts()
    {
        QFETCH(QWidget *, widget);
        QDialog dialog;
        widget->setParent(&dialog);
        dialog.resize(600, 200);
        widget->setGeometry(0, 0, 60, 24);
        dialog.show();
        QCOMPARE(cutTexts(dialog).size(), 1);
        widget->setGeometry(0, 0, 500, 40);
        QVERIFY2(cutTexts(dialog).isEmpty(), qPrintable(cutTexts(dialog).join(u'\n')));
    }

    void findsStrayWidgets()
    {
        QDialog dialog;
        dialog.resize(200, 100);
        auto *label = new QLabel(QStringLiteral("x"), &dialog);
        label->setGeometry(150, 0, 60, 20);
        dialog.show();
        QCOMPARE(strayWidgets(dialog).size(), 1);
        label->move(100, 0);
        QVERIFY(strayWidgets(dialog).isEmpty());
    }

    void findsDoubleMnemonics()
    {
        QDialog dialog;
        auto *layout = new QHBoxLayout(&dialog);
        layout->addWidget(new QPushButton(QStringLiteral("&Save")));
        layout->addWidget(new QCheckBox(QStringLiteral("&Start")));
        dialog.show();
        QCOMPARE(doubleMnemonics(dialog).size(), 1);
        QMenu menu;
        menu.addAction(QStringLiteral("粘贴(&P)"));
        QVERIFY(doubleMnemonics(menu).isEmpty());
        menu.addAction(QStringLiteral("&Pause"));
        QCOMPARE(doubleMnemonics(menu).size(), 1);
    }

    void findsMnemonicsThatAreShown()
    {
        QMainWindow window;
        QToolButton button(&window);
        button.setText(QStringLiteral("开始(S)"));
        window.show();
        QCOMPARE(leftMnemonics(window).size(), 1);
        button.setText(QStringLiteral("开始"));
        QVERIFY(leftMnemonics(window).isEmpty());
    }

    void findsDoubleShortcuts()
    {
        QMainWindow window;
        QWidget one(&window);
        QWidget other(&window);
        const auto add = [](QWidget &widget, const char *keys, Qt::ShortcutContext context) {
            auto *action = new QAction(&widget);
            action->setShortcut(QKeySequence(QLatin1StringView(keys)));
            action->setShortcutContext(context);
            widget.addAction(action);
        };
        add(one, "Ctrl+C", Qt::WidgetShortcut);
        add(other, "Ctrl+C", Qt::WidgetShortcut);
        QVERIFY(doubleShortcuts(window).isEmpty());
        add(window, "Ctrl+X", Qt::WindowShortcut);
        add(other, "Ctrl+X", Qt::WidgetShortcut);
        QCOMPARE(doubleShortcuts(window).size(), 1);
        add(one, "Ctrl+C", Qt::WidgetShortcut);
        QCOMPARE(doubleShortcuts(window).size(), 2);
    }

    void findsTextsThatAreTakenForHtml()
    {
        QDialog dialog;
        QLabel label(poison, &dialog);
        label.setTextFormat(Qt::AutoText);
        dialog.show();
        QCOMPARE(label.textFormat(), Qt::PlainText); // by desktop::PlainLabels
        QVERIFY(formattedTexts(dialog).isEmpty());
        label.setTextFormat(Qt::AutoText);
        label.setToolTip(poison);
        QCOMPARE(formattedTexts(dialog).size(), 2);
        label.setTextFormat(Qt::RichText); // asked for by name
        label.setToolTip(models::plainTip(poison));
        QVERIFY(formattedTexts(dialog).isEmpty());
    }

private:
    const desktop::PlainLabels m_plainLabels;
    std::unique_ptr<Stage> m_stage;
};

TRAWL_TEST(Gui, TestEveryWindow)

} // namespace tst_everywindow

#include "tst_everywindow.moc"

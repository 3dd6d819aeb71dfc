// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace tst_layering {

namespace {

using Names = std::initializer_list<const char *>;

/// Which folders of src/ a folder may include beside itself and item, and which modules of Qt
/// beside Core.
struct Row
{
    const char *module;
    Names uses;
    Names qt;
};

const std::array rows{
    Row{"item", {}, {}},
    Row{"scratch", {}, {}},
    Row{"rates", {}, {}},
    Row{"wire", {}, {}},
    Row{"extract", {}, {}},
    Row{"crawl", {}, {}},
    Row{"naming", {"extract"}, {}},
    Row{"queue", {"rates"}, {}},
    Row{"store", {"rates"}, {}},
    Row{"exchange", {"crawl", "extract", "scratch"}, {}},
    Row{"transport", {}, {"QtNetwork"}},
    Row{"fetch", {"rates", "transport"}, {"QtNetwork"}},
    Row{"pool", {"wire", "scratch"}, {"QtNetwork"}},
    Row{"worker", {"wire", "fetch", "extract", "crawl", "transport"}, {"QtNetwork"}},
    Row{"engine",
        {"queue", "pool", "store", "rates", "naming", "wire", "crawl", "scratch"},
        {"QtNetwork"}},
    Row{"control", {"engine"}, {"QtNetwork"}},
    Row{"models", {"engine"}, {"QtGui", "QtSvg"}},
    Row{"charts", {"models", "rates"}, {"QtGui", "QtWidgets", "QtCharts"}},
    Row{"example", {}, {"QtNetwork"}},
    Row{"desktop", {"models", "engine", "naming"}, {"QtGui", "QtWidgets", "QtDBus"}},
    Row{"adding",
        {"desktop", "models", "engine", "exchange", "naming", "rates"},
        {"QtGui", "QtWidgets"}},
    Row{"exporting", {"desktop", "models", "engine", "exchange"}, {"QtGui", "QtWidgets"}},
    Row{"recipes", {"desktop", "models", "engine", "exchange"}, {"QtGui", "QtWidgets"}},
    Row{"windows",
        {"adding", "exporting", "recipes", "example", "desktop", "models", "charts", "engine",
         "exchange"},
        {"QtGui", "QtWidgets"}},
    Row{"app",
        {"windows", "adding", "desktop", "models", "engine", "control"},
        {"QtGui", "QtWidgets"}},
    Row{"cli",
        {"engine", "control", "exchange", "extract", "crawl", "naming", "queue", "fetch",
         "transport"}, // these two for explain
        {}},
};

const Row *rowOf(const QString &module)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &r) {
        return module == QLatin1StringView(r.module);
    });
    return row == rows.end() ? nullptr : &*row;
}

bool holds(Names names, const QString &name)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char *n) { return name == QLatin1StringView(n); });
}

/// The Qt module that has the header, by where it is installed; empty = not Qt's.
QString qtModuleOf(const QString &header)
{
    const QString first = header.section(u'/', 0, 0);
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    if (first.startsWith(u"Qt") && headers.exists(first))
        return first;
    for (const char *name : {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtCharts", "QtSvg",
                             "QtSql", "QtDBus", "QtConcurrent", "QtOpenGL"}) {
        const QString module = QString::fromLatin1(name);
        if (headers.exists(module + u'/' + header))
            return module;
    }
    return {};
}

/// What is wrong with an include of `module`; empty = nothing.
QString complaint(const Row &row, const QString &header, bool quoted)
{
    const QString name = header.section(u'/', 0, 0);
    if (!quoted) {
        const QString module = qtModuleOf(header);
        const bool free = module.isEmpty() || module == QLatin1StringView("QtCore");
        return free || holds(row.qt, module) ? QString()
                                             : module + QStringLiteral(" is not for it");
    }
    if (!header.contains(u'/')) {
        const bool generated =
            header.startsWith(u"ui_") || header.endsWith(u".moc") || header.startsWith(u"moc_");
        return generated ? QString() : QStringLiteral("src/ is the include root");
    }
    if (!rowOf(name))
        return QStringLiteral("no such module");
    const bool allowed = name == QLatin1StringView(row.module) ||
                         name == QLatin1StringView("item") || holds(row.uses, name);
    return allowed ? QString() : QStringLiteral("it may not use ") + name;
}

/// All that is wrong in a source text of `row`'s folder.
QStringList complaints(const Row &row, const QString &source)
{
    static const QRegularExpression include(
        QStringLiteral(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"),
        QRegularExpression::MultilineOption);
    QStringList result;
    for (auto it = include.globalMatch(source); it.hasNext();) {
        const auto match = it.next();
        const QString what = complaint(row, match.captured(2), match.captured(1) == u"\"");
        if (!what.isEmpty())
            result.append(match.captured(2) + QStringLiteral(": ") + what);
    }
    return result;
}

} // namespace

} // namespace tst_layering

// Again, because moc 6.4 loses a namespace in which some raw strings stand.
namespace tst_layering {

/// The modules' table of ARCHITECTURE.md, enforced: who may include whom.
class LayeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checker_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *title, const char *module, const char *source, bool good) {
            QTest::newRow(title) << QString::fromLatin1(module) << QString::fromLatin1(source)
                                 << good;
        };
        row("itself", "queue", "#include \"queue/lane.h\"", true);
        row("item", "queue", "#include \"item/ids.h\"", true);
        row("named in its row", "queue", "#include \"rates/tokenbucket.h\"", true);
        row("not named", "queue", "#include \"store/store.h\"", false);
        row("the wrong way", "store", "#include \"engine/engine.h\"", false);
        row("through one that is named", "fetch", "#include \"wire/messages.h\"", false);
        row("no module", "queue", "#include \"quene/lane.h\"", false);
        row("no prefix", "queue", "#include \"lane.h\"", false);
        row("generated", "windows", "#include \"ui_mainwindow.h\"\n#include \"x.moc\"", true);
        row("Qt Core", "item", "#include <QString>\n#include <QtGlobal>\n#include <vector>", true);
        row("Network in fetch", "fetch", "#include <QNetworkReply>", true);
        row("Network in wire", "wire", "#include <QLocalSocket>", false);
        row("Gui in models", "models", "#include <QColor>", true);
        row("Widgets in models", "models", "#include <QWidget>", false);
        row("Widgets in windows", "windows", "#include <QWidget>", true);
        row("Gui in cli", "cli", "#include <QColor>", false);
        row("Gui in engine, with its folder", "engine", "#include <QtGui/QImage>", false);
        row("Widgets in pool, small letters", "pool", "#include <qwidget.h>", false);
        row("odd spaces", "engine", "  #  include   <QImage>", false);
        row("the second of two", "store", "#include <QString>\n\n#include \"wire/frame.h\"\n",
            false);
        row("in a comment", "store", "// #include \"wire/frame.h\"", true);
    }

    void checker()
    {
        QFETCH(QString, module);
        QFETCH(QString, source);
        QFETCH(bool, good);
        const Row *row = rowOf(module);
        QVERIFY(row);
        QCOMPARE(complaints(*row, source).isEmpty(), good);
    }

    void everyFileKeepsToItsRow()
    {
        const QDir src(QStringLiteral(TRAWL_SOURCE_DIR "/src"));
        QStringList wrong;
        int files = 0;
        for (const QString &folder : src.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const Row *row = rowOf(folder);
            if (!row) {
                wrong.append(folder + QStringLiteral(" is not in the table"));
                continue;
            }
            QDirIterator it(src.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                            QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                for (const QString &what : complaints(*row, QString::fromUtf8(file.readAll())))
                    wrong.append(src.relativeFilePath(file.fileName()) + u' ' + what);
            }
        }
        QVERIFY(files > 0);
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

TRAWL_TEST(Appless, LayeringTest)

} // namespace tst_layering

#include "tst_layering.moc"

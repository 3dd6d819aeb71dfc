// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/sourceview.h"
#include "support/testmain.h"

#include "support/loopturns.h"

#include <QTest>

namespace tst_sourceview {

using namespace trawl;
using namespace trawl::recipes;

class TestSourceView : public QObject
{
    Q_OBJECT

    [[nodiscard]] static QStringList marked(const SourceView &view)
    {
        QStringList texts;
        for (const auto &mark : view.extraSelections())
            texts.append(mark.cursor.selectedText());
        return texts;
    }

private Q_SLOTS:
    void marksMatches()
    {
        SourceView view;
        view.setSource(QStringLiteral("<p>one</p>\n<p>two</p>"));
        view.setMatches({{3, 6}, {14, 17}});
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(marked(view), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(view.textCursor().position(), 3); // brought into view
        view.showNextMatch();
        QCOMPARE(view.textCursor().position(), 14);
        view.showNextMatch();
        QCOMPARE(view.textCursor().position(), 3);
        view.setMatches({});
        QVERIFY(marked(view).isEmpty());
    }
    void longLinesAreBrokenAndMarksStayRight()
    {
        SourceView view;
        QString source;
        QList<item::SourceRange> matches;
        for (int i = 0; i < 500; ++i) {
            source += QStringLiteral("<li class=\"entry\">");
            matches.append({qint32(source.size()), qint32(source.size()) + 5});
            source += QStringLiteral("text%1</li>").arg(i % 10);
        }
        source += QString(3000, u'x') + QStringLiteral("<b>end</b>");
        matches.append({qint32(source.size()) - 7, qint32(source.size()) - 4});
        view.setSource(source);
        view.setMatches(matches);
        QTRY_VERIFY(view.isSettled());
        QVERIFY(view.blockCount() > 30);
        const auto texts = marked(view);
        QCOMPARE(texts.size(), 501);
        for (qsizetype i = 0; i < 500; ++i)
            QCOMPARE(texts[i], QStringLiteral("text%1").arg(i % 10));
        QCOMPARE(texts.last(), QStringLiteral("end"));
    }
    void aLargePageHoldsUpNobody()
    {
        SourceView view;
        view.resize(600, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QString source;
        while (source.size() < item::ProbeAnswer::mostSource)
            source += QStringLiteral("<div class=\"a b c\"><span>value</span></div>");
        const support::LoopTurns turns;
        view.setSource(source);
        QTRY_VERIFY(view.isSettled());
        // It is laid out in pieces that are small beside the whole.
        QVERIFY2(turns.count() >= 30, qPrintable(QString::number(turns.count())));
        QCOMPARE(view.toPlainText().remove(u'\n').size(), source.size());
    }
    void aSentenceInItsPlace()
    {
        SourceView view;
        view.setSource(QStringLiteral("x"));
        view.clearSource(QStringLiteral("Nothing here."));
        QTest::qWait(10);
        QCOMPARE(view.toPlainText(), QString());
        QCOMPARE(view.placeholderText(), QStringLiteral("Nothing here."));
    }
};

TRAWL_TEST(Gui, TestSourceView)

} // namespace tst_sourceview

#include "tst_sourceview.moc"

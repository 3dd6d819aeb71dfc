// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/doctype.h"

#include "item/ascii.h"

#include <QByteArray>

#include <algorithm>

namespace trawl::extract {

namespace {

constexpr QByteArrayView quirky[] = {
    "+//silmaril//dtd html pro v0r11 19970101//",
    "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//",
    "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//",
    "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2 draft//",
    "-//w3c//dtd html 3.2 final//",
    "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//",
    "-//webtechs//dtd mozilla html//",
};

/// Only without a system identifier.
constexpr QByteArrayView quirkyAlone[] = {
    "-//w3c//dtd html 4.01 frameset//",
    "-//w3c//dtd html 4.01 transitional//",
};

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && item::isHtmlSpace(text[at]))
        ++at;
    return at;
}

/// The text in quotation marks at `at`, which goes behind it; empty = there is none.
QByteArrayView quoted(QByteArrayView text, qsizetype &at)
{
    at = skipSpace(text, at);
    if (at >= text.size() || (text[at] != '"' && text[at] != '\''))
        return {};
    const auto end = text.indexOf(text[at], at + 1);
    const auto from = at + 1;
    at = end < 0 ? text.size() : end + 1;
    return text.sliced(from, (end < 0 ? text.size() : end) - from);
}

/// What stands ahead of the first tag; comments go by.
QByteArrayView doctypeOf(QByteArrayView html)
{
    qsizetype at = skipSpace(html, 0);
    while (html.sliced(at).startsWith("<!--")) {
        const auto end = html.indexOf("-->", at + 2);
        if (end < 0)
            return {};
        at = skipSpace(html, end + 3);
    }
    constexpr QByteArrayView begin("<!doctype");
    const auto rest = html.sliced(at);
    if (rest.size() < begin.size() ||
        rest.first(begin.size()).compare(begin, Qt::CaseInsensitive) != 0)
        return {};
    const auto end = rest.indexOf('>');
    return end < 0 ? QByteArrayView() : rest.first(end + 1);
}

} // namespace

QByteArrayView quirksDoctype(QByteArrayView html)
{
    const auto doctype = doctypeOf(html);
    const QByteArray lower = doctype.toByteArray().toLower();
    qsizetype at = lower.indexOf("public");
    if (at < 0)
        return {};
    at += 6;
    const auto publicId = quoted(lower, at);
    const auto systemId = quoted(lower, at);
    const auto begins = [&](QByteArrayView known) { return publicId.startsWith(known); };
    const bool isQuirky =
        std::any_of(std::begin(quirky), std::end(quirky), begins) ||
        (systemId.isEmpty() && std::any_of(std::begin(quirkyAlone), std::end(quirkyAlone), begins));
    return isQuirky ? doctype : QByteArrayView();
}

} // namespace trawl::extract

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Crawls a site from one page, by means that share nothing with Trawl: urllib and lxml.

One JSON object a line for each URL that was asked for, in no order: url, code, and of HTML pages
title, headings, links. tst_sites compares them with what trawlc says.
"""

import http.client
import json
import sys
import urllib.parse

import lxml.html


def squeezed(text):
    return " ".join(text.split())


def absolute(base, reference):
    """The URL without its fragment, None for what is no page."""
    try:
        url = urllib.parse.urljoin(base, reference.strip())
    except ValueError:
        return None
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~[]|^")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~?[]|^{}`\\")
    whole = urllib.parse.urlunsplit((parts.scheme, parts.netloc, path, query, ""))
    # A browser keeps the "?" of an empty query, urllib drops it.
    bare = reference.strip().split("#")[0]
    return whole + "?" if bare.endswith("?") and not query else whole


def fetched(connection, url):
    parts = urllib.parse.urlsplit(url)
    connection.request("GET", parts.path + ("?" + parts.query if parts.query else ""))
    answer = connection.getresponse()
    return answer.status, answer.getheader("Content-Type", ""), answer.read()


def record(url, body):
    parser = lxml.html.HTMLParser(encoding="utf-8")
    root = lxml.html.document_fromstring(body, parser=parser)
    title = root.find(".//title")
    names = {"h1", "h2", "h3", "h4", "h5", "h6"}
    anchors = [a for a in root.iter("a") if a.get("href") is not None]
    links = [absolute(url, a.get("href")) for a in anchors]
    return {
        "title": squeezed(title.text_content()) if title is not None else None,
        "headings": [squeezed(h.text_content()) for h in root.iter() if h.tag in names],
        "links": [link for link in links if link is not None],
    }


def crawl(start):
    host = urllib.parse.urlsplit(start).netloc
    connection = http.client.HTTPConnection(host)
    waiting, seen = [start], {start}
    while waiting:
        url = waiting.pop()
        code, kind, body = fetched(connection, url)
        result = {"url": url, "code": code}
        if code == 200 and kind.startswith("text/html"):
            result.update(record(url, body))
        print(json.dumps(result))
        for link in result.get("links", ()):
            if urllib.parse.urlsplit(link).netloc == host and link not in seen:
                seen.add(link)
                waiting.append(link)


if __name__ == "__main__":
    crawl(sys.argv[1])

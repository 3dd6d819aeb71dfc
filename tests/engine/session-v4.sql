-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A session as version 4 of it was left behind by `trawlc get`, ended by Ctrl+C, and `trawlc scrape`.
PRAGMA application_id = 1416787820;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE session (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    clean INTEGER NOT NULL -- 1 = closed as it should be
, synced INTEGER NOT NULL DEFAULT 0, arrivals INTEGER NOT NULL DEFAULT 0, last_removed INTEGER NOT NULL DEFAULT 0);
INSERT INTO session VALUES(1,1,2,6,0);
CREATE TABLE jobs (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL,
    directory TEXT    NOT NULL,
    source    BLOB    NOT NULL,
    imported  INTEGER NOT NULL,
    digest    INTEGER NOT NULL,
    complete  INTEGER NOT NULL,
    paused    INTEGER NOT NULL,
    created   INTEGER NOT NULL
, options TEXT NOT NULL DEFAULT '', cookies TEXT NOT NULL DEFAULT '', rank    INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL DEFAULT 0);
INSERT INTO jobs VALUES(1,'list.csv','/home/me/out',X'2f686f6d652f6d652f6c6973742e637376',4,3306375109038267836,1,0,1796068387995,'{"allowDowngrade":true,"bearer":"tok","collision":3,"connectTimeoutMs":20000,"firstByteTimeoutMs":50000,"headers":[["X-Own","value; with \"quotes\""]],"http":1,"idleTimeoutMs":33000,"itemBytesPerSecond":921600,"maxBytes":3221225472,"maxRedirects":7,"minBytesPerSecond":2048,"nameTemplate":"{host}/{name}","retryCodes":[429,503],"segments":2,"totalTimeoutMs":600000,"userAgent":"Agent/9"}','',0,0);
INSERT INTO jobs VALUES(2,'http://127.0.0.1:18080/p1.html','/home/me/out',X'736372617065203939366430333536313835646631343720687474703a2f2f3132372e302e302e313a31383038302f70312e68746d6c',1,1620377594951801615,1,0,1796068392016,'{"recipe":{"crawl":{"max_pages":2},"page":[{"fields":[{"name":"title","select":"title"},{"name":"price","select":"h1","steps":["number"]}],"follow":[{"select":"a"}]}]},"sums":true}','',1,0);
CREATE TABLE items (
    id  INTEGER PRIMARY KEY,
    job INTEGER NOT NULL,
    url TEXT    NOT NULL
);
INSERT INTO items VALUES(1,1,'http://127.0.0.1:18080/a.txt');
INSERT INTO items VALUES(2,1,'http://127.0.0.1:18080/none.txt');
INSERT INTO items VALUES(3,1,'http://127.0.0.1:18080/p1.html');
INSERT INTO items VALUES(4,1,'http://192.0.2.1:9/later');
INSERT INTO items VALUES(5,2,'http://127.0.0.1:18080/p1.html');
INSERT INTO items VALUES(6,2,'http://127.0.0.1:18080/p2.html');
CREATE TABLE outcomes (
    id            INTEGER PRIMARY KEY,
    status        INTEGER NOT NULL,
    reason        INTEGER NOT NULL,
    code          INTEGER NOT NULL,
    attempts      INTEGER NOT NULL,
    bytes         INTEGER NOT NULL,
    xxh3          INTEGER NOT NULL,
    started       INTEGER NOT NULL,
    finished      INTEGER NOT NULL,
    duration_ms   INTEGER NOT NULL,
    file          TEXT    NOT NULL,
    detail        TEXT    NOT NULL,
    mime          TEXT    NOT NULL,
    etag          TEXT    NOT NULL,
    last_modified TEXT    NOT NULL,
    final_url     TEXT -- NULL = the item's own
, epoch         INTEGER NOT NULL DEFAULT 0, verdict       INTEGER NOT NULL DEFAULT 0, dns_ms        INTEGER NOT NULL DEFAULT -1, connect_ms    INTEGER NOT NULL DEFAULT -1, tls_ms        INTEGER NOT NULL DEFAULT -1, first_byte_ms INTEGER NOT NULL DEFAULT -1, sha256        BLOB    NOT NULL DEFAULT x'', arrival INTEGER NOT NULL DEFAULT 0);
INSERT INTO outcomes VALUES(1,3,0,200,1,5,4479611963548635740,1796068388003,1796068388024,20,'127.0.0.1/one.txt','','text/plain','','Mon, 30 Nov 2026 19:52:59 GMT',NULL,1,1,0,0,-1,2,X'6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f',1);
INSERT INTO outcomes VALUES(2,4,9,404,1,0,0,1796068392038,1796068392059,20,'','','text/html;charset=utf-8','','',NULL,2,0,0,0,-1,3,X'',5);
INSERT INTO outcomes VALUES(3,3,0,200,1,80,2534842164060567666,1796068388400,1796068388419,18,'127.0.0.1/p1.html','','text/html','','Mon, 30 Nov 2026 19:52:59 GMT',NULL,1,2,0,0,-1,1,X'',3);
INSERT INTO outcomes VALUES(5,3,0,200,1,80,2534842164060567666,1796068392038,1796068392047,7,'p1.html','','text/html','','Mon, 30 Nov 2026 19:52:59 GMT',NULL,2,2,0,0,-1,3,X'',4);
INSERT INTO outcomes VALUES(6,3,0,200,1,80,7499917449009062808,1796068392061,1796068392063,1,'p2.html','','text/html','','Mon, 30 Nov 2026 19:52:59 GMT',NULL,2,2,0,0,-1,1,X'',6);
CREATE TABLE details (
    id     INTEGER PRIMARY KEY,
    hops   TEXT NOT NULL, -- one URL a line
    note   TEXT NOT NULL,
    fields TEXT NOT NULL  -- the response head
);
INSERT INTO details VALUES(1,'','',replace(replace('HTTP/1.0 200 OK\r\nServer: SimpleHTTP/0.6 Python/3.11.7\r\nDate: Mon, 30 Nov 2026 19:53:08 GMT\r\nContent-type: text/plain\r\nContent-Length: 5\r\nLast-Modified: Mon, 30 Nov 2026 19:52:59 GMT\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO details VALUES(2,'','',replace(replace('HTTP/1.0 404 File not found\r\nServer: SimpleHTTP/0.6 Python/3.11.7\r\nDate: Mon, 30 Nov 2026 19:53:12 GMT\r\nConnection: close\r\nContent-Type: text/html;charset=utf-8\r\nContent-Length: 335\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO details VALUES(3,'','',replace(replace('HTTP/1.0 200 OK\r\nServer: SimpleHTTP/0.6 Python/3.11.7\r\nDate: Mon, 30 Nov 2026 19:53:08 GMT\r\nContent-type: text/html\r\nContent-Length: 80\r\nLast-Modified: Mon, 30 Nov 2026 19:52:59 GMT\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO details VALUES(5,'','',replace(replace('HTTP/1.0 200 OK\r\nServer: SimpleHTTP/0.6 Python/3.11.7\r\nDate: Mon, 30 Nov 2026 19:53:12 GMT\r\nContent-type: text/html\r\nContent-Length: 80\r\nLast-Modified: Mon, 30 Nov 2026 19:52:59 GMT\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO details VALUES(6,'','',replace(replace('HTTP/1.0 200 OK\r\nServer: SimpleHTTP/0.6 Python/3.11.7\r\nDate: Mon, 30 Nov 2026 19:53:12 GMT\r\nContent-type: text/html\r\nContent-Length: 80\r\nLast-Modified: Mon, 30 Nov 2026 19:52:59 GMT\r\n','\r',char(13)),'\n',char(10)));
CREATE TABLE item_options (
    id      INTEGER PRIMARY KEY,
    options TEXT NOT NULL
);
INSERT INTO item_options VALUES(1,'{"checksum":"sha256=6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f","mirrors":["http://localhost:18080/a.txt"],"name":"one.txt"}');
CREATE TABLE records (
    item   INTEGER NOT NULL,
    row    INTEGER NOT NULL, -- 0, 1, 2 … in the item
    fields TEXT    NOT NULL,
    PRIMARY KEY (item, row)
) WITHOUT ROWID;
INSERT INTO records VALUES(5,0,'["Page 1",1.5]');
INSERT INTO records VALUES(6,0,'["Page 2",2.5]');
CREATE TABLE places (
    id      INTEGER PRIMARY KEY,
    parent  INTEGER NOT NULL, -- 0 = none: the job's own sitemap
    page    INTEGER NOT NULL, -- index of the recipe's pages, 255 = a sitemap
    depth   INTEGER NOT NULL,
    carried TEXT    NOT NULL  -- fields of the page above, a JSON object
);
INSERT INTO places VALUES(6,5,0,1,'');
CREATE TABLE sinks (
    path    TEXT    PRIMARY KEY,
    arrival INTEGER NOT NULL, -- all up to that is in it
    items   INTEGER NOT NULL, -- how many items that were
    mark    INTEGER NOT NULL  -- exchange/livesink.h
);
CREATE TABLE samples (
    at           INTEGER PRIMARY KEY, -- ms since the epoch, their start
    bytes        INTEGER NOT NULL,
    requests     INTEGER NOT NULL,
    in_flight    INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    success      INTEGER NOT NULL,
    redirect     INTEGER NOT NULL,
    client_error INTEGER NOT NULL,
    server_error INTEGER NOT NULL,
    other        INTEGER NOT NULL,
    latency      BLOB    NOT NULL -- rates/latencyhistogram.h
);
INSERT INTO samples VALUES(1796068380000,21250,2000,0,1500,500,0,250,0,1250,X'020002000000030001000000');
INSERT INTO samples VALUES(1796068390000,32000,1600,0,1200,400,0,200,0,1000,X'010001000000040002000000');
CREATE TABLE removed_files (
    item      INTEGER PRIMARY KEY,
    directory TEXT    NOT NULL,
    file      TEXT    NOT NULL, -- below it
    bytes     INTEGER NOT NULL
);
CREATE TABLE hosts (
    origin      TEXT    PRIMARY KEY,
    paused      INTEGER NOT NULL,
    connections INTEGER NOT NULL,
    bytes       INTEGER NOT NULL, -- a second
    starts      REAL    NOT NULL  -- a second
);
CREATE TABLE turns (
    id   INTEGER PRIMARY KEY,
    turn INTEGER NOT NULL
);
COMMIT;

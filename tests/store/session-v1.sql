-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A session as the first version left it behind, without its comments.
PRAGMA application_id = 1416787820;
PRAGMA user_version = 1;
CREATE TABLE session (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    clean INTEGER NOT NULL
);
INSERT INTO session VALUES (1, 1);
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
);
CREATE TABLE items (
    id  INTEGER PRIMARY KEY,
    job INTEGER NOT NULL,
    url TEXT    NOT NULL
);
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
    final_url     TEXT
);
INSERT INTO jobs VALUES (1, 'list.txt', '/srv/files', x'6C697374', 5, 42, 1, 0, 1750000000000);
INSERT INTO items VALUES
    (1, 1, 'https://a.example/one'), (2, 1, 'https://a.example/two'),
    (3, 1, 'https://a.example/three'), (4, 1, 'https://a.example/one'),
    (5, 1, 'https://a.example/five');
INSERT INTO outcomes VALUES
    (1, 3, 0, 200, 1, 100, 7, 1750000000001, 1750000000013, 12, 'one.html', '', 'text/html', '"e"', '', 'https://b.example/one'),
    (2, 4, 9, 404, 1, 0, 0, 1750000000002, 1750000000014, 12, '', 'not there', '', '', '', NULL),
    (4, 5, 20, 0, 0, 0, 0, 0, 0, 0, '', '', '', '', '', NULL);

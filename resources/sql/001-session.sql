-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Status and reason are the numbers of item::Status and item::Reason. Times are milliseconds since
-- the epoch, UTC. digest and xxh3 are unsigned 64-bit values kept as signed ones.

CREATE TABLE session (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    clean INTEGER NOT NULL -- 1 = closed as it should be
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

-- Written once. No foreign key and no index: both would cost on every one of a million rows.
CREATE TABLE items (
    id  INTEGER PRIMARY KEY,
    job INTEGER NOT NULL,
    url TEXT    NOT NULL
);

-- The last word on an item; none = queued.
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
);

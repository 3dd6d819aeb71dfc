-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- 0 = its items come first. A removed job keeps its number, so that those of the others have no
-- gaps; its items go piece by piece. Removed is the number of JobRow::Removed.
ALTER TABLE jobs ADD COLUMN rank    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET rank = id - 1;

-- The points of the charts, ten seconds each, of the newest day. Thousandths a second on average.
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

-- Ids are never given twice, although the rows of removed items are gone.
ALTER TABLE session ADD COLUMN last_removed INTEGER NOT NULL DEFAULT 0;

-- Files of removed items that are still to be deleted, if they are as they were.
CREATE TABLE removed_files (
    item      INTEGER PRIMARY KEY,
    directory TEXT    NOT NULL,
    file      TEXT    NOT NULL, -- below it
    bytes     INTEGER NOT NULL
);

-- What the person wishes of a host; those without a wish have no row. 0 = as for all.
CREATE TABLE hosts (
    origin      TEXT    PRIMARY KEY,
    paused      INTEGER NOT NULL,
    connections INTEGER NOT NULL,
    bytes       INTEGER NOT NULL, -- a second
    starts      REAL    NOT NULL  -- a second
);

-- Items that the person has moved ahead of all others of their job (below 0) or behind them.
CREATE TABLE turns (
    id   INTEGER PRIMARY KEY,
    turn INTEGER NOT NULL
);

-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The scraped table: fields is a JSON array by the columns of the job's recipe.
CREATE TABLE records (
    item   INTEGER NOT NULL,
    row    INTEGER NOT NULL, -- 0, 1, 2 … in the item
    fields TEXT    NOT NULL,
    PRIMARY KEY (item, row)
) WITHOUT ROWID;

-- Where a followed link was found; items of a list have none.
CREATE TABLE places (
    id      INTEGER PRIMARY KEY,
    parent  INTEGER NOT NULL, -- 0 = none: the job's own sitemap
    page    INTEGER NOT NULL, -- index of the recipe's pages, 255 = a sitemap
    depth   INTEGER NOT NULL,
    carried TEXT    NOT NULL  -- fields of the page above, a JSON object
);

-- The order in which items ended: 1, 2, 3 …; 0 = it has not.
ALTER TABLE outcomes ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN arrivals INTEGER NOT NULL DEFAULT 0; -- the last of them
UPDATE outcomes SET arrival = id WHERE status IN (3, 4, 5);
UPDATE session SET arrivals = (SELECT coalesce(max(arrival), 0) FROM outcomes);

-- Exports that grow while the work goes on, and how far each is.
CREATE TABLE sinks (
    path    TEXT    PRIMARY KEY,
    arrival INTEGER NOT NULL, -- all up to that is in it
    items   INTEGER NOT NULL, -- how many items that were
    mark    INTEGER NOT NULL  -- exchange/livesink.h
);

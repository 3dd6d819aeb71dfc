-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Done items of later epochs than this may be short on disk after a power cut.
ALTER TABLE session ADD COLUMN synced INTEGER NOT NULL DEFAULT 0;

ALTER TABLE jobs ADD COLUMN options TEXT NOT NULL DEFAULT ''; -- JSON, engine/joboptions.h
ALTER TABLE jobs ADD COLUMN cookies TEXT NOT NULL DEFAULT ''; -- a Netscape cookie file

-- Verdict is the number of item::Verdict; -1 ms = there was no such phase.
ALTER TABLE outcomes ADD COLUMN epoch         INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outcomes ADD COLUMN verdict       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outcomes ADD COLUMN dns_ms        INTEGER NOT NULL DEFAULT -1;
ALTER TABLE outcomes ADD COLUMN connect_ms    INTEGER NOT NULL DEFAULT -1;
ALTER TABLE outcomes ADD COLUMN tls_ms        INTEGER NOT NULL DEFAULT -1;
ALTER TABLE outcomes ADD COLUMN first_byte_ms INTEGER NOT NULL DEFAULT -1;
ALTER TABLE outcomes ADD COLUMN sha256        BLOB    NOT NULL DEFAULT x'';

-- What only a person who asks for one item reads: kept apart, so that the outcomes of a million
-- items are read as quickly as before.
CREATE TABLE details (
    id     INTEGER PRIMARY KEY,
    hops   TEXT NOT NULL, -- one URL a line
    note   TEXT NOT NULL,
    fields TEXT NOT NULL  -- the response head
);

-- What the list said of an item beside its URL; most have none. JSON, item/linkoptions.h.
CREATE TABLE item_options (
    id      INTEGER PRIMARY KEY,
    options TEXT NOT NULL
);

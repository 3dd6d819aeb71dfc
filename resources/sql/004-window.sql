-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- 0 = its items come first. A removed job keeps its number, so that those of the others have no
-- gaps; its items go piece by piece.
ALTER TABLE jobs ADD COLUMN rank    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET rank = id - 1;

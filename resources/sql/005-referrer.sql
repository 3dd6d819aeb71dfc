-- SPDX-FileCopyrightText: 2026 The Trawl authors
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE places ADD COLUMN referrer INTEGER NOT NULL DEFAULT 0; -- item::Referrer

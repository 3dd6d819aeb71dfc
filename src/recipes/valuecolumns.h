// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace trawl::recipes {

/// Columns as wide as what the first rows hold; one long text does not push the others out of
/// sight.
void sizeToValues(QTableView &table);

} // namespace trawl::recipes

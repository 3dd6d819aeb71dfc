// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QTableView;

namespace trawl::windows {

/// What all tables of the window have in common: whole rows of one height, no grid, a header that
/// sorts, moves and has a menu.
void giveListLook(QTableView &table);

/// Which columns are shown. `kept` stays, so that a row can always be told from the next. The menu
/// goes when it is closed.
[[nodiscard]] QMenu *columnMenu(QTableView &table, int kept);

} // namespace trawl::windows

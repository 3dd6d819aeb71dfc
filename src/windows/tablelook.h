// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace trawl::windows {

/// What all tables of the window have in common: whole rows of one height, no grid, a header that
/// sorts, moves and has a menu.
void giveListLook(QTableView &table);

} // namespace trawl::windows

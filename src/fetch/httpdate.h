// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/httpdate.h"

namespace trawl::fetch {

using item::parseHttpDate;

} // namespace trawl::fetch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/limits.h"

#include "models/texts.h"

#include <algorithm>

namespace trawl::desktop {

QList<qint64> offeredLimits(qint64 inForce)
{
    const qint64 kilo = models::Texts::unitStep();
    const qint64 mega = kilo * kilo;
    QList<qint64> limits{0,        128 * kilo, 512 * kilo, mega,      2 * mega,
                         5 * mega, 10 * mega,  25 * mega,  50 * mega, 100 * mega};
    const auto place = std::ranges::lower_bound(limits, inForce);
    if (place == limits.end() || *place != inForce)
        limits.insert(place, inForce);
    return limits;
}

QString limitText(qint64 bytesPerSecond)
{
    return bytesPerSecond == 0 ? QStringLiteral("∞") : models::Texts::rate(double(bytesPerSecond));
}

} // namespace trawl::desktop

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/utf8tally.h"

#include <algorithm>

namespace trawl::extract {

namespace {

/// Of the character that a byte begins; 0 = it begins none.
qsizetype lengthByLead(unsigned lead)
{
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The bytes that may follow at `index` of a character: no overlong form, no surrogate, nothing
/// beyond U+10FFFF.
bool continues(unsigned lead, qsizetype index, unsigned byte)
{
    if ((byte & 0xC0) != 0x80)
        return false;
    if (index > 1)
        return true;
    return !(lead == 0xE0 && byte < 0xA0) && !(lead == 0xED && byte > 0x9F) &&
           !(lead == 0xF0 && byte < 0x90) && !(lead == 0xF4 && byte > 0x8F);
}

} // namespace

Utf8Tally tallyUtf8(QByteArrayView bytes)
{
    Utf8Tally tally;
    for (qsizetype i = 0; i < bytes.size();) {
        const unsigned lead = quint8(bytes[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const qsizetype wanted = lengthByLead(lead);
        const qsizetype most = std::min(wanted, bytes.size() - i);
        qsizetype length = std::min<qsizetype>(1, most);
        while (length < most && continues(lead, length, quint8(bytes[i + length])))
            ++length;
        if (length > 0 && length == wanted)
            ++tally.good;
        else if (length > 0 && i + length == bytes.size())
            tally.begun = length;
        else
            tally.bad += std::max<qsizetype>(length, 1);
        i += std::max<qsizetype>(length, 1);
    }
    return tally;
}

} // namespace trawl::extract

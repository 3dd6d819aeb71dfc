// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binarykind.h"

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

struct Signature
{
    QByteArrayView bytes;
    const char *what;
};

// With the length where a NUL is among them.
constexpr std::array signatures{
    Signature{QByteArrayView("SQLite format 3\0", 16),
              "a SQLite database; a session of Trawl's is opened with --session"},
    Signature{QByteArrayView("\x89PNG"), "a PNG picture"},
    Signature{QByteArrayView("\xff\xd8\xff"), "a JPEG picture"},
    Signature{QByteArrayView("GIF8"), "a GIF picture"},
    Signature{QByteArrayView("%PDF-"), "a PDF document"},
    Signature{QByteArrayView("PK\x03\x04"), "a ZIP archive, workbook or document"},
    Signature{QByteArrayView("\x7f"
                             "ELF"),
              "a program"},
    Signature{QByteArrayView("7z\xbc\xaf"), "a 7z archive: unpack it"},
    Signature{QByteArrayView("\xfd"
                             "7zXZ"),
              "packed by xz: unpack it"},
    Signature{QByteArrayView("BZh91AY&SY"), "packed by bzip2: unpack it"},
    Signature{QByteArrayView("\x28\xb5\x2f\xfd"), "packed by zstd: unpack it"},
    Signature{QByteArrayView("Rar!\x1a"), "a RAR archive: unpack it"},
    Signature{QByteArrayView("\xd0\xcf\x11\xe0"), "an old office document"},
    Signature{QByteArrayView("\x1f\x8b"), "packed by gzip twice: unpack it"},
};

} // namespace

QString whyNoList(QByteArrayView head)
{
    for (const auto &one : signatures) {
        if (head.startsWith(one.bytes))
            return QStringLiteral("is no list but ") + QString::fromLatin1(one.what);
    }
    return {};
}

bool mayBeSignature(QByteArrayView head)
{
    return std::any_of(signatures.begin(), signatures.end(), [head](const Signature &one) {
        return head.size() < one.bytes.size() && one.bytes.startsWith(head);
    });
}

/// A crash may leave NULs at a text's end.
bool isBinary(QByteArrayView head)
{
    while (head.endsWith('\0'))
        head.chop(1);
    constexpr qsizetype oneOf = 50;
    qsizetype controls = 0;
    for (const char c : head) {
        const bool inTexts = (c >= '\b' && c <= '\r') || c == '\x1a' || c == '\x1b';
        controls += quint8(c) < 0x20 && !inTexts;
    }
    return head.contains('\0') || controls * oneOf > head.size();
}

} // namespace trawl::exchange

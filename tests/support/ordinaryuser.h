// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <unistd.h>

namespace trawl::support {

/// Root reads what nobody may: it is another user for as long as this lives. Anybody else stays who
/// they are.
class OrdinaryUser
{
public:
    OrdinaryUser()
        : m_user(::geteuid())
    {
        constexpr uid_t nobody = 65534;
        if (m_user == 0 && ::seteuid(nobody) != 0)
            qFatal("cannot be another user");
    }
    ~OrdinaryUser()
    {
        if (::seteuid(m_user) != 0)
            qFatal("cannot be the user again");
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

private:
    uid_t m_user;
};

} // namespace trawl::support

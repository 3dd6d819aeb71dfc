// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/digest.h"

#include <openssl/evp.h>

namespace trawl::fetch {

namespace {

const EVP_MD *implementation(item::HashAlgorithm algorithm)
{
    switch (algorithm) {
    case item::HashAlgorithm::Md5:
        return EVP_md5();
    case item::HashAlgorithm::Sha1:
        return EVP_sha1();
    case item::HashAlgorithm::Sha256:
        return EVP_sha256();
    case item::HashAlgorithm::Sha512:
        break;
    }
    return EVP_sha512();
}

} // namespace

void Digest::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Digest::Digest(item::HashAlgorithm algorithm)
    : m_algorithm(algorithm)
    , m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context.get(), implementation(algorithm), nullptr);
}

void Digest::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), std::size_t(bytes.size()));
}

QByteArray Digest::result()
{
    QByteArray bytes(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size);
    bytes.truncate(qsizetype(size));
    return bytes;
}

} // namespace trawl::fetch

// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/certificate.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>

namespace trawl::support {
namespace {

struct Free
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
    void operator()(FILE *file) const { std::fclose(file); }
};
template <typename T> using Held = std::unique_ptr<T, Free>;

Held<FILE> openFile(const QString &name)
{
    return Held<FILE>(std::fopen(QFile::encodeName(name).constData(), "w"));
}

void addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    const Held<X509_EXTENSION> extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

Held<X509> sign(const Certificate::Options &options, EVP_PKEY *key)
{
    constexpr long day = 24 * 60 * 60;
    static int serial = 0;
    Held<X509> certificate(X509_new());
    auto *x = certificate.get();
    X509_set_version(x, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(x), options.validFromDays * day);
    X509_gmtime_adj(X509_getm_notAfter(x), options.validToDays * day);
    X509_set_pubkey(x, key);
    auto *name = X509_get_subject_name(x);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("Trawl test"), -1, -1, 0);
    X509_set_issuer_name(x, name);
    addExtension(x, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(x, NID_subject_alt_name, options.altName);
    X509_sign(x, key, EVP_sha256());
    return certificate;
}

} // namespace

Certificate::Certificate(const Options &options)
{
    const Held<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const auto certificate = sign(options, key.get());
    PEM_write_X509(openFile(certificateFile()).get(), certificate.get());
    PEM_write_PrivateKey(openFile(keyFile()).get(), key.get(), nullptr, nullptr, 0, nullptr,
                         nullptr);
}

} // namespace trawl::support

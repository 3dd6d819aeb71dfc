// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <concepts>
#include <optional>
#include <type_traits>

/// Writer and Reader turn values into QDataStream bytes and back. What a struct's fields are is
/// said once, for both, by serialize() in fields.h.
namespace trawl::wire {

template <typename T>
concept Enum = std::is_enum_v<T>;

template <typename T>
concept Number = std::is_integral_v<T> && !std::same_as<T, bool>;

/// Names the greatest value that it may have on the wire.
template <typename E>
concept Bounded = Enum<E> && std::is_unsigned_v<std::underlying_type_t<E>> && requires { E::Last; };

/// An id, which may have any value of its type.
template <typename E>
concept Id = std::same_as<E, item::ItemId> || std::same_as<E, item::JobId>;

/// An enum that is neither does not travel: a bad byte would pass for one of its values.
template <typename E>
concept Travelling = Bounded<E> || Id<E>;

/// Appends values to a byte array.
class Writer
{
public:
    explicit Writer(QByteArray &bytes)
        : m_stream(&bytes, QIODevice::WriteOnly | QIODevice::Append)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
    }

    template <typename... Values> void operator()(const Values &...values) { (put(values), ...); }

private:
    void put(const QByteArray &value) { m_stream << value; }
    void put(const QString &value) { m_stream << value; }
    void put(bool value) { m_stream << quint8(value); }
    template <Number T> void put(T value) { m_stream << value; }
    template <Travelling E> void put(E value) { m_stream << std::underlying_type_t<E>(value); }
    template <typename T> void put(const QList<T> &list)
    {
        m_stream << quint32(list.size());
        for (const T &value : list)
            put(value);
    }
    template <typename T> void put(const std::optional<T> &value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <typename T>
        requires std::is_class_v<T>
    void put(const T &value)
    {
        serialize(*this, value);
    }

    QDataStream m_stream;
};

/// Bytes of the smallest T: what a list's count is checked against.
template <typename T> qsizetype leastSize()
{
    static const qsizetype size = [] {
        QByteArray bytes;
        Writer{bytes}(T{});
        return bytes.size();
    }();
    return size;
}

/// Takes values off bytes that it does not trust: nothing is allocated that the bytes could not
/// fill. After the first error ok() is false and the values mean nothing.
class Reader
{
public:
    /// `bytes` must outlive the reader.
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_stream(bytes)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
    }

    template <typename... Values> void operator()(Values &...values) { (get(values), ...); }

    [[nodiscard]] bool ok() const { return m_stream.status() == QDataStream::Ok; }
    [[nodiscard]] qsizetype left() const { return m_bytes.size() - m_stream.device()->pos(); }
    void skipRest() { m_stream.skipRawData(int(left())); }
    void fail() { m_stream.setStatus(QDataStream::ReadCorruptData); }

private:
    /// The length that a string starts with lies within what is left.
    [[nodiscard]] bool lengthFits()
    {
        constexpr quint32 null = 0xffff'ffff;
        const qsizetype rest = left() - qsizetype(sizeof(quint32));
        if (rest < 0)
            return false;
        const auto length = qFromBigEndian<quint32>(m_bytes.constData() + m_stream.device()->pos());
        return length == null || qsizetype(length) <= rest;
    }
    template <typename String> void getString(String &value)
    {
        if (ok() && lengthFits())
            m_stream >> value;
        else
            fail();
    }

    void get(QByteArray &value) { getString(value); }
    void get(QString &value) { getString(value); }
    void get(bool &value)
    {
        quint8 byte = 0;
        m_stream >> byte;
        if (byte > 1)
            fail();
        value = byte == 1;
    }
    template <Number T> void get(T &value) { m_stream >> value; }
    template <Bounded E> void get(E &value)
    {
        std::underlying_type_t<E> number{};
        m_stream >> number;
        if (number > std::underlying_type_t<E>(E::Last))
            fail();
        else
            value = E(number);
    }
    template <Id E> void get(E &value)
    {
        std::underlying_type_t<E> number{};
        m_stream >> number;
        value = E(number);
    }
    template <typename T> void get(QList<T> &list)
    {
        quint32 count = 0;
        m_stream >> count;
        if (!ok() || qsizetype(count) > left() / leastSize<T>()) {
            fail();
            return;
        }
        list.clear();
        list.reserve(qsizetype(count));
        for (quint32 i = 0; i < count && ok(); ++i)
            get(list.emplaceBack());
    }
    template <typename T> void get(std::optional<T> &value)
    {
        bool there = false;
        get(there);
        value.reset();
        if (there && ok())
            get(value.emplace());
    }
    template <typename T> void get(T &value) { serialize(*this, value); }

    const QByteArray &m_bytes;
    QDataStream m_stream;
};

} // namespace trawl::wire

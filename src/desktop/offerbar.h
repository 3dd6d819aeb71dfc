// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace trawl::desktop {

/// A strip of the window that says something and offers what can be done about it, and never takes
/// the keyboard. What is clicked hides it.
class OfferBar : public QFrame
{
    Q_OBJECT

public:
    struct Offer
    {
        QString label;
        std::function<void()> run; ///< may be none
    };

    explicit OfferBar(const QString &icon, QWidget *parent = nullptr);

    void show(const QString &text, const QList<Offer> &offers);
    void setText(const QString &text);
    [[nodiscard]] QString text() const; ///< empty while it is hidden

private:
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace trawl::desktop

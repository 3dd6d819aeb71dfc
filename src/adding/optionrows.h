// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "engine/options.h"

#include <QObject>

#include <vector>

class QGridLayout;
class QLineEdit;

namespace trawl::adding {

/// The options of a job as rows of forms, made of the engine's table: a label and what edits the
/// value. Widgets are named as the rows say, labels so with "Label" behind.
class OptionRows : public QObject
{
    Q_OBJECT

public:
    OptionRows(const engine::JobOptions &options, const desktop::Prompts &prompts,
               QObject *parent = nullptr);

    /// The next row of a form.
    void add(const engine::Option &option, QGridLayout *form);
    /// A row that belongs to no option; with a label it is the field's.
    void place(QGridLayout *form, QWidget *field, const QString &label = {});
    /// A row for the name of a file, with a button to choose one.
    QLineEdit *placeFile(QGridLayout *form, const QString &name, const QString &label);
    QLineEdit *placeLine(QGridLayout *form, const QString &name, const QString &label);

    /// What was changed, and nothing else.
    void takeInto(engine::JobOptions &options) const;
    /// "Label: what is wrong" with the first value that cannot be; empty = all can.
    [[nodiscard]] QString problem() const;
    void showSecrets(bool shown);

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        const engine::Option *option;
        QWidget *editor;
        QString before; ///< what it held first
    };

    [[nodiscard]] QWidget *addEditor(const engine::Option &option, QGridLayout *form);
    void setText(const engine::Option &option, QWidget *editor);
    [[nodiscard]] static QString textOf(const Row &row);
    [[nodiscard]] static bool take(const Row &row, engine::JobOptions &options);
    [[nodiscard]] static QString whyNot(const engine::Option &option);

    engine::JobOptions m_options;
    const desktop::Prompts &m_prompts;
    std::vector<Row> m_rows;
};

} // namespace trawl::adding

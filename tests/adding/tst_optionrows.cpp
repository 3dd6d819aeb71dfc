// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/jobsettingsdialog.h"
#include "cli/options.h"
#include "desktop/enginesettings.h"
#include "dialogs.h"
#include "engine/options.h"
#include "support/testmain.h"
#include "wire/codec.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace tst_optionrows {

using namespace trawl;
using item::OptionKind;

namespace {

struct Two
{
    int one = 0;
    QString other;
};
using item::option;
static_assert(item::hasARowForEachField(std::tuple{option(&Two::other, {}),
                                                   item::notAnOption(&Two::one)}));
static_assert(!item::hasARowForEachField(std::tuple{option(&Two::one, {})}));
static_assert(!item::hasARowForEachField(std::tuple{option(&Two::one, {}), option(&Two::one, {})}));

/// All that options are fields of.
struct Values
{
    engine::EngineOptions engine;
    engine::JobOptions job;

    [[nodiscard]] engine::OptionOwners owners() { return {&engine, &job, &job.transfer}; }
};

QString nameOf(const item::OptionInfo &info)
{
    return QString::fromLatin1(info.key ? info.key : info.command.name);
}

/// A value that is not the usual one, as text.
QString sample(const engine::Option &option)
{
    const auto &info = option.info;
    const auto usual = engine::usualText(option);
    switch (info.kind) {
    case OptionKind::Switch:
        return usual == u"on" ? QStringLiteral("off") : QStringLiteral("on");
    case OptionKind::Count:
        return QString::number(info.most);
    case OptionKind::Number:
        return QStringLiteral("2.5");
    case OptionKind::Seconds:
        return QStringLiteral("7");
    case OptionKind::Rate:
    case OptionKind::Size:
        return QStringLiteral("1536k");
    case OptionKind::Codes:
        return QStringLiteral("418,503");
    case OptionKind::Choice:
        return info.words.back().word;
    case OptionKind::Template:
        return QStringLiteral("{host}/{name}");
    case OptionKind::Field:
        return QStringLiteral("me/1");
    case OptionKind::File:
        return QStringLiteral("/x/y");
    case OptionKind::Token:
        return QStringLiteral("tok");
    case OptionKind::Proxy:
        return QStringLiteral("socks5://h:1080");
    case OptionKind::Schedule:
        return QStringLiteral("08:00-18:00=off");
    case OptionKind::Special:
        break;
    }
    return {};
}

/// Values just beyond the bounds, or of another kind.
QStringList badSamples(const item::OptionInfo &info)
{
    switch (info.kind) {
    case OptionKind::Count:
        return {QString::number(info.least - 1), QString::number(info.most + 1),
                QStringLiteral("many")};
    case OptionKind::Number:
        return {QString::number(info.least), QString::number(info.most + 1), QStringLiteral("nan")};
    case OptionKind::Seconds:
        return {QStringLiteral("-1"), QString::number(double(info.most) / 1000 + 1),
                QStringLiteral("5s")};
    case OptionKind::Rate:
        return {QStringLiteral("-1"), QStringLiteral("fast")};
    case OptionKind::Size:
        return {QStringLiteral("-1"), QStringLiteral("5k/s")};
    case OptionKind::Codes:
        return {QStringLiteral("99"), QStringLiteral("600"), QStringLiteral("429,")};
    case OptionKind::Choice:
        return {QStringLiteral("neither")};
    case OptionKind::Field:
        return {QStringLiteral("a\nb")};
    case OptionKind::Token:
        return {QStringLiteral("two words")};
    case OptionKind::Proxy:
        return {QStringLiteral("ftp://h"), QStringLiteral("http://")};
    case OptionKind::Schedule:
        return {QStringLiteral("8-9")};
    case OptionKind::Switch:
    case OptionKind::Template:
    case OptionKind::File:
    case OptionKind::Special:
        break;
    }
    return {};
}

/// As a person says it to trawlc; empty = it cannot be said, or the command line has a way of its
/// own: --cookies names a file, --save is of the command.
QStringList argumentsOf(const item::OptionInfo &info, const QString &text)
{
    const auto &command = info.command;
    const auto name = QStringLiteral("--") + QString::fromLatin1(command.name);
    if (!command.name || name == u"--cookies" || name == u"--save")
        return {};
    if (info.kind != OptionKind::Switch)
        return {name + u'=' + text};
    return {command.value ? name + u'=' + QString::fromLatin1(command.value) : name};
}

/// A person's hand on what edits a value.
void edit(const QWidget &dialog, const item::OptionInfo &info, const QString &text)
{
    const char *name = info.dialog.widget ? info.dialog.widget : info.key;
    auto *widget = dialog.findChild<QWidget *>(QLatin1StringView(name));
    if (auto *box = qobject_cast<QCheckBox *>(widget))
        box->click();
    else if (auto *number = qobject_cast<QSpinBox *>(widget))
        number->setValue(text.toInt());
    else if (auto *choice = qobject_cast<QComboBox *>(widget))
        choice->setCurrentIndex(choice->findData(text));
    else if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->setText(text);
    else
        qFatal("no editor %s", name);
}

} // namespace

/// Every row of the options' table, the whole way that its value goes.
class TestOptionRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<adding::DialogFixture>(); }

    void namesAreNobodyElses()
    {
        QStringList names;
        for (const auto &option : engine::options()) {
            const auto &info = option.info;
            if (info.key)
                names << QStringLiteral("key ") + QString::fromLatin1(info.key);
            if (info.command.name)
                names << QStringLiteral("--") + QString::fromLatin1(info.command.name);
            if (info.preset.name)
                names << QStringLiteral("preset ") + QString::fromLatin1(info.preset.name);
        }
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void itsValueGoesEverywhere_data() { rows(); }
    void itsValueGoesEverywhere()
    {
        QFETCH(int, row);
        const auto &option = engine::options()[std::size_t(row)];
        const auto text = sample(option);
        QVERIFY(text != engine::usualText(option));
        Values given;
        QVERIFY(option.take(given.owners(), text, option.info));
        if (option.info.kind != OptionKind::Schedule) // which only reads its text
            QCOMPARE(option.text(given.owners()), text);
        throughCommandLine(option, text);
        throughJson(option, given.job);
        throughWire(given.job.transfer);
        throughDialog(option, text, given.job);
        throughPreferences(option, text);
    }

    void beyondItsBoundsIsRefused_data() { rows(); }
    void beyondItsBoundsIsRefused()
    {
        QFETCH(int, row);
        const auto &option = engine::options()[std::size_t(row)];
        for (const auto &text : badSamples(option.info)) {
            Values values;
            QVERIFY2(!option.take(values.owners(), text, option.info), qPrintable(text));
            QCOMPARE(option.text(values.owners()), engine::usualText(option));
            if (const auto arguments = argumentsOf(option.info, text); !arguments.isEmpty()) {
                const auto options = cli::parseOptions(cli::Command::Get, arguments);
                QVERIFY2(!options, qPrintable(text));
                const auto begin = arguments[0].section(u'=', 0, 0);
                QVERIFY2(options.error().startsWith(begin), qPrintable(options.error()));
                QVERIFY2(options.error().contains(u": expected "), qPrintable(options.error()));
            }
            refusedByDialog(option.info, text);
        }
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("row");
        const auto options = engine::options();
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (options[i].info.kind != OptionKind::Special)
                QTest::newRow(qPrintable(nameOf(options[i].info))) << int(i);
        }
    }

    static void throughCommandLine(const engine::Option &option, const QString &text)
    {
        const auto arguments = argumentsOf(option.info, text);
        if (arguments.isEmpty())
            return;
        auto options = cli::parseOptions(cli::Command::Get, arguments);
        QVERIFY2(options, qPrintable(options ? QString() : options.error()));
        const engine::OptionOwners owners{&options->engine, &options->job,
                                          &options->engine.settings};
        if (option.info.kind == OptionKind::Schedule)
            QVERIFY(options->engine.schedule.at({9, 0})->off);
        else
            QCOMPARE(option.text(owners), text);
    }

    static void throughJson(const engine::Option &option, const engine::JobOptions &job)
    {
        const auto json = engine::toJson(job);
        QCOMPARE(engine::jobOptionsFromJson(json), job);
        if (option.info.key)
            QVERIFY2(json.contains('"' + QByteArray(option.info.key) + '"'), json.constData());
    }

    static void throughWire(const item::TransferSettings &settings)
    {
        QByteArray bytes;
        wire::appendPayload(bytes, wire::Configure{settings});
        const auto message = wire::decodePayload(bytes);
        QVERIFY(message);
        QCOMPARE(std::get<wire::Configure>(*message).settings, settings);
    }

    void throughDialog(const engine::Option &option, const QString &text,
                       const engine::JobOptions &job)
    {
        if (option.info.dialog.page == item::OptionPage::None)
            return;
        QCOMPARE(adding::JobSettingsDialog(job, m_fixture->prompts).options(), job);
        adding::JobSettingsDialog dialog({}, m_fixture->prompts);
        edit(dialog, option.info, text);
        QVERIFY(adding::DialogFixture::ok(dialog)->isEnabled());
        QCOMPARE(dialog.options(), job);
    }

    void refusedByDialog(const item::OptionInfo &info, const QString &text)
    {
        // Boxes hold nothing else than values.
        if (info.dialog.page == item::OptionPage::None || info.kind == OptionKind::Count ||
            info.kind == OptionKind::Choice || info.kind == OptionKind::Field)
            return;
        adding::JobSettingsDialog dialog({}, m_fixture->prompts);
        edit(dialog, info, text);
        QVERIFY2(!adding::DialogFixture::ok(dialog)->isEnabled(), qPrintable(text));
        const auto problem = adding::DialogFixture::find<QLabel>(dialog, "problem")->text();
        const auto label = QString::fromUtf8(info.dialog.label).remove(u'&');
        QVERIFY2(problem.startsWith(QStringLiteral("⚠ ") + label + u' '), qPrintable(problem));
    }

    void throughPreferences(const engine::Option &option, const QString &text)
    {
        if (!option.info.preset.name)
            return;
        auto &settings = m_fixture->settings;
        const auto table = desktop::Settings::table();
        const auto info = std::ranges::find(table, &option, &desktop::SettingInfo::option);
        QVERIFY(info != table.end());
        QCOMPARE(QString(info->name), QString::fromLatin1(option.info.preset.name));
        QCOMPARE(settings.value(info->setting), info->fallback());
        settings.set(info->setting, desktop::Settings::presetOf(option, text));
        Values values{desktop::engineOptions(settings), desktop::jobDefaults(settings)};
        if (option.info.kind == OptionKind::Schedule)
            QVERIFY(values.engine.schedule.at({9, 0})->off);
        else
            QCOMPARE(option.text(values.owners()), text);
        QCOMPARE(values.engine.settings, values.job.transfer);
    }

    std::unique_ptr<adding::DialogFixture> m_fixture;
};

TRAWL_TEST(Gui, TestOptionRows)

} // namespace tst_optionrows

#include "tst_optionrows.moc"
